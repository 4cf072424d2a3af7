import { CHAIR, DANA, RAY, SAM, TOM } from '@doorstep/shared/testing/personas.ts';
import { UNTOLD } from '@doorstep/shared/visit/condition/state.ts';
import { afterEach, expect, test } from 'vitest';
import { freshCredential } from '../../../server/src/identity/credential.ts';
import { Device, type Seat } from '../../harness/Device.ts';
import { beginFlood } from '../../harness/Flood.ts';
import { HostileStage } from '../../harness/HostileStage.ts';
import { RawLine } from '../../harness/RawLine.ts';

/** A quarter of a second of it is grace; the rest leaves room for a machine that is busy with other tests. Whoever is not cut off stays for ever. */
const CUT_WITHIN = 15_000;
/** A server that read all of a flood first would keep others waiting for seconds. On a machine that is busy, quiet times are slow as well. */
const HARDLY_MS = 200;

let stage: HostileStage;
afterEach(() => stage.close());

/** What 95 of 100 acknowledgements stay below that somebody else gets while `flood` goes on, or in quiet, in milliseconds. */
async function waitOfOthersDuring(flood: () => void = () => undefined): Promise<number> {
  const waits: number[] = [];
  flood();
  for (let n = 0; n < 50; n += 1) {
    const asked = performance.now();
    await stage.sam.command({ type: 'lobby.knock' });
    waits.push(performance.now() - asked);
  }

  return waits.sort((one, other) => one - other)[47] ?? Number.POSITIVE_INFINITY;
}

test('[SAFE-6] a flood of messages costs the sender their line, and others hardly notice', async () => {
  stage = await HostileStage.open();
  const seat = await stage.visit.seatOf(RAY, freshCredential());
  const flood = await beginFlood(stage.server.url, seat, { payload: '42["command",{"n":1}]', times: 10_000 });

  const quiet = await waitOfOthersDuring();
  const [cutAfter, wait] = await Promise.all([flood.cutAfter(), waitOfOthersDuring(flood.begin)]);
  expect(cutAfter).toBeLessThan(CUT_WITHIN);
  expect(wait).toBeLessThan(Math.max(HARDLY_MS, 5 * quiet));
  const events = (await stage.visit.log()).map(({ event }) => event);
  expect(events).toContainEqual(expect.objectContaining({ type: 'session.lost', session: seat.session }));
  await stage.servesOthers();
});

test.each([
  ['large messages', `42["command",{"x":"${'y'.repeat(60_000)}"}]`],
  ['unknown messages', '42["x",{}]'],
  ['wishes', '42["media",{"type":"join"}]'],
  ['packets that say nothing', '6'],
  ['heartbeats', '3'],
  ['openings', '0{}'],
])('[SAFE-6] so does a flood of %s', async (_what, payload) => {
  stage = await HostileStage.open();
  const seat = await stage.visit.seatOf(RAY, freshCredential());
  const flood = await beginFlood(stage.server.url, seat, { payload, times: 3_000 });
  flood.begin();

  expect(await flood.cutAfter()).toBeLessThan(CUT_WITHIN);
  await stage.servesOthers();
});

test('[SAFE-6] one who takes their time is told that it is too fast, and is cut off only the third time', async () => {
  stage = await HostileStage.open();
  const attacker = await stage.attacker();
  const answers: unknown[] = [];
  for (let n = 0; n < 61; n += 1) answers.push(await attacker.say('command', { n }));

  expect(answers.filter((answer) => JSON.stringify(answer).includes('tooFast')).length).toBeLessThanOrEqual(1);
  for (let n = 0; n < 80 && attacker.socket.connected; n += 1) await attacker.say('command', { n });
  await attacker.closed;
  expect(attacker.goodbye).toBe('tooMany');
});

test.each([
  ['strangers at one address have', 6, () => `doorstep-device=${freshCredential()}`],
  ['one browser has', 12, ({ cookie }: Seat) => cookie],
])(
  '[SAFE-6] %s a limited number of lines that say not whose they are, and others when these are given up',
  async (_who, most, cookieOf) => {
    stage = await HostileStage.open({ connectionsPerAddress: 6 });
    const seat = await stage.visit.seatOf(RAY);
    const opened = () => RawLine.open(stage.server.url, { cookie: cookieOf(seat) });
    const lines: RawLine[] = [];
    for (let n = 0; n < 20; n += 1) lines.push(await opened());
    const isOpen = ({ received }: RawLine): boolean => received.startsWith('HTTP/1.1 101');
    expect(lines.map(isOpen)).toEqual(lines.map((_, at) => at < most));
    await stage.servesOthers();

    for (const line of lines) line.close();
    await expect.poll(async () => isOpen(await opened())).toBe(true);
  },
);

test('[SAFE-6] a line that gives its place back is closed: nobody collects lines that are counted nowhere', async () => {
  stage = await HostileStage.open();
  const line = await stage.rawLineOf(await stage.visit.seatOf(RAY));
  line.send({ payload: '41' });

  await line.ended;
  await stage.servesOthers();
});

test('[SAFE-6] a line that opens and closes without end is put off, and does not fill the log', async () => {
  stage = await HostileStage.open();
  const seat = await stage.visit.seatOf(RAY);
  const before = (await stage.visit.log()).length;
  const refusals = new Set<string>();
  for (let n = 0; n < 60; n += 1) {
    try {
      (await Device.connect(stage.server.url, seat)).close();
    } catch (error) {
      refusals.add(error instanceof Error ? error.message : String(error));
    }
  }

  expect([...refusals]).toEqual(['closing']);
  expect((await stage.visit.log()).length - before).toBeLessThanOrEqual(80);
  await stage.servesOthers();
});

