import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { atTheDoor, DAD, seated, settle } from './testDevice.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Answers to one kind of request are held back until this is called. */
function holdBack({ sfu }: Awaited<ReturnType<typeof seated>>, type: 'join' | 'connect'): () => Promise<void> {
  let answer = (): void => {};
  sfu.holds.set(
    type,
    new Promise((resolve) => {
      answer = resolve;
    }),
  );

  return async () => {
    answer();
    await settle();
  };
}

describe('moved to another room', () => {
  it('says in one breath that it comes and what it can receive', async () => {
    const device = await seated();
    const { sfu } = device;
    const answer = holdBack(device, 'join');
    sfu.asked.length = 0;
    sfu.tell({ type: 'reset' });
    await settle();
    expect(sfu.asked.map(({ type }) => type)).toEqual(['join', 'receive']);

    await answer();
    expect(sfu.count('receive')).toBe(1);
  });

  it('takes what is offered to it before it has read the answer to its coming', async () => {
    const device = await seated();
    const answer = holdBack(device, 'join');
    device.sfu.tell({ type: 'reset' });
    await settle();
    const [kept, closed] = [device.sfu.offer(DAD, 'video'), device.sfu.offer(DAD, 'audio')];
    device.sfu.tell({ type: 'consumerClosed', consumer: closed.id });
    await answer();

    expect(device.sfu.asked).toContainEqual({ type: 'resume', consumer: kept.id });
    expect(device.sfu.asked).not.toContainEqual({ type: 'resume', consumer: closed.id });
    expect(device.media.getState().streams.get(DAD)).toMatchObject({ audio: null, video: { kind: 'video' } });
  });

  it('takes nothing that was still offered to it where it was before', async () => {
    const device = await seated();
    const before = device.sfu.offer(DAD, 'video');
    const answer = holdBack(device, 'join');
    device.sfu.tell({ type: 'reset' });
    await settle();
    device.sfu.tell({ type: 'consumer', consumer: { ...before, id: 'late' } });
    await answer();
    device.sfu.tell({ type: 'consumer', consumer: { ...before, id: 'later' } });
    await settle();

    expect(device.media.getState().streams).toEqual(new Map());
  });

  it('goes on without waiting for the answer about its side of the encryption', async () => {
    const device = await seated();
    holdBack(device, 'connect');
    device.sfu.tell({ type: 'reset' });
    await settle();
    const offer = device.sfu.offer(DAD, 'video');
    await settle();

    expect(device.sfu.asked).toContainEqual({ type: 'resume', consumer: offer.id });
  });

  it('[SAFE-5] joins again when that is refused', async () => {
    const { sfu } = await atTheDoor();
    sfu.refusals.set('connect', 'notFound');
    sfu.tell({ type: 'reset' });
    await settle();
    expect(sfu.count('join')).toBeGreaterThan(2);
  });
});
