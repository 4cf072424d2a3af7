import { sayNames } from '../names.ts';

/** [PLAN-10] From whom somebody is kept apart, without its subject; on the page of a visit and in its record. */
export const KEPT_APART_HOLDS = {
  none: 'Not kept apart from anybody',
  from: (names: readonly string[]) => `Kept apart from ${sayNames(names)}`,
  everyone: 'Kept apart from everyone of the family',
  everyoneBut: (names: readonly string[]) => `Kept apart from everyone of the family but ${sayNames(names)}`,
} as const;
