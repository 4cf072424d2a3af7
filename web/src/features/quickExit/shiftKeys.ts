/** How long the three presses may take. */
const WITHIN_MS = 5_000;
const ENOUGH = 3;

/** When Shift was pressed, the last presses only. */
export type Presses = readonly number[];

export const noPresses: Presses = [];

/**
 * Counts presses of Shift: three within five seconds, with no other key between, mean "leave quickly".
 * Escape is not used, since screen readers and full screen use it themselves.
 */
export function afterKey(
  presses: Presses,
  key: { readonly key: string; readonly repeat: boolean },
  at: number,
): { readonly presses: Presses; readonly leave: boolean } {
  if (key.key !== 'Shift') return { presses: noPresses, leave: false };
  if (key.repeat) return { presses, leave: false };

  const recent = [...presses.filter((press) => at - press < WITHIN_MS), at];

  return recent.length < ENOUGH ? { presses: recent, leave: false } : { presses: noPresses, leave: true };
}
