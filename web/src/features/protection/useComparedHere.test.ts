import type { Instant, RoomId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { ShownKey } from '@doorstep/shared/visit/protection/state.ts';
import { describe, expect, test } from 'vitest';
import { aRoom } from '../../visit/testViews.ts';
import { type ComparedIs, type ComparedRooms, comparedIn, comparedIs } from './useComparedHere.ts';

/** A view, as far as it matters here: when it says that was compared, and what this screen then shows. */
interface Told {
  readonly checkedAt: number | null;
  readonly keys?: Readonly<Record<string, string | null>>;
  readonly number?: string;
  readonly room?: string;
}

const BOTH = { dana: 'd', sam: 's' };
const SAME: Told = { checkedAt: 5 };
const SWAPPED: Told = { checkedAt: 5, keys: { ...BOTH, sam: 'of nobody here' } };
const NOT: Told = { checkedAt: null };

/** What stands on a page to which these come one after the other. */
function through(...views: readonly Told[]): readonly ComparedIs[] {
  let remembered: ComparedRooms = new Map();

  return views.map(({ checkedAt, keys = BOTH, number = 'n', room = 'main' }) => {
    const view = {
      room: { ...aRoom().room, id: room as RoomId },
      protection: { is: 'everyone', checkedAt: checkedAt as Instant | null, number },
    } as const;
    const shown = Object.entries(keys).map(([session, key]): ShownKey => ({ session: session as SessionId, key }));
    remembered = comparedIn(remembered, view, shown);

    return comparedIs(remembered, view);
  });
}

/** The same when it was read before. */
const afterReading = (...views: readonly Told[]): readonly ComparedIs[] => through(NOT, ...views).slice(1);

describe('what was compared, on a page that remembers it', () => {
  test('[SAFE-2] holds for as long as nothing changes', () => {
    expect(through(NOT, SAME, SAME)).toEqual(['never', 'same', 'same']);
  });

  test('[SAFE-2] is none when nothing was read here: that it was compared is the server’s word alone', () => {
    expect(through(SAME, SAME)).toEqual(['never', 'never']);
    expect(through({ ...NOT, number: 'another' }, SAME)).toEqual(['never', 'never']);
    expect(through({ ...NOT, room: 'blue' }, SAME)).toEqual(['never', 'never']);
  });

  test('[SAFE-2] is over at once when something else stood here as it was read, from the first moment on', () => {
    const withRay = { ...BOTH, ray: 'r' };
    expect(through(NOT, SWAPPED)).toEqual(['never', 'over']);
    expect(through({ ...NOT, keys: SWAPPED.keys ?? BOTH }, NOT, SAME)).toEqual(['never', 'never', 'over']);
    expect(through(NOT, { ...NOT, keys: withRay }, { checkedAt: 5, keys: withRay })).toEqual([
      'never',
      'never',
      'over',
    ]);
    expect(through(NOT, { checkedAt: 5, keys: { dana: 'd' } })).toEqual(['never', 'same']);
  });

  test('[SAFE-2] is over when a key is another one, though the server says nothing of it', () => {
    expect(afterReading(SAME, SWAPPED)).toEqual(['same', 'over']);
    expect(afterReading(SAME, { checkedAt: 5, keys: { ...BOTH, sam: null } })).toEqual(['same', 'over']);
    expect(afterReading(SAME, NOT, SWAPPED)).toEqual(['same', 'over', 'over']);
  });

  test('[SAFE-2] is over when somebody is there who was not, also without a key, or the number is another one', () => {
    expect(afterReading(SAME, { checkedAt: 5, keys: { ...BOTH, ray: 'r' } })).toEqual(['same', 'over']);
    expect(afterReading(SAME, { checkedAt: 5, keys: { ...BOTH, ray: null } })).toEqual(['same', 'over']);
    expect(afterReading(SAME, { checkedAt: 5, number: 'another' })).toEqual(['same', 'over']);
  });

  test('[SAFE-2] stays over when all is put back as it was, until it is read and compared anew', () => {
    const anew = { checkedAt: 6, number: 'another' };
    expect(afterReading(SAME, SWAPPED, SAME, anew)).toEqual(['same', 'over', 'over', 'over']);
    expect(afterReading(SAME, SWAPPED, { ...NOT, number: 'another' }, anew)).toEqual(['same', 'over', 'over', 'same']);
  });

  test('[SAFE-2] is over when only the time of it is new: whoever compares anew has a number of their own', () => {
    expect(afterReading(SAME, { ...SWAPPED, checkedAt: 6 })).toEqual(['same', 'over']);
    expect(afterReading(SAME, { checkedAt: 6 })).toEqual(['same', 'over']);
  });

  test('[SAFE-2] holds when somebody goes, and when they come back with the same key', () => {
    expect(afterReading(SAME, { checkedAt: 5, keys: { dana: 'd' } }, SAME)).toEqual(['same', 'same', 'same']);
  });

  test('[SAFE-2] is over while the visit says so, and holds again when whoever came has gone', () => {
    expect(afterReading(SAME, { checkedAt: null, keys: { ...BOTH, ray: 'r' } }, SAME)).toEqual([
      'same',
      'over',
      'same',
    ]);
  });

  test('[SAFE-2] is remembered of each room by itself', () => {
    const blue = { checkedAt: 6, keys: { dana: 'd', ray: 'r' }, room: 'blue' };

    expect(afterReading(SAME, { ...blue, checkedAt: null }, blue, SAME)).toEqual(['same', 'never', 'same', 'same']);
    expect(afterReading(SAME, blue, SWAPPED)).toEqual(['same', 'never', 'over']);
  });

  test('[SAFE-2] nothing is remembered anew by a view that changes nothing', () => {
    const read = aRoom({ protection: { is: 'everyone', checkedAt: null, number: 'n' } });
    const said = aRoom({ protection: { is: 'everyone', checkedAt: 5 as Instant, number: 'n' } });
    const once = comparedIn(new Map(), read, []);
    expect(comparedIn(once, read, [])).toBe(once);
    const twice = comparedIn(once, said, []);
    expect(twice).not.toBe(once);
    for (const view of [read, said, aRoom()]) expect(comparedIn(twice, view, [])).toBe(twice);
  });
});
