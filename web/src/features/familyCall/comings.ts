import type { PersonHere } from './peopleHere.ts';

/** Told apart by id. */
type Present = Pick<PersonHere, 'participant' | 'isGettingBack'>;

/** Who came, who went, whose line was lost and who is back between two views of the same room, for those who listen instead of look. */
export const comings = <One extends Present>(before: readonly One[], after: readonly One[]) => ({
  came: without(after, before),
  went: without(before, after),
  lost: after.filter((one) => one.isGettingBack && find(before, one)?.isGettingBack === false),
  back: after.filter((one) => !one.isGettingBack && find(before, one)?.isGettingBack === true),
});

const find = (among: readonly Present[], { participant }: Present): Present | undefined =>
  among.find((other) => other.participant === participant);

const without = <One extends Present>(these: readonly One[], those: readonly One[]): readonly One[] =>
  these.filter((one) => find(those, one) === undefined);
