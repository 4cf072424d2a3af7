import type { CommandId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { VisitView } from '@doorstep/shared/visit/viewShape.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeWires } from './FakeWires.ts';
import type { NetworkSign } from './networkSigns.ts';
import { ReconnectingVisitClient } from './VisitClient.ts';

const OUT: VisitView = {
  screen: 'out',
  why: 'ended',
  words: null,
  me: { name: 'Amina', role: 'child' },
  can: {},
};

function begin({ reloadHelps = true } = {}) {
  const wires = new FakeWires();
  const signs = new Set<(sign: NetworkSign) => void>();
  const reloads = { tried: 0 };
  let ids = 0;
  const client = new ReconnectingVisitClient({
    openWire: wires.open,
    network: {
      watch: (listener) => {
        signs.add(listener);
        return () => {
          signs.delete(listener);
        };
      },
    },
    newCommandId: () => {
      ids += 1;
      return `command-${ids}` as CommandId;
    },
    random: () => 0,
    reloadPage: () => {
      reloads.tried += 1;
      return reloadHelps;
    },
  });
  const sign = (what: NetworkSign) => {
    for (const listener of signs) listener(what);
  };
  return { client, wires, sign, reloads };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('staying connected', () => {
  it('shows the latest view, and keeps it while the connection is lost', () => {
    const { client, wires } = begin();
    expect(client.getState().connection).toBe('connecting');

    wires.newest.listener.opened();
    wires.newest.listener.view(OUT);
    wires.newest.lose();

    expect(client.getState()).toMatchObject({ connection: 'reconnecting', view: OUT });
  });

  it('[SAFE-5] tries again after 0.2 s, then ever more slowly up to 1 s, and never gives up', async () => {
    const { wires } = begin();
    const waits: number[] = [];
    for (let failure = 0; failure < 50; failure += 1) {
      const before = wires.all.length;
      const since = Date.now();
      wires.newest.lose();
      while (wires.all.length === before) await vi.advanceTimersToNextTimerAsync();
      waits.push(Date.now() - since);
    }

    expect(waits.slice(0, 6)).toEqual([200, 400, 800, 1_000, 1_000, 1_000]);
    expect(waits.at(-1)).toBe(1_000);
  });

  it('begins with short waits again once a connection has opened', async () => {
    const { wires } = begin();
    for (let failure = 0; failure < 5; failure += 1) {
      wires.newest.lose();
      await vi.advanceTimersToNextTimerAsync();
    }
    wires.newest.listener.opened();
    const before = wires.all.length;

    wires.newest.lose();
    await vi.advanceTimersByTimeAsync(200);

    expect(wires.all).toHaveLength(before + 1);
    expect(wires.newest.attempt).toBe(1);
  });

  it('leaves the old connection at once when the network changes, since it is likely to be deaf', () => {
    const { client, wires, sign } = begin();
    const old = wires.newest;
    old.listener.opened();

    sign('changed');

    expect(old.closed).toBe(true);
    expect(wires.all).toHaveLength(2);
    expect(client.getState().connection).toBe('reconnecting');
  });

  it('does not wait any longer when the page is shown again, and leaves a connection that works alone', () => {
    const { wires, sign } = begin();
    wires.newest.lose();
    sign('awake');
    expect(wires.all).toHaveLength(2);

    wires.newest.listener.opened();
    sign('awake');
    expect(wires.all).toHaveLength(2);
  });

  it('says how loud each device is, and nothing of it once the connection is lost', () => {
    const { client, wires } = begin();
    const session = 'device' as SessionId;
    wires.newest.listener.opened();
    wires.newest.listener.levels([{ session, level: 0.5 }]);
    expect(client.getState().levels.get(session)).toBe(0.5);

    wires.newest.lose();
    expect(client.getState().levels.size).toBe(0);
  });
});

describe('commands', () => {
  it('[SAFE-5] asks again under the same id when the connection was lost before the answer', async () => {
    const { client, wires } = begin();
    wires.newest.listener.opened();
    const answer = client.send({ type: 'lobby.knock' });
    const first = wires.newest;
    first.lose();
    await vi.advanceTimersByTimeAsync(200);

    wires.newest.listener.opened();
    expect(wires.newest.commands).toEqual(first.commands);

    wires.newest.answer({ ok: true });
    expect(await answer).toEqual({ ok: true });
    expect(wires.newest.commands).toHaveLength(1);
  });

  it('asks again under the same id when no answer came in time on a connection that still stands', async () => {
    const { client, wires } = begin();
    wires.newest.listener.opened();
    const answer = client.send({ type: 'lobby.knock' });
    wires.newest.answer(null);
    await vi.advanceTimersByTimeAsync(0);

    expect(wires.newest.commands.map(({ commandId }) => commandId)).toEqual(['command-1', 'command-1']);
    wires.newest.answer({ ok: false, refusal: 'visitEnded' });
    expect(await answer).toEqual({ ok: false, refusal: 'visitEnded' });
  });

  it('waits for a connection instead of failing', async () => {
    const { client, wires } = begin();
    const answer = client.send({ type: 'visit.start' });
    expect(wires.newest.commands).toHaveLength(0);

    wires.newest.listener.opened();
    wires.newest.answer({ ok: true });

    expect(await answer).toEqual({ ok: true });
  });

  it('sends one at a time and in order, so that a retry never undoes a later change of mind', async () => {
    const { client, wires } = begin();
    wires.newest.listener.opened();
    void client.send({ type: 'presence.setMedia', microphone: 'on', camera: 'on' });
    void client.send({ type: 'presence.setMedia', microphone: 'off', camera: 'on' });
    expect(wires.newest.commands.map(({ commandId }) => commandId)).toEqual(['command-1']);
    wires.newest.lose();
    await vi.advanceTimersByTimeAsync(200);
    wires.newest.listener.opened();
    expect(wires.newest.commands.map(({ commandId }) => commandId)).toEqual(['command-1']);

    wires.newest.answer({ ok: true });
    await vi.advanceTimersByTimeAsync(0);

    expect(wires.newest.commands.map(({ commandId }) => commandId)).toEqual(['command-1', 'command-2']);
  });

  it('answers what is still waiting when the client is closed', async () => {
    const { client, wires } = begin();
    wires.newest.listener.opened();
    const asked = client.send({ type: 'lobby.knock' });
    const waiting = client.send({ type: 'visit.start' });

    client.close();

    expect(await asked).toEqual({ ok: false, refusal: 'fault' });
    expect(await waiting).toEqual({ ok: false, refusal: 'fault' });
    expect(await client.send({ type: 'lobby.knock' })).toEqual({ ok: false, refusal: 'fault' });
  });

  it('says that media cannot be asked for without a connection, or when no answer came', async () => {
    const { client, wires } = begin();
    expect(await client.request({ type: 'join' })).toEqual({ ok: false, refusal: 'unavailable' });

    wires.newest.listener.opened();
    expect(await client.request({ type: 'join' })).toEqual({ ok: false, refusal: 'unavailable' });
  });
});

describe('goodbyes', () => {
  it('[JOIN-7] stays away when the place is used by another tab', async () => {
    const { client, wires } = begin();
    wires.newest.listener.opened();
    wires.newest.listener.closed('elsewhere');
    await vi.advanceTimersByTimeAsync(60_000);

    expect(client.getState()).toMatchObject({ connection: 'closed', goodbye: 'elsewhere' });
    expect(wires.all).toHaveLength(1);
  });

  it('comes back when the server closes for a moment', async () => {
    const { client, wires } = begin();
    wires.newest.listener.opened();
    wires.newest.listener.closed('closing');
    await vi.advanceTimersByTimeAsync(200);
    wires.newest.listener.opened();

    expect(client.getState()).toMatchObject({ connection: 'connected', goodbye: null });
  });

  it('loads the page anew for a newer server', async () => {
    const { client, wires, reloads } = begin();
    wires.newest.listener.closed('reload');
    await vi.advanceTimersByTimeAsync(60_000);

    expect(reloads.tried).toBe(1);
    expect(wires.all).toHaveLength(1);
    expect(client.getState().goodbye).toBeNull();
  });

  it('says so when loading the page anew did not help', () => {
    const { client, wires } = begin({ reloadHelps: false });
    wires.newest.listener.closed('reload');

    expect(client.getState()).toMatchObject({ connection: 'closed', goodbye: 'reload' });
  });
});
