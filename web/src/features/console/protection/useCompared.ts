import { type Bytes, toBase64url } from '@doorstep/shared/sframe/bytes.ts';
import type { ShownKey } from '@doorstep/shared/visit/protection/state.ts';
import { useState } from 'react';
import type { Acting } from '../useAct.ts';

/** What is being read aloud: pictures of these devices and keys, with this number in them. */
export interface Reading {
  readonly devices: readonly ShownKey[];
  readonly madeOf: string;
  readonly number: string;
  /** The number that stood here until then. */
  readonly before: string | null;
  /** The pictures with its number have stood here; from then on any other number ends it, also the one of before. */
  readonly wasThere: boolean;
  /** Other pictures stood here meanwhile, be it for a moment: what was read then is not what was begun. */
  readonly isOver: boolean;
}

/** What the pictures on the screen are made of. */
export interface PicturesNow {
  readonly devices: readonly ShownKey[];
  /** All that is in them beside the number, roles as well: whatever could be chosen to make them agree. */
  readonly madeOf: string;
  /** As the visit has it; null while nobody has begun to read. */
  readonly number: string | null;
}

/**
 * `coming`: it was begun, and the pictures with its number are on their way; the ones of before are not to be seen any more, or they would be
 * read in the place of those. `over`: other pictures stand here now.
 */
export type ReadingIs = 'notBegun' | 'coming' | 'there' | 'over';

/** Who would be named as compared: of every device its key, also of one that has none and so is in no picture. */
const namedOf = (devices: readonly ShownKey[]): string =>
  JSON.stringify(devices.map(({ session, key }) => [session, key]).sort());

/** How reading stands: by somebody’s coming or going, by another key, or because somebody else began to read, the pictures are others. */
export function readingIs(reading: Reading | null, now: PicturesNow): ReadingIs {
  if (reading === null) return 'notBegun';
  if (reading.isOver || reading.madeOf !== now.madeOf || namedOf(reading.devices) !== namedOf(now.devices))
    return 'over';
  if (now.number === reading.number) return 'there';

  return now.number === reading.before && !reading.wasThere ? 'coming' : 'over';
}

/** What was begun, with what stands on the screen now kept in it: the same object when that is nothing new. */
export function readingWith(reading: Reading | null, now: PicturesNow): Reading | null {
  const is = readingIs(reading, now);
  if (reading === null) return null;
  if (is === 'over' && !reading.isOver) return { ...reading, isOver: true };

  return is === 'there' && !reading.wasThere ? { ...reading, wasThere: true } : reading;
}

/** Without the reading of this number; a later one stays. */
export const givenUp = (reading: Reading | null, number: string): Reading | null =>
  reading?.number === number ? null : reading;

const NUMBER_BYTES = 16;
const byChance = (): Bytes => crypto.getRandomValues(new Uint8Array(NUMBER_BYTES));

export interface Compared {
  /** Null before anything is read. */
  readonly reading: Reading | null;
  readonly is: ReadingIs;
  /** Lays down what the pictures here are made of, and only then makes the number: nobody could have chosen the ones by the other. */
  readonly begin: () => Reading;
  /** It was not begun after all: what came later with this number would be read by nobody. */
  readonly giveUp: (number: string) => void;
}

/** Begins to read; where that is refused, it can be pressed again, and nothing waits for pictures that nobody asked for. */
export async function beginReading(
  { begin, giveUp }: Pick<Compared, 'begin' | 'giveUp'>,
  act: Acting['act'],
): Promise<void> {
  const { number } = begin();
  const isBegun = await act({ type: 'protection.begin', number });
  if (!isBegun) giveUp(number);
}

/**
 * [SAFE-2] Which pictures are being read aloud. It is the ones that stood here when reading began, and never others by themselves: a key that
 * is changed in the middle, or just before the press, was compared by nobody.
 */
export function useCompared(now: PicturesNow): Compared {
  const [reading, setReading] = useState<Reading | null>(null);
  const kept = readingWith(reading, now);
  if (kept !== reading) setReading(kept);

  return {
    reading: kept,
    is: readingIs(kept, now),
    begin: () => {
      const { number: before, ...laidDown } = now;
      const begun = { ...laidDown, before, number: toBase64url(byChance()), wasThere: false, isOver: false };
      setReading(begun);
      return begun;
    },
    giveUp: (number) => setReading((current) => givenUp(current, number)),
  };
}
