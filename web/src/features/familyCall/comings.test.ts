import { expect, test } from 'vitest';
import { comings } from './comings.ts';

const SAM = { participant: '1', name: 'Sam' };
const RUTH = { participant: '2', name: 'Ruth' };

test('who came and who went is told by name', () => {
  expect(comings([SAM], [SAM, RUTH])).toEqual({ came: ['Ruth'], went: [] });
  expect(comings([SAM, RUTH], [RUTH])).toEqual({ came: [], went: ['Sam'] });
});

test('a room that stays as it was says nothing', () => {
  expect(comings([SAM, RUTH], [RUTH, SAM])).toEqual({ came: [], went: [] });
});
