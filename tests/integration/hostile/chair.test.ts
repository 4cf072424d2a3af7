import type { ClientCommand } from '@doorstep/shared/protocol/commands.ts';
import { caseCommand } from '@doorstep/shared/protocol/commands.ts';
import { CHAIR, DANA, PRIYA, RAY, SAM, TOM } from '@doorstep/shared/testing/personas.ts';
import { PROBES } from '@doorstep/shared/testing/probes.ts';
import { replay } from '@doorstep/shared/visit/evolve.ts';
import type { CaseId } from '@doorstep/shared/visit/unknown/state.ts';
import type { MatterView, VisitView } from '@doorstep/shared/visit/viewShape.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freshCredential } from '../../../server/src/identity/credential.ts';
import type { Device } from '../../harness/Device.ts';
import { HostileStage } from '../../harness/HostileStage.ts';

const mattersIn = (view: VisitView): readonly MatterView[] =>
  view.screen === 'room' ? (view.chair?.unknowns ?? view.console?.unknowns ?? []) : [];

let stage: HostileStage;
let tom: Device;
/** Waits at the door with the link that Dana’s own phone came by. */
let second: Device;
let matter: CaseId;
beforeEach(async () => {
  stage = await HostileStage.open();
  await stage.visit.must({ type: 'roster.add', person: CHAIR });
  tom = await comesFromDesk(TOM);
  second = await stage.visit.connect(await stage.visit.seatOf(DANA, freshCredential()));
  await second.command({ type: 'lobby.knock' });
  const [known] = mattersIn(await tom.until((view) => mattersIn(view).length === 1));
  if (known === undefined) throw new Error('The chair has no matter');
  matter = known.id;
});
afterEach(() => stage.close());

async function comesFromDesk(who: typeof TOM): Promise<Device> {
  const device = await stage.visit.connect(await stage.visit.staffSeat(who));
  await device.command({ type: 'presence.enter' });
  await device.until(({ screen }) => screen === 'room');

  return device;
}

async function expectRefused(device: Device, commands: readonly ClientCommand[]): Promise<void> {
  for (const command of commands) {
    const answer = await device.command(command);
    expect({ command, answer }).toEqual({ command, answer: { ok: false, refusal: expect.any(String) } });
    expect(['malformed', 'tooFast', 'fault', 'silence']).not.toContain(answer.ok || answer.refusal);
  }
}

/** What is the host’s and no step of the one matter that is open, said about everybody and everything there is. */
async function whatIsTheHosts(): Promise<readonly ClientCommand[]> {
  const state = replay(await stage.visit.log());
  if (state === null) throw new Error('No such visit');

  const about = (ids: Iterable<string>, ...types: readonly ClientCommand['type'][]) =>
    [...ids].flatMap((id) => types.map((type) => PROBES[type](id)));
  const others = [...state.sessions.keys()].filter((id) => id !== second.seat.session);

  return [
    ...about([''], 'visit.replan', 'visit.start', 'visit.end', 'roster.add', 'household.ask'),
    ...about(state.participants.keys(), 'roster.withdraw', 'invitation.issue', 'household.ask'),
    ...about([SAM], 'observation.note'),
    ...about(
      [...state.participants.keys()].filter((id) => id !== DANA),
      'lobby.remove',
    ),
    ...about(state.invitations.keys(), 'invitation.revoke', 'invitation.markSent'),
    ...about(state.sessions.keys(), 'lobby.admit', 'help.send'),
    ...about(others, 'lobby.deny'),
  ];
}

describe('[UNK-1] [SAFE-6] the chair leads what is the chair’s, and nothing else', () => {
  test('no act of the host beside the steps of a matter, whomever it is about', async () => {
    const commands = await whatIsTheHosts();
    expect(commands.length).toBeGreaterThan(40);
    await stage.unchangedBy(() => expectRefused(tom, commands));
  });

  test('nobody who waits for another reason is turned away, nor told of over the whole line', async () => {
    await stage.unchangedBy(async () => {
      expect(await tom.command({ type: 'lobby.deny', session: stage.ray.seat.session })).toEqual({
        ok: false,
        refusal: 'notYours',
      });
    });
    const heard = tom.received.join('\n');
    expect(heard).toContain('anotherDevice');
    expect(heard).not.toMatch(
      new RegExp(`${RAY}|Ray Cole|${stage.ray.seat.session}|"(roster|lobby|check|invitation)"`),
    );
  });

  test('the steps of the matter, which the host sees, with the device turned away by the last', async () => {
    expect(await tom.command({ type: 'unknown.askFamily', case: matter, words: 'Whose is it?' })).toEqual({ ok: true });
    const view = await stage.host.until((shown) => mattersIn(shown)[0]?.state === 'familyAsked');
    expect(mattersIn(view)[0]?.steps.at(-1)).toMatchObject({ to: 'familyAsked', words: 'Whose is it?' });
    expect(await tom.command({ type: 'lobby.deny', session: second.seat.session })).toEqual({ ok: true });
    expect(await second.until(({ screen }) => screen === 'out')).toMatchObject({ why: 'denied' });
    for (const device of [stage.host, tom]) await device.until((shown) => mattersIn(shown)[0]?.open === false);
  });

  test('nothing of it after being put out, on any line', async () => {
    await stage.host.command({ type: 'lobby.remove', participant: TOM });
    await tom.until(({ screen }) => screen === 'out');
    const again = await stage.visit.connect(await stage.visit.staffSeat(TOM));
    const steps = caseCommand.options.map((type) => ({ type, case: matter, words: 'x' }));
    await stage.unchangedBy(async () => {
      for (const device of [tom, again]) await expectRefused(device, [...steps, { type: 'senses.ask' }]);
    });
    expect(again.received.join('\n')).not.toMatch(/unknowns|anotherDevice/);
  });
});

describe('[UNK-1] [ROST-3] [SAFE-6] what is the chair’s is nobody else’s', () => {
  test.each(['a colleague', 'the mother', 'the child', 'the device at the door'])('not %s’s', async (who) => {
    const priya = await comesFromDesk(PRIYA);
    const device = { 'a colleague': priya, 'the mother': stage.dana, 'the child': stage.sam }[who] ?? second;
    const commands: readonly ClientCommand[] = [
      ...caseCommand.options.map((type) => ({ type, case: matter, words: 'All is well' })),
      { type: 'lobby.deny', session: second.seat.session },
      { type: 'lobby.remove', participant: DANA },
      { type: 'visit.end', words: 'Over' },
      { type: 'introduction.call', who: SAM },
      { type: 'introduction.done', who: SAM },
      { type: 'senses.ask' },
    ];
    await stage.unchangedBy(() => expectRefused(device, commands));
    // What was said to it before comes before this answer.
    await device.command({ type: 'help.dismiss' });
    expect(device.received.join('\n')).not.toMatch(/unknowns|anotherDevice|unknown\.(?!notice)/);
  });

  test('nobody makes themselves the chair, nor is one without a sign-in', async () => {
    const person = { ...CHAIR, participant: 'p' as typeof TOM, name: 'Mx Chair' };
    const by = (device: Device, staff: typeof CHAIR.staff) =>
      device.command({ type: 'roster.add', person: { ...person, staff } });
    await stage.unchangedBy(async () => {
      for (const device of [tom, stage.dana, stage.ray]) expect((await by(device, null)).ok).toBe(false);
      expect(await by(stage.host, null)).toEqual({ ok: false, refusal: 'chairSignsIn' });
    });
  });
});
