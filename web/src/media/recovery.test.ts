import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { atTheDoor, begin, over, seated, settle, waiting } from './testDevice.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('trouble', () => {
  it('[SAFE-5] joins again with the same camera when the SFU was rebuilt', async () => {
    const { sfu, media, capture, transports } = await seated();
    sfu.tell({ type: 'reset' });
    expect(media.getState()).toMatchObject({ phase: 'recovering', streams: new Map() });
    await vi.advanceTimersByTimeAsync(150);

    expect(sfu.count('join')).toBe(2);
    expect(sfu.count('produce')).toBe(4);
    expect(media.getState().phase).toBe('connected');
    expect(capture.asked).toHaveLength(1);
    expect(capture.live).toHaveLength(2);
    expect(transports.map(({ closed }) => closed)).toEqual([true, true, false, false]);
  });

  it('joins once more when everything was reset again while it was joining', async () => {
    const { sfu, media, transports } = await seated();
    sfu.tell({ type: 'reset' });
    sfu.tell({ type: 'reset' });
    await vi.advanceTimersByTimeAsync(150);

    expect(media.getState().phase).toBe('connected');
    expect(transports.filter(({ closed }) => !closed)).toHaveLength(2);
  });

  it.each(['disconnected', 'failed'] as const)(
    '[SAFE-5] looks for a new path when the old one is %s',
    async (state) => {
      const { sfu, media, paths } = await seated();
      paths(state);
      expect(media.getState().phase).toBe('recovering');
      await settle();
      expect(sfu.count('restartIce')).toBe(2);

      paths('connected');
      await settle();
      expect(media.getState().phase).toBe('connected');
      expect(sfu.count('join')).toBe(1);
    },
  );

  it('[SAFE-5] looks for a new path as soon as the line to the visit is back, without joining again', async () => {
    const { sfu } = await seated();
    sfu.lose();
    await settle();
    expect(sfu.count('restartIce')).toBe(0);

    sfu.connect();
    await settle();
    expect(sfu.count('restartIce')).toBe(2);
    expect(sfu.count('join')).toBe(1);
  });

  it('asks again for a new path when the server was too busy to answer', async () => {
    const { sfu } = await seated();
    sfu.lose();
    sfu.refusals.set('restartIce', 'tooFast');
    sfu.connect();
    await settle();
    sfu.refusals.clear();
    await vi.advanceTimersByTimeAsync(60_000);

    expect(sfu.count('restartIce')).toBe(4);
  });

  it('asks nothing of a server that it has no line to, and goes on when the line is back', async () => {
    const { sfu, paths } = await seated();
    sfu.lose();
    paths('failed');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sfu.count('join')).toBe(1);

    const before = sfu.count('restartIce');
    sfu.connect();
    await settle();
    expect(sfu.count('restartIce')).toBe(before + 2);
  });

  it('[SAFE-5] joins again at once when the server was restarted and knows nothing of it', async () => {
    const { sfu, media } = await seated();
    sfu.lose();
    sfu.refusals.set('restartIce', 'notFound');
    sfu.connect();
    await vi.advanceTimersByTimeAsync(150);

    expect(sfu.count('join')).toBe(2);
    expect(media.getState().phase).toBe('connected');
  });

  it('[SAFE-5] joins again when no path was found in three rounds', async () => {
    const { sfu, paths } = await seated();
    paths('failed');
    await vi.advanceTimersByTimeAsync(10_000);

    expect(sfu.count('restartIce')).toBe(6);
    expect(sfu.count('join')).toBe(2);
  });

  it('[SAFE-5] does not wait for a first path that is not coming, such as when the network went away just then', async () => {
    const { sfu, paths } = await atTheDoor();
    await vi.advanceTimersByTimeAsync(6_000);
    expect(sfu.count('restartIce')).toBe(1);

    paths('connected');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sfu.count('restartIce')).toBe(1);
    expect(sfu.count('join')).toBe(1);
  });

  it('slows down when one connection after the other is lost at once', async () => {
    const { sfu } = await seated();
    sfu.refusals.set('receive', 'fault');
    sfu.tell({ type: 'reset' });
    await vi.advanceTimersByTimeAsync(60_000);

    expect(sfu.count('join')).toBeLessThan(40);
    expect(sfu.count('join')).toBeGreaterThan(20);
  });

  it('[ROST-5] stops all of it when the person is out, and leaves the camera to its owner', async () => {
    const { sfu, media, transports, capture } = await seated();
    sfu.show(over);
    await vi.advanceTimersByTimeAsync(10_000);

    expect(transports.every(({ closed }) => closed)).toBe(true);
    expect(media.getState()).toMatchObject({ phase: 'idle', streams: new Map() });
    expect(sfu.count('join')).toBe(1);
    expect(capture.live).toHaveLength(2);
  });

  it('stops when it is closed, even in the middle of joining', async () => {
    const { sfu, media, transports } = await begin();
    media.prepare();
    sfu.connect();
    sfu.show(waiting);
    media.close();
    await vi.advanceTimersByTimeAsync(10_000);

    expect(transports.every(({ closed }) => closed)).toBe(true);
    expect(sfu.count('join')).toBe(1);
    expect(media.getState().phase).toBe('idle');
  });
});
