import { sayNames } from '../names.ts';

const isOne = (names: readonly string[]): boolean => names.length === 1;

/** [PLAN-10] What professionals other than the host read of people who are kept apart. The host has more before them. */
export const TWO_SIDES = {
  heading: 'People are kept apart',
  apart: (names: readonly string[], from: readonly string[]) =>
    isOne(names) && isOne(from)
      ? `${sayNames([...names, ...from])} are kept apart.`
      : `${sayNames(names)} ${isOne(names) ? 'is' : 'are'} kept apart from ${sayNames(from)}.`,
  careful: 'Do not speak of one to the other.',
  neither: 'Neither may learn that the other is in this visit.',
} as const;
