import type { PersonHere } from './peopleHere.ts';

/** Told apart by id, spoken of by name. */
type Present = Pick<PersonHere, 'participant' | 'name' | 'isGettingBack'>;

/** Who came, who went, whose line was lost and who is back between two views of the same room, for those who listen instead of look. */
export const comings = (before: readonly Present[], after: readonly Present[]) => ({
  came: without(after, before),
  went: without(before, after),
  lost: after.filter((one) => one.isGettingBack && find(before, one)?.isGettingBack === false).map(({ name }) => name),
  back: after.filter((one) => !one.isGettingBack && find(before, one)?.isGettingBack === true).map(({ name }) => name),
});

const find = (among: readonly Present[], { participant }: Present): Present | undefined =>
  among.find((other) => other.participant === participant);

const without = (these: readonly Present[], those: readonly Present[]): readonly string[] =>
  these.filter((one) => find(those, one) === undefined).map(({ name }) => name);
