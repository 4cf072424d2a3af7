/** Closes a switch over a union: a missing case does not compile; a value from outside the union throws. */
export function assertUnreachable(value: never): never {
  throw new Error(`A case that should not exist: ${JSON.stringify(value)}`);
}
