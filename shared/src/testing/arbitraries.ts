import fc from 'fast-check';
import type { Actor } from '../visit/actor.ts';
import { SYSTEM } from '../visit/actor.ts';
import type { VisitCommand } from '../visit/commands.ts';
import type { InvitationId, ParticipantId, SessionId } from '../visit/ids.ts';
import { dealing, everyonesHere, hostHere } from './hereArbitraries.ts';
import { AMINA, DANA, deviceOf, from, HOST_IN_OFFICE, LENA, linkOf, NOON, PRIYA, RAY, SAM } from './personas.ts';
import type { Step } from './script.ts';

const EVERYBODY: readonly ParticipantId[] = [AMINA, PRIYA, LENA, DANA, SAM, RAY];

/** Anyone, from any device that may or may not exist, or from outside the visit. */
const actor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(from(AMINA)) },
  { weight: 1, arbitrary: fc.constant(HOST_IN_OFFICE) },
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom(...EVERYBODY), fc.constantFrom(1, 2)).map(([who, device]) => from(who, device)),
  },
  // Somebody who names another person's device.
  {
    weight: 1,
    arbitrary: fc.constant<Actor>({ kind: 'person', participant: RAY, session: deviceOf(DANA) }),
  },
);

const participant = fc.constantFrom(...EVERYBODY, 'nobody' as ParticipantId);
const session: fc.Arbitrary<SessionId> = fc
  .tuple(fc.constantFrom(DANA, SAM, RAY, LENA, PRIYA, AMINA), fc.constantFrom(1, 1, 1, 2))
  .map(([who, device]) => deviceOf(who, device));
const invitation: fc.Arbitrary<InvitationId> = fc
  .tuple(fc.constantFrom(DANA, SAM, RAY, LENA), fc.constantFrom(1, 1, 2))
  .map(([who, number]) => linkOf(who, number));
const onOff = fc.constantFrom<'on' | 'off'>('on', 'off');

/** What people ask for. Weighted so that visits start, fill and empty again. */
const personCommand: fc.Arbitrary<VisitCommand> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<VisitCommand>({ type: 'visit.start' }) },
  { weight: 3, arbitrary: fc.constant<VisitCommand>({ type: 'presence.enter' }) },
  { weight: 8, arbitrary: fc.constant<VisitCommand>({ type: 'lobby.knock' }) },
  { weight: 10, arbitrary: session.map<VisitCommand>((id) => ({ type: 'lobby.admit', session: id })) },
  { weight: 3, arbitrary: session.map<VisitCommand>((id) => ({ type: 'lobby.deny', session: id })) },
  { weight: 2, arbitrary: participant.map<VisitCommand>((id) => ({ type: 'lobby.remove', participant: id })) },
  { weight: 3, arbitrary: session.map<VisitCommand>((id) => ({ type: 'lobby.putOut', session: id })) },
  { weight: 2, arbitrary: participant.map<VisitCommand>((id) => ({ type: 'invitation.issue', participant: id })) },
  { weight: 2, arbitrary: invitation.map<VisitCommand>((id) => ({ type: 'invitation.revoke', invitation: id })) },
  {
    weight: 1,
    arbitrary: invitation.map<VisitCommand>((id) => ({ type: 'invitation.markSent', invitation: id, how: 'copied' })),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(onOff, onOff)
      .map<VisitCommand>(([microphone, camera]) => ({ type: 'presence.setMedia', microphone, camera })),
  },
  { weight: 3, arbitrary: fc.boolean().map<VisitCommand>((quickly) => ({ type: 'presence.leave', quickly })) },
  { weight: 1, arbitrary: participant.map<VisitCommand>((id) => ({ type: 'roster.withdraw', participant: id })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('Jo March', 'Sam  Hughes', 'Ѕam Hughes', 'Lee').map<VisitCommand>((name) => ({
      type: 'roster.add',
      person: {
        participant: `new-${name.length}` as ParticipantId,
        name,
        role: 'supporter',
        relationship: '',
        staff: null,
      },
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', 'Another purpose').map<VisitCommand>((purpose) => ({
      type: 'visit.replan',
      plan: { kind: 'homeVisit', purpose, scheduledFor: NOON, lengthMinutes: 30 },
    })),
  },
);

/** Rare, because nothing much happens afterwards. */
const ending = fc.constant<VisitCommand>({ type: 'visit.end', words: 'Thank you. We will speak again on Friday.' });

