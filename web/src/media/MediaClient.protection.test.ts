import type { Instant } from '@doorstep/shared/visit/ids.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SEATED_AT } from '../visit/testViews.ts';
import { DAD, seated, settle } from './testDevice.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('protected media', () => {
  it('[SAFE-2] lets nothing come before the key of its sender is there, and then at once', async () => {
    const { sfu, protection } = await seated();
    protection.closedTo.add(DAD);
    const offer = sfu.offer(DAD, 'video');
    await settle();
    expect(sfu.asked).not.toContainEqual({ type: 'resume', consumer: offer.id });

    protection.open(DAD);
    await settle();
    expect(sfu.asked).toContainEqual({ type: 'resume', consumer: offer.id });
  });

  it('[SAFE-2] asks for a whole picture of a stream that can be opened and not be shown', async () => {
    const { sfu, protection } = await seated();
    const offer = sfu.offer(DAD, 'video');
    await settle();
    protection.miss(offer.id);
    protection.miss('a stream of before');

    expect(sfu.asked.filter(({ type }) => type === 'keyFrame')).toEqual([{ type: 'keyFrame', consumer: offer.id }]);
  });

  it('[SAFE-2] [PRIV-3] tells at once that its seat is gone, before it asks for another, and which one it has then', async () => {
    const { sfu, protection } = await seated();
    expect(protection.seats.at(-1)).toBe(SEATED_AT);
    const asked = sfu.asked.length;
    sfu.tell({ type: 'reset' });
    expect(protection.seats.at(-1)).toBe(null);
    expect(sfu.asked.length).toBe(asked);

    const next = (SEATED_AT + 5) as Instant;
    await settle();
    sfu.tell({ type: 'seated', at: next, iceServers: [] });
    await settle();
    expect(protection.seats.at(-1)).toBe(next);
  });

  it('[SAFE-2] says what this device itself encrypts with, and ends it with the media', async () => {
    const { media, protection } = await seated();
    expect(media.getState().ownKey).toBe(protection.ownKey);

    media.close();
    await settle();
    expect(protection.isClosed).toBe(true);
  });
});
