import { AMINA, DANA, deviceOf, from, RAY, SAM, VISIT } from '@doorstep/shared/testing/personas.ts';
import {
  knocks,
  opensLink,
  type Script,
  signsIn,
  started,
  underWay,
  withLinks,
} from '@doorstep/shared/testing/script.ts';
import { SYSTEM } from '@doorstep/shared/visit/actor.ts';
import type { VisitCommand } from '@doorstep/shared/visit/commands.ts';
import type { CommandId } from '@doorstep/shared/visit/ids.ts';
import { describe, expect, test } from 'vitest';
import { tick, VisitStage } from '../../../tests/harness/visitStage.ts';
import type { VisitActor } from './VisitActor.ts';

const id = (text: string) => text as CommandId;
const dana = { participant: DANA, session: deviceOf(DANA) };
const amina = { participant: AMINA, session: deviceOf(AMINA) };
const ray = { participant: RAY, session: deviceOf(RAY) };
const camera = (on: 'on' | 'off'): VisitCommand => ({ type: 'presence.setMedia', microphone: 'on', camera: on });
const removeDana: VisitCommand = { type: 'lobby.remove', participant: DANA };

/** Loading a visit loses every connection; this says that they are all back. */
async function withEverybodyBack(stage: VisitStage, script: Script): Promise<VisitActor> {
  const actor = await stage.actorOf(script);
  for (const session of script.current.sessions.keys()) {
    await actor.submit(SYSTEM, id(`back-${session}`), { type: 'session.connect', session });
  }

  return actor;
}

describe('a visit at work', () => {
  test('[SAFE-5] what was acknowledged is in the log by then', async () => {
    const stage = new VisitStage();
    const actor = await stage.actorOf(underWay());

    expect(await actor.submit(from(DANA), id('c1'), camera('off'))).toEqual({ ok: true });
    expect((await stage.store.load(VISIT)).at(-1)).toMatchObject({
      commandId: 'c1',
      event: { type: 'session.mediaSet' },
    });
  });

  test('[SAFE-6] a refused command and a repeated one leave the log as it is', async () => {
    const stage = new VisitStage();
    const actor = await stage.actorOf(underWay());
    await actor.submit(from(DANA), id('c1'), camera('off'));
    const before = await stage.store.load(VISIT);

    expect(await actor.submit(from(DANA), id('c1'), camera('off'))).toEqual({ ok: true });
    expect(await actor.submit(from(DANA), id('c2'), removeDana)).toEqual({ ok: false, refusal: 'notYours' });
    expect(await stage.store.load(VISIT)).toBe(before);
  });

  test('commands that come all at once are done one after the other, each seeing what the others did', async () => {
    const stage = new VisitStage();
    const actor = await stage.actorOf(underWay());
    const before = (await stage.store.load(VISIT)).length;

    await Promise.all(
      Array.from({ length: 40 }, (_, n) => actor.submit(from(DANA), id(`c${n}`), camera(n % 2 === 0 ? 'off' : 'on'))),
    );

    const log = await stage.store.load(VISIT);
    expect(log.map(({ version }) => version)).toEqual(log.map((_, place) => place + 1));
    expect(log.length - before).toBe(40);
  });

  test('[PRIV-3] a removal is neither acknowledged nor shown before nothing flows any more', async () => {
    const stage = new VisitStage();
    const actor = await withEverybodyBack(stage, underWay());
    const screens: string[] = [];
    actor.attach(dana, ({ screen }) => screens.push(screen));
    stage.media.hold();
    let acknowledged = false;
    const removal = actor.submit(from(AMINA), id('c1'), removeDana).then(() => {
      acknowledged = true;
    });
    await tick();

    expect({ acknowledged, screens }).toEqual({ acknowledged: false, screens: ['room'] });
    expect(stage.media.plans.at(-1)?.rooms[0]?.seats.map(({ participant }) => participant)).not.toContain(DANA);
    expect(actor.viewFor(dana).screen).toBe('room');

    stage.media.letGo();
    await removal;
    await tick();
    expect({ acknowledged, screens }).toEqual({ acknowledged: true, screens: ['room', 'out'] });
  });

  test('a repeated command makes sure of the media again, because its first saying may have failed there', async () => {
    const stage = new VisitStage();
    const actor = await stage.actorOf(underWay());
    await actor.submit(from(DANA), id('c1'), camera('off'));
    const applied = stage.media.plans.length;

    await actor.submit(from(DANA), id('c1'), camera('off'));
    expect(stage.media.plans.length).toBe(applied + 1);
    expect(stage.media.plans.at(-1)).toEqual(stage.media.plans.at(-2));
  });
});

