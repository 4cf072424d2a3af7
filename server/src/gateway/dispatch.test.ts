import { NOON } from '@doorstep/shared/testing/personas.ts';
import { expect, test } from 'vitest';
import { silentLog } from '../visits/Log.ts';
import { ManualClock } from '../visits/ManualClock.ts';
import { createDispatcher, type Handled, type Handlers } from './dispatch.ts';

const KNOCK = { commandId: 'c1', command: { type: 'lobby.knock' } };

function stage(handlers: Partial<Handlers> = {}) {
  const handled: unknown[] = [];
  const counted: Handled[] = [];
  const faults: string[] = [];
  const clock = new ManualClock(NOON);
  let cuts = 0;
  const dispatch = createDispatcher({
    handlers: {
      command: async (message) => {
        handled.push(message);
        return { ok: true };
      },
      media: async (request) => {
        handled.push(request);
        return { ok: false, refusal: 'noSeat' };
      },
      ...handlers,
    },
    clock,
    log: { ...silentLog, error: (_fields, message) => faults.push(message) },
    count: (outcome) => counted.push(outcome),
    cut: () => {
      cuts += 1;
    },
  });
  const say = async (event: unknown, ...message: readonly unknown[]) => {
    const answers: unknown[] = [];
    await dispatch(event, [...message, (answer: unknown) => answers.push(answer)]);

    return answers;
  };

  return { dispatch, say, handled, counted, faults, clock, cuts: () => cuts };
}

test('a whole message is handed on as parsed, and answered once', async () => {
  const { say, handled, counted } = stage();

  expect(await say('command', KNOCK)).toEqual([{ ok: true }]);
  expect(await say('media', { type: 'join' })).toEqual([{ ok: false, refusal: 'noSeat' }]);
  expect(handled).toEqual([KNOCK, { type: 'join' }]);
  expect(counted).toEqual(['ok', 'refused']);
});

test('[SAFE-2] what devices say of keys is counted by itself: it takes nothing from media, nor media from it', async () => {
  const { say, cuts } = stage();
  const taken = { type: 'keyTaken', from: 's1', kid: 1 };
  const heard = async (message: unknown) => (await say('media', message))[0];
  for (let count = 0; count < 1_000; count += 1) await heard(taken);

  expect(await heard(taken)).toEqual({ ok: false, refusal: 'tooFast' });
  expect(await heard({ type: 'join' })).toEqual({ ok: false, refusal: 'noSeat' });
  for (let count = 1; count < 240; count += 1) await heard({ type: 'join' });
  expect(await heard({ type: 'join' })).toEqual({ ok: false, refusal: 'tooFast' });
  expect(cuts()).toBe(0);
});

test.each<[string, unknown, readonly unknown[]]>([
  ['an event that there is none of', 'admin', [{}]],
  ['a name that means something to an emitter', 'error', [{}]],
  ['a name that every object has', 'constructor', [{}]],
  ['no message', 'command', []],
  ['two messages', 'command', [KNOCK, KNOCK]],
  ['a list', 'command', [[KNOCK]]],
  ['null', 'command', [null]],
  ['a command that only the server says', 'command', [{ commandId: 'c1', command: { type: 'clock.pass' } }]],
  ['a word too many', 'command', [{ ...KNOCK, actor: { kind: 'system' } }]],
  ['a word too many in the command', 'command', [{ commandId: 'c1', command: { type: 'lobby.knock', session: 'x' } }]],
  ['a prototype', 'command', [JSON.parse('{"commandId":"c1","command":{"type":"lobby.knock"},"__proto__":{"a":1}}')]],
  ['a media request that there is none of', 'media', [{ type: 'produceFor', session: 'x' }]],
])('[SAFE-6] %s is malformed and reaches nobody', async (_what, event, message) => {
  const { say, handled } = stage();

  expect(await say(event, ...message)).toEqual([{ ok: false, refusal: 'malformed' }]);
  expect(handled).toEqual([]);
});

test('[SAFE-6] whoever asks for no answer gets none, and nothing is done', async () => {
  const { dispatch, handled, counted } = stage();
  await dispatch('command', [KNOCK]);
  await dispatch('command', []);
  await dispatch(undefined, []);

  expect(handled).toEqual([]);
  expect(counted).toEqual(['malformed', 'malformed', 'malformed']);
});

test('[SAFE-6] a fault of ours is answered as such, logged once, and the next message is handled', async () => {
  for (const command of [
    () => Promise.reject(new Error('database')),
    () => {
      throw new Error('a slip');
    },
  ]) {
    const { say, faults } = stage({ command });

    expect(await say('command', KNOCK)).toEqual([{ ok: false, refusal: 'fault' }]);
    expect(await say('media', { type: 'join' })).toEqual([{ ok: false, refusal: 'noSeat' }]);
    expect(faults).toHaveLength(1);
  }
});

test('[SAFE-6] sixty messages at once are heard, then twenty each second; the third that is too many ends the connection', async () => {
  const { say, handled, clock, cuts } = stage();
  for (let n = 0; n < 60; n += 1) await say('command', KNOCK);
  expect(handled).toHaveLength(60);

  expect(await say('command', KNOCK)).toEqual([{ ok: false, refusal: 'tooFast' }]);
  clock.advance(1_000);
  for (let n = 0; n < 20; n += 1) expect(await say('command', KNOCK)).toEqual([{ ok: true }]);
  expect(await say('command', KNOCK)).toEqual([{ ok: false, refusal: 'tooFast' }]);
  expect(cuts()).toBe(0);

  await say('command', KNOCK);
  expect(cuts()).toBe(1);
});

test('[SAFE-6] nonsense is not free: it is counted like anything else', async () => {
  const { say, cuts } = stage();
  for (let n = 0; n < 63; n += 1) await say(`event-${n}`, {});

  expect(cuts()).toBe(1);
});

test('one who is too fast now and then, ten seconds apart, is not cut off', async () => {
  const { say, clock, cuts } = stage();
  for (let round = 0; round < 10; round += 1) {
    for (let n = 0; n < 61; n += 1) await say('command', KNOCK);
    clock.advance(10_000);
  }

  expect(cuts()).toBe(0);
});