test('[SAFE-6] guessing at places is put off after a while, and says nothing about which of them exist', async () => {
  stage = await HostileStage.open();
  const refusals: string[] = [];
  await stage.unchangedBy(async () => {
    for (let n = 0; n < 80; n += 1) {
      const session = n % 2 === 0 ? stage.dana.seat.session : stage.visit.id;
      const seat = {
        cookie: `doorstep-device=${freshCredential()}`,
        session: session as typeof stage.dana.seat.session,
      };
      await Device.connect(stage.server.url, seat).catch((error: Error) => refusals.push(error.message));
    }
  });

  expect(refusals.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => 'notSignedIn'));
  expect(refusals.slice(70)).toContain('closing');
});

test('[SAFE-6] switching a microphone on and off without end fills no log, not even over new lines', async () => {
  stage = await HostileStage.open();
  let { dana } = stage;
  const before = (await stage.visit.log()).length;
  const answers: string[] = [];
  const began = performance.now();
  for (let line = 0; line < 4; line += 1) {
    for (let n = 0; n < 30; n += 1) {
      const microphone = n % 2 === 0 ? 'off' : 'on';
      answers.push(JSON.stringify(await dana.command({ type: 'presence.setMedia', microphone, camera: 'on' })));
    }
    dana = await stage.visit.connect(dana.seat);
  }
  const seconds = Math.ceil((performance.now() - began) / 1_000);

  expect(new Set(answers)).toEqual(new Set(['{"ok":true}', '{"ok":false,"refusal":"tooFast"}']));
  const switched = (await stage.visit.log()).slice(before).filter(({ event }) => event.type === 'session.mediaSet');
  expect(switched.length).toBeGreaterThanOrEqual(60);
  expect(switched.length).toBeLessThanOrEqual(60 + seconds);
  await stage.servesOthers();
});

test('[SAFE-6] whatever a device may say of itself, saying something new without end fills no log', async () => {
  stage = await HostileStage.open();
  const before = (await stage.visit.log()).length;
  const began = performance.now();
  const answers: string[] = [];
  for (let n = 0; n < 80; n += 1) {
    const [condition, household] = [n % 2 === 0 ? 'on' : 'off', `Gran ${'abcdefgh'[n % 8]}`] as const;
    answers.push(
      JSON.stringify(
        n % 4 < 2
          ? await stage.dana.command({
              type: 'condition.tell',
              condition: { blur: condition, camera: 'ordinary', interruption: 'none', hears: 'yes' },
            })
          : await stage.dana.command({
              type: 'household.tell',
              people: [{ name: household, relationship: 'grandmother' }],
            }),
      ),
    );
  }
  const seconds = Math.ceil((performance.now() - began) / 1_000);

  expect(answers).toContain('{"ok":false,"refusal":"tooFast"}');
  expect((await stage.visit.log()).length - before).toBeLessThanOrEqual(60 + seconds);
  const again = await stage.visit.connect(stage.dana.seat);
  expect(await again.command({ type: 'presence.leave', quickly: false })).toEqual({ ok: true });
});

test('[SAFE-6] a chair who calls on people without end fills no log, not even over new lines', async () => {
  stage = await HostileStage.open();
  await stage.visit.must({ type: 'roster.add', person: CHAIR });
  const seat = await stage.visit.staffSeat(TOM);
  let tom = await stage.visit.connect(seat);
  await tom.command({ type: 'presence.enter' });
  const before = (await stage.visit.log()).length;
  const answers: string[] = [];
  const began = performance.now();
  for (let line = 0; line < 3; line += 1) {
    for (let n = 0; n < 30; n += 1) {
      const who = n % 2 === 0 ? DANA : SAM;
      answers.push(JSON.stringify(await tom.command({ type: 'introduction.call', who })));
    }
    tom = await stage.visit.connect(seat);
  }
  const seconds = Math.ceil((performance.now() - began) / 1_000);

  expect(new Set(answers)).toEqual(new Set(['{"ok":true}', '{"ok":false,"refusal":"tooFast"}']));
  const called = (await stage.visit.log()).slice(before).filter(({ event }) => event.type === 'introduction.called');
  expect(called.length).toBeLessThanOrEqual(60 + seconds);
});

test('[UNK-3] a screen that has told more than it may can still raise the alarm', async () => {
  stage = await HostileStage.open();
  const tellsTooMuch = async (device: Device): Promise<void> => {
    for (let blurs = true, taken = true; taken; blurs = !blurs) {
      const condition = { ...UNTOLD, blur: blurs ? 'on' : 'off' } as const;
      taken = (await device.command({ type: 'condition.tell', condition })).ok;
    }
  };
  // A line has an allowance of its own; on a second one only that for telling is used up.
  await tellsTooMuch(stage.host);
  const again = await stage.visit.connect(stage.host.seat);
  await tellsTooMuch(again);

  expect(await again.command({ type: 'unknown.notice', about: 'nearby', session: null, words: 'A voice' })).toEqual({
    ok: true,
  });
});

test('[SAFE-6] saying again what is so already fills no log', async () => {
  stage = await HostileStage.open();
  await stage.unchangedBy(async () => {
    for (let n = 0; n < 10; n += 1) {
      expect(await stage.dana.command({ type: 'presence.setMedia', microphone: 'on', camera: 'on' })).toEqual({
        ok: true,
      });
    }
  });
});