describe('another writer', () => {
  test('that was faster is read, and the command decided again on what it left', async () => {
    const stage = new VisitStage();
    const actor = await stage.actorOf(underWay());
    const rival = await stage.restart().find(VISIT);
    await rival?.submit(from(AMINA), id('rival'), removeDana);

    expect(await actor.submit(from(DANA), id('c1'), camera('off'))).toEqual({ ok: false, refusal: 'notInside' });
    expect((await stage.store.load(VISIT)).at(-1)?.commandId).toBe('rival');
  });

  test('that is faster every time makes the command fail in the end, without harm', async () => {
    const stage = new VisitStage();
    const actor = await stage.actorOf(underWay());
    for (let n = 0; n < 5; n += 1) stage.store.trouble(async () => 'conflict');

    await expect(actor.submit(from(DANA), id('c1'), camera('off'))).rejects.toThrow(/Another writer/);
    expect(await actor.submit(from(DANA), id('c1'), camera('off'))).toEqual({ ok: true });
  });
});

describe('[SAFE-5] a database that fails', () => {
  test('before it wrote: the same command works the next time', async () => {
    const stage = new VisitStage();
    const actor = await stage.actorOf(underWay());
    stage.store.trouble(() => Promise.reject(new Error('connection lost')));

    await expect(actor.submit(from(DANA), id('c1'), camera('off'))).rejects.toThrow('connection lost');
    expect(await actor.submit(from(DANA), id('c1'), camera('off'))).toEqual({ ok: true });
    expect((await stage.store.load(VISIT)).filter(({ commandId }) => commandId === 'c1')).toHaveLength(1);
  });

  test('after it wrote: the same command is recognised and written once', async () => {
    const stage = new VisitStage();
    const actor = await stage.actorOf(underWay());
    stage.store.trouble(async (append) => {
      await append();
      throw new Error('connection lost');
    });

    await expect(actor.submit(from(AMINA), id('c1'), removeDana)).rejects.toThrow('connection lost');
    expect(await actor.submit(from(AMINA), id('c1'), removeDana)).toEqual({ ok: true });
    expect((await stage.store.load(VISIT)).filter(({ commandId }) => commandId === 'c1')).toHaveLength(1);
    expect(actor.viewFor(dana).screen).toBe('out');
  });

  test.each(['is refused', 'never comes'])('after it wrote: the log rules, if the next command %s', async (next) => {
    const stage = new VisitStage();
    const actor = await stage.actorOf(underWay());
    stage.store.trouble((append) => append().then(() => Promise.reject(new Error('connection lost'))));
    await expect(actor.submit(from(AMINA), id('c1'), removeDana)).rejects.toThrow('connection lost');

    if (next === 'is refused') await actor.submit(from(AMINA), id('c2'), removeDana);
    else stage.clock.advance(1_000);
    await tick();
    expect(actor.viewFor(dana).screen).toBe('out');
  });
});

