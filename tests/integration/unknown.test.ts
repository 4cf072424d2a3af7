import { randomUUID } from 'node:crypto';
import { type ClientCommand, caseCommand } from '@doorstep/shared/protocol/commands.ts';
import { DANA, PRIYA, SAM } from '@doorstep/shared/testing/personas.ts';
import type { CaseCommandType } from '@doorstep/shared/visit/unknown/commands.ts';
import type { CaseId } from '@doorstep/shared/visit/unknown/state.ts';
import type { UnknownView, VisitView } from '@doorstep/shared/visit/viewShape.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freshCredential } from '../../server/src/identity/credential.ts';
import type { Device } from '../harness/Device.ts';
import { HostileStage } from '../harness/HostileStage.ts';

const mattersIn = (view: VisitView): readonly UnknownView[] =>
  view.screen === 'room' ? (view.console?.unknowns ?? []) : [];
const openIn = (view: VisitView) => mattersIn(view).filter(({ open }) => open);

let stage: HostileStage;
let priya: Device;
/** Waits at the door with the link that Dana’s own phone came by. */
let second: Device;
let matter: CaseId;
beforeEach(async () => {
  stage = await HostileStage.open();
  const { visit, host } = stage;
  priya = await visit.connect(await visit.staffSeat(PRIYA));
  await priya.command({ type: 'presence.enter' });
  await priya.until(({ screen }) => screen === 'room');
  second = await visit.connect(await visit.seatOf(DANA, freshCredential()));
  await second.command({ type: 'lobby.knock' });
  matter = await newestMatter(host);
});
afterEach(() => stage.close());

async function newestMatter(host: Device, count = 1): Promise<CaseId> {
  const newest = mattersIn(await host.until((view) => mattersIn(view).length >= count)).at(-1);
  if (newest === undefined) throw new Error('The host has no such matter');

  return newest.id;
}

const stepsIn = (id: CaseId): readonly ClientCommand[] =>
  caseCommand.options.map((type) => ({ type, case: id, words: 'All is well' }));

async function expectRefused(device: Device, commands: readonly ClientCommand[], why?: string): Promise<void> {
  for (const command of commands) {
    const answer = await device.command(command);
    expect({ command, ok: answer.ok }).toEqual({ command, ok: false });
    if (why !== undefined) expect({ command, answer }).toEqual({ command, answer: { ok: false, refusal: why } });
  }
}

describe('[UNK-1] a matter of somebody unknown is the host’s alone', () => {
  test.each(['the child', 'the mother', 'the second device itself', 'a stranger at the door'])(
    'not %s can take a step in it, close it or raise one',
    async (who) => {
      const { host, dana, sam, ray } = stage;
      const device = { 'the child': sam, 'the mother': dana, 'the second device itself': second }[who] ?? ray;
      const raises: readonly ClientCommand[] = [
        { type: 'unknown.notice', about: 'nearby', session: null, words: 'Boo' },
        { type: 'unknown.notice', about: 'device', session: host.seat.session, words: 'Boo' },
      ];
      await stage.unchangedBy(() => expectRefused(device, [...stepsIn(matter), ...raises], 'notYours'));
      expect(openIn(host.view)).toHaveLength(1);
    },
  );

  test('not a colleague in the room, who may raise one and no more', async () => {
    await stage.unchangedBy(() => expectRefused(priya, stepsIn(matter), 'notYours'));
    const raised = await priya.command({ type: 'unknown.notice', about: 'nearby', session: null, words: 'A cough' });
    expect(raised).toEqual({ ok: true });
    const own = await newestMatter(stage.host, 2);
    await stage.unchangedBy(() => expectRefused(priya, stepsIn(own), 'notYours'));
    expect(openIn(stage.host.view)).toHaveLength(2);
  });

  test('nobody else hears of it, over their whole line', async () => {
    await stage.host.command({ type: 'unknown.askFamily', case: matter, words: 'Whose telephone may that be' });
    await priya.command({ type: 'unknown.notice', about: 'nearby', session: null, words: 'Somebody coughed' });
    await newestMatter(stage.host, 2);
    for (const device of [stage.dana, stage.sam, stage.ray, second]) {
      // What was said to it before comes before this answer.
      await device.command({ type: 'help.dismiss' });
      expect(device.received.join('\n')).not.toMatch(/unknown\.|unknowns|unexpected|telephone may|coughed/);
    }
    expect(priya.received.join('\n')).not.toMatch(/unknowns|unexpected|telephone may/);
  });
});

