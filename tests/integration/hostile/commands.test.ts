import type { ClientCommand } from '@doorstep/shared/protocol/commands.ts';
import { DANA, RAY } from '@doorstep/shared/testing/personas.ts';
import { PROBES } from '@doorstep/shared/testing/probes.ts';
import { replay } from '@doorstep/shared/visit/evolve.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Device } from '../../harness/Device.ts';
import { HostileStage } from '../../harness/HostileStage.ts';
import { LiveVisit } from '../../harness/LiveVisit.ts';
import { RawLine } from '../../harness/RawLine.ts';

let stage: HostileStage;
beforeEach(async () => {
  stage = await HostileStage.open();
});
afterEach(() => stage.close());

/** Everything that is not about the speaker’s own device, said about everybody and everything there is. */
async function commandsAboutOthers({ visit }: HostileStage): Promise<readonly ClientCommand[]> {
  const state = replay(await visit.log());
  if (state === null) throw new Error('No such visit');

  const about = (ids: Iterable<string>, ...types: readonly ClientCommand['type'][]) =>
    [...ids].flatMap((id) => types.map((type) => PROBES[type](id)));

  return [
    ...about([''], 'visit.replan', 'visit.start', 'visit.end', 'roster.add', 'presence.enter'),
    ...about(state.participants.keys(), 'roster.withdraw', 'invitation.issue', 'lobby.remove'),
    ...about(state.invitations.keys(), 'invitation.revoke', 'invitation.markSent'),
    ...about(state.sessions.keys(), 'lobby.admit', 'lobby.deny', 'lobby.putOut'),
  ];
}

async function expectRefused(device: Device, commands: readonly ClientCommand[]): Promise<void> {
  for (const command of commands) {
    const answer = await device.command(command);
    expect({ command, ok: answer.ok }).toEqual({ command, ok: false });
    expect(['malformed', 'tooFast', 'fault', 'silence']).not.toContain(answer.ok || answer.refusal);
  }
}

describe('[SAFE-6] nobody does what is not theirs to do', () => {
  test('[JOIN-3] not a device that waits in the lobby', async () => {
    const commands = await commandsAboutOthers(stage);

    await stage.unchangedBy(() => expectRefused(stage.ray, commands));
  });

  test('[JOIN-3] not a device that has only opened its link, which cannot even let itself in', async () => {
    const attacker = await stage.attacker();
    const commands = await commandsAboutOthers(stage);

    await stage.unchangedBy(() => expectRefused(attacker, commands));
  });

  test('not one of the family inside', async () => {
    const commands = await commandsAboutOthers(stage);

    await stage.unchangedBy(() => expectRefused(stage.dana, commands));
  });

  test('[ROST-5] not somebody who was put out, nor anything but a new knock', async () => {
    const commands = await commandsAboutOthers(stage);
    await stage.host.command({ type: 'lobby.remove', participant: DANA });
    await stage.dana.until(({ screen }) => screen === 'out');

    await stage.unchangedBy(() =>
      expectRefused(stage.dana, [
        ...commands,
        { type: 'lobby.knock' },
        { type: 'presence.leave', quickly: false },
        { type: 'presence.setMedia', microphone: 'on', camera: 'on' },
      ]),
    );
  });

  test('[ROST-5] not a device that was put out while its person’s other one stays: it hears, sees and does nothing but knock', async () => {
    const { visit, host, dana } = stage;
    const other = await visit.connect(await visit.seatOf(DANA));
    await other.command({ type: 'lobby.knock' });
    await host.command({ type: 'lobby.admit', session: other.seat.session });
    await other.until(({ screen }) => screen === 'room');
    const commands = await commandsAboutOthers(stage);
    expect(await host.command({ type: 'lobby.putOut', session: dana.seat.session })).toEqual({ ok: true });
    await dana.until(({ screen }) => screen === 'out');

    await stage.unchangedBy(async () => {
      await expectRefused(dana, [...commands, { type: 'presence.setMedia', microphone: 'on', camera: 'on' }]);
      expect(await dana.media({ type: 'join' })).toEqual({ ok: false, refusal: 'noSeat' });
    });
    expect(await dana.command({ type: 'lobby.knock' })).toEqual({ ok: true });
    expect((await dana.until(({ screen }) => screen !== 'out')).screen).toBe('waiting');
    expect(other.view.screen).toBe('room');
  });

  test('[JOIN-2] not a device whose link was closed while it waited, and it hears nothing of why', async () => {
    const commands = await commandsAboutOthers(stage);
    await stage.host.command({ type: 'invitation.revoke', invitation: await stage.visit.linkOf(RAY) });
    const view = await stage.ray.until(({ screen }) => screen === 'out');
    expect(view).toMatchObject({ why: 'linkClosed', words: null });

    await stage.unchangedBy(async () => {
      await expectRefused(stage.ray, [...commands, { type: 'lobby.knock' }]);
      expect(await stage.ray.media({ type: 'join' })).toEqual({ ok: false, refusal: 'noSeat' });
    });
  });

  test('not the host of another visit, by the ids of this one', async () => {
    const other = await LiveVisit.begin(stage.server);
    const { ray, sam } = stage;
    const link = await stage.visit.linkOf(RAY);
    const own = await other.visit.everything();

    await stage.unchangedBy(() =>
      expectRefused(other.host, [
        { type: 'lobby.admit', session: ray.seat.session },
        { type: 'lobby.deny', session: ray.seat.session },
        { type: 'lobby.admit', session: sam.seat.session },
        { type: 'invitation.revoke', invitation: link },
        { type: 'invitation.markSent', invitation: link, how: 'copied' },
      ]),
    );
    expect(await other.visit.everything()).toEqual(own);
  });
});

