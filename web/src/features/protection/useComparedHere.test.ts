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

describe('what was compared, on a page that remembers it', () => {
  test('[SAFE-2] holds for as long as nothing changes', () => {
    expect(through(NOT, SAME, SAME)).toEqual(['never', 'same', 'same']);
  });

  test('[SAFE-2] is over when a key is another one, though the server says nothing of it', () => {
    expect(through(SAME, SWAPPED)).toEqual(['same', 'over']);
    expect(through(SAME, { checkedAt: 5, keys: { ...BOTH, sam: null } })).toEqual(['same', 'over']);
    expect(through(SAME, NOT, SWAPPED)).toEqual(['same', 'over', 'over']);
  });

  test('[SAFE-2] is over when somebody is there who was not, also without a key, or the number is another one', () => {
    expect(through(SAME, { checkedAt: 5, keys: { ...BOTH, ray: 'r' } })).toEqual(['same', 'over']);
    expect(through(SAME, { checkedAt: 5, keys: { ...BOTH, ray: null } })).toEqual(['same', 'over']);
    expect(through(SAME, { checkedAt: 5, number: 'another' })).toEqual(['same', 'over']);
  });

  test('[SAFE-2] stays over when all is put back as it was, until it is compared anew', () => {
    expect(through(SAME, SWAPPED, SAME)).toEqual(['same', 'over', 'over']);
    expect(through(SAME, SWAPPED, SAME, { checkedAt: 6, number: 'another' })).toEqual(['same', 'over', 'over', 'same']);
  });

  test('[SAFE-2] is over when only the time of it is new: whoever compares anew has a number of their own', () => {
    expect(through(SAME, { ...SWAPPED, checkedAt: 6 })).toEqual(['same', 'over']);
    expect(through(SAME, { checkedAt: 6 })).toEqual(['same', 'over']);
  });

  test('[SAFE-2] holds when somebody goes, and when they come back with the same key', () => {
    expect(through(SAME, { checkedAt: 5, keys: { dana: 'd' } }, SAME)).toEqual(['same', 'same', 'same']);
  });

  test('[SAFE-2] is over while the visit says so, and holds again when whoever came has gone', () => {
    expect(through(SAME, { checkedAt: null, keys: { ...BOTH, ray: 'r' } }, SAME)).toEqual(['same', 'over', 'same']);
  });

  test('[SAFE-2] is remembered of each room by itself', () => {
    const blue = { checkedAt: 6, keys: { dana: 'd', ray: 'r' }, room: 'blue' };

    expect(through(SAME, { ...blue, checkedAt: null }, blue, SAME)).toEqual(['same', 'never', 'same', 'same']);
    expect(through(SAME, blue, SWAPPED)).toEqual(['same', 'same', 'over']);
  });

  test('[SAFE-2] nothing is remembered anew by a view that changes nothing', () => {
    const view = aRoom({ protection: { is: 'everyone', checkedAt: 5 as Instant, number: 'n' } });
    const once = comparedIn(new Map(), view, []);

    expect(comparedIn(once, view, [])).toBe(once);
    expect(comparedIn(once, aRoom(), [])).toBe(once);
  });
});