/** What happens to devices. The server says these; that a person cannot is a test of its own. */
const systemCommand: fc.Arbitrary<VisitCommand> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom(DANA, SAM, RAY, LENA), fc.constantFrom(1, 2), fc.constantFrom(1, 1, 1, 2))
      .map<VisitCommand>(([who, device, link]) => ({
        type: 'session.open',
        session: deviceOf(who, device),
        participant: who,
        invitation: linkOf(who, link),
        identity: 'ownLink',
        device: 'phone',
      })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(AMINA, PRIYA), fc.constantFrom(1, 2)).map<VisitCommand>(([who, device]) => ({
      type: 'session.open',
      session: deviceOf(who, device),
      participant: who,
      invitation: null,
      identity: 'signedIn',
      device: 'computer',
    })),
  },
  { weight: 5, arbitrary: session.map<VisitCommand>((id) => ({ type: 'session.connect', session: id })) },
  { weight: 4, arbitrary: session.map<VisitCommand>((id) => ({ type: 'session.lose', session: id })) },
  { weight: 1, arbitrary: fc.constant<VisitCommand>({ type: 'connections.reset' }) },
  { weight: 3, arbitrary: fc.constant<VisitCommand>({ type: 'clock.pass' }) },
);

const wait = fc.oneof({ weight: 8, arbitrary: fc.constant(200) }, { weight: 1, arbitrary: fc.constant(6 * 60_000) });

/** One thing that somebody does or that happens, sensible or not. */
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ actor, command: personCommand, wait }) },
  { weight: 4, arbitrary: fc.record({ actor, command: everyonesHere, wait }) },
  { weight: 2, arbitrary: fc.record({ actor: fc.constant(from(AMINA)), command: everyonesHere, wait }) },
  { weight: 4, arbitrary: fc.record({ actor: fc.constant(from(AMINA)), command: hostHere, wait }) },
  { weight: 1, arbitrary: fc.record({ actor, command: hostHere, wait }) },
  { weight: 5, arbitrary: fc.record({ actor: fc.constant(SYSTEM), command: systemCommand, wait }) },
  // People who say what only the server may say.
  { weight: 1, arbitrary: fc.record({ actor, command: systemCommand, wait }) },
);

/** Somebody comes all the way in, as most people do: without this, random scripts hardly ever fill a room. */
const comesIn: fc.Arbitrary<readonly Step[]> = fc
  .tuple(fc.constantFrom(DANA, SAM, RAY, LENA), fc.constantFrom(1, 1, 2), fc.constantFrom('admit', 'admit', 'deny'))
  .map(([who, device, answer]): readonly Step[] => [
    {
      actor: SYSTEM,
      command: {
        type: 'session.open',
        session: deviceOf(who, device),
        participant: who,
        invitation: linkOf(who),
        identity: 'ownLink',
        device: 'phone',
      },
    },
    { actor: SYSTEM, command: { type: 'session.connect', session: deviceOf(who, device) } },
    { actor: from(who, device), command: { type: 'lobby.knock' } },
    {
      actor: from(AMINA),
      command: { type: answer === 'admit' ? 'lobby.admit' : 'lobby.deny', session: deviceOf(who, device) },
    },
  ]);

const signsInOn = (device: number): readonly Step[] => [
  {
    actor: SYSTEM,
    command: {
      type: 'session.open',
      session: deviceOf(PRIYA, device),
      participant: PRIYA,
      invitation: null,
      identity: 'signedIn',
      device: 'computer',
    },
  },
  { actor: SYSTEM, command: { type: 'session.connect', session: deviceOf(PRIYA, device) } },
  { actor: from(PRIYA, device), command: { type: 'presence.enter' } },
];

/** A colleague is in on two devices; the host puts one out, and whoever has it tries to come back. */
const staysOnOne: fc.Arbitrary<readonly Step[]> = fc
  .constantFrom<VisitCommand>({ type: 'presence.enter' }, { type: 'lobby.knock' })
  .map((tries): readonly Step[] => [
    ...signsInOn(1),
    ...signsInOn(2),
    { actor: from(AMINA), command: { type: 'lobby.putOut', session: deviceOf(PRIYA, 2) } },
    { actor: from(PRIYA, 2), command: tries },
  ]);

/** The host deals with somebody unknown, one step after the other, as hosts do. */
const dealsWith: fc.Arbitrary<readonly Step[]> = dealing.map((commands) =>
  commands.map((command): Step => ({ actor: from(AMINA), command, wait: 1000 })),
);

/** A random visit, to be played after a scripted opening; it ends in a few of them. */
export const steps: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 12, arbitrary: step.map((one): readonly Step[] => [one]) },
        { weight: 1, arbitrary: comesIn },
        { weight: 1, arbitrary: staysOnOne },
        { weight: 1, arbitrary: dealsWith },
      ),
      { minLength: 25, maxLength: 80, size: 'max' },
    ),
    fc.option(fc.record({ actor: fc.constant(from(AMINA)), command: ending, wait: fc.constant(1000) }), { freq: 4 }),
    fc.array(step, { maxLength: 6 }),
  )
  .map(([middle, end, rest]) => (end === null ? middle.flat() : [...middle.flat(), end, ...rest]));
