import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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

  it('[SAFE-2] says what this device itself encrypts with, and ends it with the media', async () => {
    const { media, protection } = await seated();
    expect(media.getState().ownKey).toBe(protection.ownKey);

    media.close();
    await settle();
    expect(protection.isClosed).toBe(true);
  });
});