describe('[SAFE-6] nobody speaks in another name', () => {
  test.each<[string, unknown]>([
    ['the server', { type: 'session.connect', session: 'x' }],
    ['the clock', { type: 'clock.pass' }],
    ['a restart', { type: 'connections.reset' }],
    [
      'a sign-in',
      {
        type: 'session.open',
        session: 'x',
        participant: 'amina',
        invitation: null,
        identity: 'signedIn',
        device: 'phone',
      },
    ],
    ['a lost device', { type: 'session.lose', session: 'x' }],
    ['a new visit', { type: 'visit.plan', visit: 'x', plan: {}, host: {} }],
    ['an event', { type: 'session.admitted', session: 'x', at: 0 }],
  ])('not in that of %s', async (_whose, command) => {
    await stage.unchangedBy(async () => {
      for (const device of [stage.ray, stage.dana, stage.host]) {
        expect(await device.say('command', { commandId: 'c1', command })).toEqual({ ok: false, refusal: 'malformed' });
      }
    });
  });

  test('not with a message that names its speaker', async () => {
    const { session } = stage.ray.seat;
    const admit = { type: 'lobby.admit', session };
    const host = { kind: 'person', participant: 'amina', session: stage.host.seat.session };
    const forged: readonly unknown[] = [
      { commandId: 'c1', command: admit, actor: host },
      { commandId: 'c1', command: admit, session: stage.host.seat.session },
      { commandId: 'c1', command: { ...admit, actor: host } },
      { commandId: 'c1', command: { ...admit, participant: 'amina' } },
      { commandId: 'c1', command: { type: 'lobby.knock', session: stage.dana.seat.session } },
      { commandId: 'c1', command: { type: 'presence.setMedia', microphone: 'off', camera: 'off', session } },
    ];
    await stage.unchangedBy(async () => {
      for (const message of forged) {
        expect(await stage.ray.say('command', message)).toEqual({ ok: false, refusal: 'malformed' });
      }
    });
  });
});

describe('[SAFE-6] what was said once counts once', () => {
  test('a captured message changes nothing when it is said again, by whomever', async () => {
    const { host, dana, ray, visit } = stage;
    const session = ray.seat.session;
    expect(await host.command({ type: 'lobby.admit', session }, 'captured')).toEqual({ ok: true });
    await host.command({ type: 'lobby.remove', participant: RAY });
    await ray.until(({ screen }) => screen === 'out');
    const intruder = await visit.connect(dana.seat).catch(() => dana);

    await stage.unchangedBy(async () => {
      for (const device of [host, intruder, ray]) await device.command({ type: 'lobby.admit', session }, 'captured');
      for (const device of [host, intruder]) await device.command({ type: 'lobby.admit', session }, 'captured-2');
    });
    expect(ray.view.screen).toBe('out');
  });

  test.each(['websocket', 'polling'] as const)(
    'the id of somebody’s %s line opens nothing by itself',
    async (transport) => {
      const victim = await stage.visit.connect(await stage.visit.seatOf(RAY), { transport });
      const { id: sid } = victim.socket.io.engine;

      await stage.unchangedBy(async () => {
        for (const other of ['polling', 'websocket']) {
          const answer = await fetch(`${stage.server.url}/socket.io/?EIO=4&transport=${other}&sid=${sid}`);
          expect(answer.status).toBe(400);
        }
        const intruder = await RawLine.open(stage.server.url, { cookie: stage.dana.seat.cookie }, sid);
        intruder.send({ payload: '2probe' });
        intruder.send({ payload: '5' });
        await intruder.ended;
        expect(intruder.received).toBe('');
        expect(await victim.say('command')).toEqual({ ok: false, refusal: 'malformed' });
      });
    },
  );
});