describe('what recipients are shown', () => {
  test('the view at once, and then changes, several in one tick as one', async () => {
    const stage = new VisitStage();
    const actor = await withEverybodyBack(stage, underWay());
    const seen: unknown[] = [];
    actor.attach(amina, (view) => seen.push(view));
    expect(seen).toEqual([actor.viewFor(amina)]);

    await Promise.all(
      ['off', 'on', 'off'].map((on, n) => actor.submit(from(DANA), id(`c${n}`), camera(on as 'on' | 'off'))),
    );
    await tick();
    expect(seen).toHaveLength(2);
    expect(seen.at(-1)).toEqual(actor.viewFor(amina));
  });

  test('[JOIN-3] a waiting device is told nothing while others come, go, are let in and put out', async () => {
    const stage = new VisitStage();
    const actor = await withEverybodyBack(stage, knocks(opensLink(started(), RAY), RAY));
    let told = 0;
    actor.attach(ray, () => {
      told += 1;
    });
    const others: readonly [string, () => Promise<unknown>][] = [
      [
        'comes',
        () =>
          actor.submitAsSystem({
            type: 'session.open',
            session: deviceOf(DANA),
            participant: DANA,
            invitation: 'dana-link-1' as never,
            identity: 'ownLink',
            device: 'phone',
          }),
      ],
      ['connects', () => actor.submitAsSystem({ type: 'session.connect', session: deviceOf(DANA) })],
      ['knocks', () => actor.submit(from(DANA), id('knock'), { type: 'lobby.knock' })],
      ['let in', () => actor.submit(from(AMINA), id('admit'), { type: 'lobby.admit', session: deviceOf(DANA) })],
      ['put out', () => actor.submit(from(AMINA), id('remove'), removeDana)],
    ];
    for (const [, act] of others) {
      expect(await act()).toEqual({ ok: true });
      await tick();
    }

    expect(told).toBe(1);
  });

  test('no more once they have stopped listening', async () => {
    const stage = new VisitStage();
    const actor = await withEverybodyBack(stage, underWay());
    let told = 0;
    const stop = actor.attach(dana, () => {
      told += 1;
    });
    stop();
    await actor.submit(from(DANA), id('c1'), camera('off'));
    await tick();

    expect({ told, busy: actor.busy }).toEqual({ told: 1, busy: false });
  });

  test('also when another listener fails', async () => {
    const stage = new VisitStage();
    const actor = await withEverybodyBack(stage, underWay());
    actor.attach(amina, () => {
      throw new Error('a broken listener');
    });
    let told = 0;
    actor.attach(dana, () => {
      told += 1;
    });
    await actor.submit(from(DANA), id('c1'), camera('off'));
    await tick();

    expect(told).toBe(2);
  });

  test('somebody who is not of the visit is not known, nor is another person’s device', async () => {
    const actor = await new VisitStage().actorOf(underWay());

    expect(actor.knows(dana)).toBe(true);
    expect(actor.knows({ participant: RAY, session: deviceOf(DANA) })).toBe(false);
    expect(actor.knows({ participant: RAY, session: deviceOf(RAY) })).toBe(false);
    expect(actor.knows({ participant: DANA, session: null })).toBe(false);
  });
});

describe('time', () => {
  test('[SAFE-5] a seat is kept for five minutes, and then it is lost without anybody asking', async () => {
    const stage = new VisitStage();
    const actor = await withEverybodyBack(stage, underWay());
    await actor.submitAsSystem({ type: 'session.lose', session: deviceOf(SAM) });

    stage.clock.advance(5 * 60_000 - 1);
    await tick();
    expect(actor.viewFor({ participant: SAM, session: deviceOf(SAM) }).screen).toBe('room');

    stage.clock.advance(1);
    await tick();
    expect(actor.viewFor({ participant: SAM, session: deviceOf(SAM) })).toMatchObject({
      screen: 'out',
      why: 'seatLost',
    });
  });

  test('a deadline that the database does not let pass is tried again a second later, not in a tight circle', async () => {
    const stage = new VisitStage();
    const actor = await withEverybodyBack(stage, underWay());
    await actor.submitAsSystem({ type: 'session.lose', session: deviceOf(SAM) });
    stage.store.trouble(() => Promise.reject(new Error('connection lost')));

    stage.clock.advance(5 * 60_000);
    await tick();
    expect(actor.viewFor({ participant: SAM, session: deviceOf(SAM) }).screen).toBe('room');

    stage.clock.advance(999);
    await tick();
    expect(actor.viewFor({ participant: SAM, session: deviceOf(SAM) }).screen).toBe('room');

    stage.clock.advance(1);
    await tick();
    expect(actor.viewFor({ participant: SAM, session: deviceOf(SAM) }).screen).toBe('out');
  });
});

test('a visit that has been put away takes no more commands', async () => {
  const stage = new VisitStage();
  const actor = await stage.actorOf(signsIn(withLinks(), AMINA));
  const last = actor.submit(from(AMINA), id('c1'), { type: 'visit.start' });
  await actor.close();

  expect(await last).toEqual({ ok: true });
  await expect(actor.submit(from(AMINA), id('c2'), { type: 'presence.enter' })).rejects.toThrow(/put away/);
});