describe('[UNK-2] [SAFE-6] nothing but the next step counts', () => {
  test('steps of matters that do not exist', async () => {
    const forged = ['', 'x', randomUUID(), `${matter}x`, '__proto__', '../1'];
    await stage.unchangedBy(async () => {
      for (const id of forged) await expectRefused(stage.host, stepsIn(id as CaseId));
    });
  });

  test('steps that do not come next', async () => {
    const later: readonly CaseCommandType[] = ['unknown.refuse', 'unknown.warn', 'unknown.nobody', 'unknown.close'];
    const commands = later.map((type) => ({ type, case: matter, words: '' }) as const);
    await stage.unchangedBy(() => expectRefused(stage.host, commands, 'notThisStep'));
  });

  test('words that are too long, or no words but something else', async () => {
    const strange = ['x'.repeat(501), 7, null, { toString: 'x' }, ['x'], undefined];
    await stage.unchangedBy(async () => {
      for (const words of strange) {
        const command = { type: 'unknown.askFamily', case: matter, words };
        const answer = await stage.host.say('command', { commandId: randomUUID(), command });
        expect({ words, answer }).toEqual({ words, answer: { ok: false, refusal: 'malformed' } });
      }
    });
  });

  test('a step that is sent again is taken once', async () => {
    const commandId = randomUUID();
    const ask = { type: 'unknown.askFamily', case: matter, words: 'Whose is it?' } as const;
    expect(await stage.host.command(ask, commandId)).toEqual({ ok: true });
    await stage.unchangedBy(async () => {
      expect(await stage.host.command(ask, commandId)).toEqual({ ok: true });
      expect(await stage.host.command(ask)).toEqual({ ok: false, refusal: 'notThisStep' });
    });
    const view = await stage.host.until((shown) => mattersIn(shown)[0]?.state === 'familyAsked');
    expect(mattersIn(view)[0]?.steps.map(({ to }) => to)).toEqual(['noticed', 'familyAsked']);
  });

  test('somebody else who repeats the host’s command id repeats nothing', async () => {
    const commandId = randomUUID();
    const introduce = { type: 'unknown.introduce', case: matter, words: 'Jo' } as const;
    await stage.unchangedBy(async () => {
      expect(await stage.dana.command(introduce, commandId)).toEqual({ ok: false, refusal: 'notYours' });
    });
    expect(await stage.host.command(introduce, commandId)).toEqual({ ok: true });
  });

  test('a matter that is settled stays settled', async () => {
    await stage.host.command({ type: 'unknown.introduce', case: matter, words: 'Jo, an aunt' });
    await stage.unchangedBy(() => expectRefused(stage.host, stepsIn(matter), 'caseSettled'));
  });
});

describe('[UNK-1] a second device’s knock always raises one', () => {
  test('also when the matter before it was settled by a no, each with a record of its own', async () => {
    const { visit, host } = stage;
    await host.command({ type: 'lobby.deny', session: second.seat.session });
    await host.until((view) => mattersIn(view).length === 1 && openIn(view).length === 0);
    const third = await visit.connect(await visit.seatOf(DANA, freshCredential()));
    await third.command({ type: 'lobby.knock' });
    const view = await host.until((now) => openIn(now).length === 1);
    expect(openIn(view)).toMatchObject([{ about: { session: third.seat.session }, why: 'anotherDevice' }]);
  });

  test('also when it is let in at once, until somebody was introduced', async () => {
    const { host } = stage;
    await host.command({ type: 'lobby.admit', session: second.seat.session });
    await second.until(({ screen }) => screen === 'room');
    expect(openIn(host.view)).toHaveLength(1);
    await host.command({ type: 'unknown.introduce', case: matter, words: 'Jo, an aunt' });
    await host.until((view) => openIn(view).length === 0);
  });

  test('also when several knock at once: none hides another', async () => {
    const { visit, host } = stage;
    const more = await Promise.all(
      [DANA, SAM, SAM].map(async (whose) => visit.connect(await visit.seatOf(whose, freshCredential()))),
    );
    await Promise.all(more.map((device) => device.command({ type: 'lobby.knock' })));
    const view = await host.until((now) => openIn(now).length === 4);
    const about = new Set(openIn(view).map((one) => one.about.session));
    expect(about).toEqual(new Set([second, ...more].map(({ seat }) => seat.session)));
  });

  test('and it is there again for a host who comes back after a restart of the line', async () => {
    const again = await stage.visit.connectHost();
    await again.command({ type: 'presence.enter' });
    const view = await again.until(({ screen }) => screen === 'room');
    expect(openIn(view)).toMatchObject([{ id: matter, state: 'noticed', whose: 'Dana Hughes' }]);
  });
});
