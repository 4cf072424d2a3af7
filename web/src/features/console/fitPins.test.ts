import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMPACT, fitPins, PINS_GAP, SMALL } from './fitPins.ts';

/** What the stage holds in a window of 1366×768: beside the side panel, under the header, over the controls. */
const LAPTOP = { width: 982, height: 600 };
/** The least that whoever is enlarged has, as the style sheet has it. */
const FRONT = 192;

const heightOf = (count: number, { width, height }: typeof LAPTOP): number => {
  const { size, columns } = fitPins({ width, height, count });
  const rows = Math.ceil(count / columns);
  return rows * ((size === 'small' ? SMALL : COMPACT).height + PINS_GAP);
};

test('[SEE-1] on a laptop all pins and whoever is enlarged are in sight at once, however many there are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), (count) => {
      expect(heightOf(count, LAPTOP) + FRONT).toBeLessThanOrEqual(LAPTOP.height);
    }),
  );
});

test('[SEE-1] in any window every pin has a place of its own, in two rows at most where they are compact', () => {
  const length = fc.integer({ min: 0, max: 3000 });
  fc.assert(
    fc.property(length, length, fc.integer({ min: 0, max: 40 }), (width, height, count) => {
      const { size, columns } = fitPins({ width, height, count });
      expect(columns).toBeGreaterThanOrEqual(1);
      if (size === 'compact') expect(Math.ceil(count / columns)).toBeLessThanOrEqual(2);
    }),
  );
});

test('a few stand with their words beside them; on a phone, or when there are many, under them', () => {
  expect(fitPins({ ...LAPTOP, count: 2 })).toEqual({ size: 'small', columns: 2 });
  expect(fitPins({ ...LAPTOP, count: 3 })).toEqual({ size: 'small', columns: 3 });
  expect(fitPins({ ...LAPTOP, count: 9 }).size).toBe('compact');
  expect(fitPins({ width: 336, height: 450, count: 2 })).toEqual({ size: 'compact', columns: 2 });
  expect(fitPins({ width: 216, height: 450, count: 2 })).toEqual({ size: 'compact', columns: 2 });
  expect(fitPins({ width: 336, height: 450, count: 6 })).toEqual({ size: 'compact', columns: 3 });
});
