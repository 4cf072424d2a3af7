import type { Instant } from '@doorstep/shared/visit/ids.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { aRoom, me, SEATED_AT } from '../../visit/testViews.ts';
import { atTheDoor, DAD, inside, settle } from '../testDevice.ts';
import { KeyStage, StagedDevice } from './KeyStage.ts';
import { Unprotected } from './Unprotected.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a device that cannot encrypt', () => {
  test('[SAFE-2] may send only while its own screen says that this was accepted', () => {
    const sam = new StagedDevice('sam', new KeyStage());
    const protection = new Unprotected(sam);
    const mayWith = (is: 'notYet' | 'unprotected' | 'unprotectedAccepted'): boolean => {
      const own = me('sam', { protection: { key: null, is } });
      sam.show(aRoom({ me: own, protection: { is: 'unprotected', checkedAt: null, number: null } }));

      return protection.maySend;
    };

    expect(protection.maySend).toBe(false);
    expect(mayWith('notYet')).toBe(false);
    expect(mayWith('unprotected')).toBe(false);
    expect(mayWith('unprotectedAccepted')).toBe(false);
    protection.seated(SEATED_AT);
    expect(protection.maySend).toBe(true);
    expect(protection.mayFlow()).toBe(true);
  });

  test('[SAFE-2] [PRIV-3] what was accepted for the room that it leaves lets nothing out in the next one', () => {
    const sam = new StagedDevice('sam', new KeyStage());
    const protection = new Unprotected(sam);
    let told = 0;
    protection.onMore(() => {
      told += 1;
    });
    const own = me('sam', { protection: { key: null, is: 'unprotectedAccepted' } });
    sam.show(aRoom({ me: own, protection: { is: 'unprotected', checkedAt: null, number: null } }));
    protection.seated(SEATED_AT);
    expect(protection.maySend).toBe(true);
    expect(told).toBe(2);

    for (const at of [null, (SEATED_AT + 1) as Instant]) {
      protection.seated(at);
      expect(protection.maySend).toBe(false);
      expect(protection.mayFlow()).toBe(false);
    }
  });

  test('[SAFE-2] hands nothing to the server before that, and everything from then on', async () => {
    const { sfu, paths, protection } = await atTheDoor();
    protection.maySend = false;
    sfu.seatedAt = SEATED_AT;
    sfu.show(inside);
    sfu.tell({ type: 'seated', at: SEATED_AT, iceServers: [] });
    await settle();
    paths('connected');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sfu.count('produce')).toBe(0);

    protection.maySend = true;
    protection.open(DAD);
    await settle();
    expect(sfu.count('produce')).toBe(2);
  });
});
