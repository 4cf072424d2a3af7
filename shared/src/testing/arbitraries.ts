import fc from 'fast-check';
import type { Actor } from '../visit/actor.ts';
import { SYSTEM } from '../visit/actor.ts';
import type { VisitCommand } from '../visit/commands.ts';
import type { InvitationId, ParticipantId, SessionId } from '../visit/ids.ts';
import { BEGINS, CHECKS, chairsHere, dealing, everyonesHere, hostHere, refusedMatter } from './hereArbitraries.ts';
import {
  AMINA,
  DANA,
  deviceOf,
  from,
  HOST_IN_OFFICE,
  keyOfDevice,
  LENA,
  linkOf,
  NOON,
  PRIYA,
  RAY,
  SAM,
  TOM,
} from './personas.ts';
import type { Step } from './script.ts';

const EVERYBODY: readonly ParticipantId[] = [AMINA, TOM, PRIYA, LENA, DANA, SAM, RAY];

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
  .tuple(fc.constantFrom(DANA, SAM, RAY, LENA, PRIYA, TOM, AMINA), fc.constantFrom(1, 1, 1, 2))
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
    arbitrary: fc
      .tuple(fc.constantFrom(AMINA, PRIYA, TOM), fc.constantFrom(1, 2))
      .map<VisitCommand>(([who, device]) => ({
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
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ actor, command: personCommand, wait }) },
  { weight: 4, arbitrary: fc.record({ actor, command: everyonesHere, wait }) },
  { weight: 2, arbitrary: fc.record({ actor: fc.constant(from(AMINA)), command: everyonesHere, wait }) },
  { weight: 4, arbitrary: fc.record({ actor: fc.constant(from(AMINA)), command: hostHere, wait }) },
  { weight: 1, arbitrary: fc.record({ actor, command: hostHere, wait }) },
  { weight: 2, arbitrary: fc.record({ actor: fc.constant(from(TOM)), command: chairsHere, wait }) },
  { weight: 5, arbitrary: fc.record({ actor: fc.constant(SYSTEM), command: systemCommand, wait }) },
  // People who say what only the server may say.
  { weight: 1, arbitrary: fc.record({ actor, command: systemCommand, wait }) },
);

/** Somebody opens their link on a device and knocks. */
const knocks = (who: ParticipantId, device: number): readonly Step[] => [
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
];

/** Somebody comes all the way in, as most people do: without this, random scripts hardly ever fill a room. */
export const comesIn: fc.Arbitrary<readonly Step[]> = fc
  .tuple(fc.constantFrom(DANA, SAM, RAY, LENA), fc.constantFrom(1, 1, 2), fc.constantFrom('admit', 'admit', 'deny'))
  .map(([who, device, answer]): readonly Step[] => [
    ...knocks(who, device),
    {
      actor: from(AMINA),
      command: { type: answer === 'admit' ? 'lobby.admit' : 'lobby.deny', session: deviceOf(who, device) },
    },
  ]);

/** The host deals with somebody unknown, one step after the other, as hosts do; or the chair, where there is one. */
const dealsWith: fc.Arbitrary<readonly Step[]> = fc
  .tuple(dealing, fc.constantFrom(AMINA, AMINA, TOM))
  .map(([commands, who]) => commands.map((command): Step => ({ actor: from(who), command, wait: 1000 })));

/** The chair turns somebody away who knocks, or removes them; having noticed them on their device, or somebody else on another. */
const putsOut: fc.Arbitrary<readonly Step[]> = fc
  .tuple(fc.constantFrom(DANA, SAM, RAY, LENA), fc.constantFrom(DANA, SAM, RAY, PRIYA), fc.constantFrom(1, 2))
  .map(([who, noticed, device]): readonly Step[] => [
    ...knocks(who, device),
    {
      actor: from(TOM),
      command: { type: 'unknown.notice', about: 'device', session: deviceOf(noticed), words: '' },
      wait: 200,
    },
    { actor: from(TOM), command: { type: 'lobby.deny', session: deviceOf(who, device) }, wait: 200 },
    { actor: from(TOM), command: { type: 'lobby.remove', participant: who }, wait: 200 },
  ]);

/** Somebody may be with the chair as with anybody else, or at their device instead of them. */
const noticesChair: fc.Arbitrary<readonly Step[]> = fc
  .constantFrom<'device' | 'nearby'>('device', 'nearby')
  .map((about) => [
    { actor: from(AMINA), command: { type: 'unknown.notice', about, session: deviceOf(TOM), words: '' }, wait: 200 },
  ]);

const hostEnds: fc.Arbitrary<readonly Step[]> = ending.map((command) => [{ actor: from(AMINA), command, wait: 1000 }]);

/** The chair ends the call over somebody who would not say who they are. */
const chairEnds: fc.Arbitrary<readonly Step[]> = fc
  .tuple(refusedMatter, ending)
  .map(([commands, end]) => [...commands, end].map((command): Step => ({ actor: from(TOM), command, wait: 1000 })));

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

/** Somebody's device says what it encrypts with, the host's as well, and the host answers to it. */
const protects: fc.Arbitrary<readonly Step[]> = fc
  .tuple(fc.constantFrom(DANA, SAM, RAY, PRIYA), fc.constantFrom(null, null, keyOfDevice('one'), keyOfDevice('two')))
  .map(([who, key]): readonly Step[] => [
    { actor: from(who), command: { type: 'protection.offer', key } },
    { actor: from(AMINA), command: { type: 'protection.offer', key: keyOfDevice('host') } },
    ...(key === null ? [{ type: 'protection.accept', session: deviceOf(who) } as const] : [BEGINS, CHECKS]).map(
      (command) => ({ actor: from(AMINA), command }),
    ),
  ]);

/** A random visit, to be played after a scripted opening; it ends in a few of them. */
export const steps: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 36, arbitrary: step.map((one): readonly Step[] => [one]) },
        { weight: 3, arbitrary: comesIn },
        { weight: 3, arbitrary: dealsWith },
        { weight: 1, arbitrary: putsOut },
        { weight: 1, arbitrary: noticesChair },
        { weight: 3, arbitrary: staysOnOne },
        { weight: 3, arbitrary: protects },
      ),
      { minLength: 25, maxLength: 80, size: 'max' },
    ),
    fc.option(fc.oneof(hostEnds, chairEnds), { freq: 4 }),
    fc.array(step, { maxLength: 6 }),
  )
  .map(([middle, end, rest]) => (end === null ? middle.flat() : [...middle.flat(), ...end, ...rest]));
