/** Somebody as the room shows them: told apart by id, spoken of by name. */
interface Present {
  readonly participant: string;
  readonly name: string;
}

/** Who came and who went between two views of the same room, for those who listen instead of look. */
export const comings = (before: readonly Present[], after: readonly Present[]) => ({
  came: without(after, before),
  went: without(before, after),
});

const without = (these: readonly Present[], those: readonly Present[]): readonly string[] =>
  these.filter(({ participant }) => those.every((other) => other.participant !== participant)).map(({ name }) => name);
