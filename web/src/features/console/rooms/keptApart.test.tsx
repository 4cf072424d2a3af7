import type { RoomId } from '@doorstep/shared/visit/ids.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { aConsole, aRoom, SEATED_AT } from '../../../visit/testViews.ts';
import { WhereIAm } from './WhereIAm.tsx';

const staff = { keptApart: [{ names: ['Dana'], from: ['Ray', 'Vic'] }] } as const;
const here = (change: Partial<RoomView>): string =>
  renderToStaticMarkup(<WhereIAm view={aRoom({ staff, ...change })} send={async () => ({ ok: true })} />)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const SAYS = 'Dana is kept apart from Ray and Vic. Do not speak of one to the other.';

test('[PLAN-10] a colleague reads in whichever room they are of whom nothing may be said to whom', () => {
  const room = {
    id: 'r1' as RoomId,
    kind: 'private',
    since: SEATED_AT,
    mark: 'blue',
    heldSince: null,
    cover: null,
    words: null,
  } as const;
  expect(here({})).toBe(SAYS);
  expect(here({ room })).toContain(SAYS);
  expect(here({ can: { 'room.leave': 'yes' } })).toMatch(/^You are in the main room of people .* Dana is kept apart/);
});

test('[PLAN-10] nothing where nobody is kept apart, or where one is not told; the host has words of their own', () => {
  expect(here({ staff: { keptApart: [] } })).toBe('');
  expect(here({ staff: null })).toBe('');
  expect(here({ console: aConsole() })).toBe('');
});
