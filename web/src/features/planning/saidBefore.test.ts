import type { SaidOfPlace } from '@doorstep/shared/visit/checks/record.ts';
import type { Instant } from '@doorstep/shared/visit/ids.ts';
import { describe, expect, test } from 'vitest';
import { sayEntered, saySaid } from './saidBefore.ts';

const WELL: SaidOfPlace = { equipment: 'authority', behind: 'fine', overheard: 'no', headset: 'yes' };
const NOON = new Date(2026, 10, 22, 12).getTime() as Instant;
const at = (...minutes: readonly number[]): readonly Instant[] =>
  minutes.map((minute) => (NOON + minute * 60_000) as Instant);

describe('what a professional said before going in', () => {
  test('[DEV-2] reads as it was answered, and what is amiss stands out', () => {
    expect(saySaid(WELL).map(({ isAmiss }) => isAmiss)).toEqual([false, false, false, false]);
    expect(saySaid({ ...WELL, behind: 'toTidy', overheard: 'yes', headset: 'no' })).toEqual([
      { says: 'A device of the authority', isAmiss: false },
      { says: 'Background not neutral, or something private in view', isAmiss: true },
      { says: 'Somebody else could hear them or see the screen', isAmiss: true },
      { says: 'No headset', isAmiss: false },
    ]);
  });

  test('[DEV-1] of a device of their own it reads that the advice against it was passed over', () => {
    expect(saySaid({ ...WELL, equipment: 'personal' })[0]).toEqual({
      says: 'Their own device: was asked to use one of the authority, and went in with it all the same',
      isAmiss: true,
    });
  });

  test('[DEV-2] what was passed over is named, and that nothing was said at all is said plainly', () => {
    expect(saySaid({ ...WELL, behind: 'notSaid', headset: 'notSaid' }).at(-1)).toEqual({
      says: 'Not said: what was behind them, whether they wore a headset',
      isAmiss: false,
    });
    expect(saySaid(null)).toEqual([{ says: 'Nothing was said.', isAmiss: true }]);
  });

  test('[DEV-2] what was never asked is not held against anybody', () => {
    expect(saySaid({ ...WELL, equipment: undefined }).length).toBe(3);
  });

  test('[DEV-2] each time of going in stands there; of many the first, the last and how many', () => {
    expect(sayEntered(at(0))).toBe('12:00');
    expect(sayEntered(at(0, 3, 9))).toBe('12:00, again 12:03, 12:09');
    expect(sayEntered(at(0, 1, 2, 3, 4, 30))).toBe('12:00, 6 times in all, the last at 12:30');
  });
});
