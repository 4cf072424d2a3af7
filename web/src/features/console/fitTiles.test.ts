import { expect, test } from 'vitest';
import { fitTiles } from './fitTiles.ts';

const stage = { width: 960, height: 470, caption: 60, gap: 16, ratio: 4 / 3 };

test('two people on a wide stage stand side by side, three in a row when that is largest', () => {
  expect(fitTiles({ ...stage, count: 2 })).toEqual({ columns: 2, width: 472 });
  expect(fitTiles({ ...stage, count: 3 }).columns).toBe(3);
});

test('one person is as high as the stage, not as wide', () => {
  expect(fitTiles({ ...stage, count: 1 })).toEqual({ columns: 1, width: Math.floor(410 * (4 / 3)) });
});

test('on a stage that is higher than wide they stand one above the other', () => {
  expect(fitTiles({ ...stage, width: 500, height: 900, count: 2 }).columns).toBe(1);
});

test('everything fits: rows of tiles with their words are never higher than the stage', () => {
  for (let count = 1; count <= 12; count += 1) {
    const { columns, width } = fitTiles({ ...stage, count });
    const rows = Math.ceil(count / columns);
    expect(rows * (width / stage.ratio + stage.caption) + (rows - 1) * stage.gap).toBeLessThanOrEqual(stage.height);
    expect(columns * width + (columns - 1) * stage.gap).toBeLessThanOrEqual(stage.width);
  }
});

test('a stage without room gives tiles of no size, never negative ones', () => {
  expect(fitTiles({ ...stage, height: 10, count: 4 }).width).toBe(0);
});
