import { expect, test } from 'vitest';
import { AMINA, deviceOf, from, keyOfDevice, linkOf, RAY, TOM } from '../testing/personas.ts';
import { CHECKED } from '../testing/probes.ts';
import { chaired, comesIn, knocks, opensLink, type Script, started } from '../testing/script.ts';
import { type Actor, SYSTEM } from './actor.ts';
import type { VisitCommand } from './commands.ts';
import type { ParticipantId } from './ids.ts';
import type { Role } from './people.ts';
import type { VisitView } from './viewShape.ts';

/** Of a home visit, and of everybody but the host and the chair. In bytes, as they go over the line. */
const LARGEST = 17_000;
/** The one view that may weigh so much more: the host’s, of the largest conference. */
const HOSTS_LARGEST = 68_000;
/** … and while a link in other hands does what it can. */
const UNDER_ATTACK = 52_000;
const bytes = (view: VisitView): number => new TextEncoder().encode(JSON.stringify(view)).length;

const ROLES: readonly Role[] = ['parent', 'child', 'householdMember', 'supporter', 'otherProfessional'];
const SYLLABLES = ['ba', 'de', 'fo', 'gu', 'ka', 'me', 'no', 'su', 'ta', 'we'];
/** Devices and links named after it have about the 22 characters that the server mints. */
const person = (n: number): ParticipantId => `p${String(n).padStart(12, '0')}` as ParticipantId;
/** Those before are the people of every test. */
const FIRST = 5;
const nameOf = (n: number): string =>
  `${SYLLABLES[Math.floor(n / 10)]}${SYLLABLES[n % 10]} Fitzgerald-${SYLLABLES[n % 10]}${SYLLABLES[Math.floor(n / 10)]}`;

interface Crowd {
  readonly people: number;
  readonly inside: number;
  readonly waiting: number;
  readonly matters: number;
}

/** So many people of a visit, each inside with one device and somebody beside it, or waiting, or expected. */
function crowded({ people, inside, waiting, matters }: Crowd): Script {
  const script = started();
  for (let n = script.current.participants.size; n < people; n += 1) {
    const participant = person(n);
    const role = ROLES[n % ROLES.length] ?? 'parent';
    script.must(from(AMINA), {
      type: 'roster.add',
      person: { participant, name: nameOf(n), role, relationship: 'grandmother', staff: null },
    });
    script.must(from(AMINA), { type: 'invitation.issue', participant }, { freshId: linkOf(participant) });
  }
  for (let n = FIRST; n < FIRST + inside; n += 1) settles(comesIn(script, person(n)), person(n));
  for (let n = FIRST + inside; n < FIRST + inside + waiting; n += 1)
    settles(knocks(opensLink(script, person(n)), person(n)), person(n));
  for (let n = 0; n < matters; n += 1) notices(script, n);

  return script.must(from(AMINA), { type: 'senses.ask' });
}

function settles(script: Script, who: ParticipantId): void {
  script.must(from(who), { type: 'check.report', report: CHECKED });
  script.must(from(who), { type: 'protection.offer', key: keyOfDevice(who) });
  const people = [{ name: 'Margaret', relationship: 'grandmother' }];
  script.must(from(who), { type: 'household.tell', people });
  const condition = { blur: 'notKnown', camera: 'ordinary', interruption: 'none', hears: 'yes' } as const;
  script.must(from(who), { type: 'condition.tell', condition });
}

function notices(script: Script, n: number): void {
  const words = 'A man came in behind her, and went out again when he saw the telephone';
  script.must(from(AMINA), { type: 'unknown.notice', about: 'nearby', session: deviceOf(person(FIRST + n)), words });
  const id = [...script.current.unknowns.keys()].at(-1);
  if (id === undefined) throw new Error('Somebody is noticed');
  script
    .must(from(AMINA), { type: 'unknown.askFamily', case: id, words })
    .must(from(AMINA), { type: 'unknown.explain', case: id, words });
  if (n % 2 === 0) script.must(from(AMINA), { type: 'unknown.introduce', case: id, words });
}

const CONFERENCE: Crowd = { people: 40, inside: 17, waiting: 6, matters: 4 };
const HOME_VISIT: Crowd = { people: 9, inside: 3, waiting: 1, matters: 1 };

test('the views of a home visit, and all but the host’s and the chair’s of the largest conference, are small enough to be sent whole', () => {
  const conference = crowded(CONFERENCE);
  const [inside, waiting] = [person(FIRST), person(FIRST + CONFERENCE.inside)];
  expect(conference.viewOf(inside).screen).toBe('room');
  expect(bytes(conference.viewOf(inside))).toBeLessThan(LARGEST);
  expect(bytes(conference.viewOf(waiting))).toBeLessThan(1_000);
  expect(bytes(crowded(HOME_VISIT).viewOf(AMINA))).toBeLessThan(LARGEST);
});

test('the chair’s view of the largest conference weighs a third of the host’s at most, of a home visit no more than anybody’s', () => {
  const { people, inside } = CONFERENCE;
  const conference = chaired(crowded({ ...CONFERENCE, people: people - 1, inside: inside - 1 })).viewOf(TOM);
  expect(conference.screen === 'room' && conference.chair?.unknowns).toHaveLength(CONFERENCE.matters);
  expect(bytes(conference)).toBeLessThan(HOSTS_LARGEST / 3);
  expect(bytes(chaired(crowded(HOME_VISIT)).viewOf(TOM))).toBeLessThan(LARGEST);
});

test('the host’s view of the largest conference weighs no more than it was decided that it may', () => {
  expect(bytes(crowded(CONFERENCE).viewOf(AMINA))).toBeLessThan(HOSTS_LARGEST);
});

/** The longest that can be said about somebody, in the letters that take the most bytes. */
const LONG_NAMES = Array.from({ length: 8 }, (_, n) => ({
  name: '漢字仮名交'.repeat(12).slice(1) + SYLLABLES[n],
  relationship: '漢字仮名'.repeat(10),
}));

/** Everything that whoever has one forwarded link may do, from as many devices as they like; what is refused is refused. The largest that this professional’s view becomes meanwhile. */
function floods(script: Script, who: ParticipantId, seenBy: ParticipantId): number {
  let largest = 0;
  for (let round = 0; round < 3; round += 1) {
    for (let device = 1; device <= 25; device += 1) {
      const session = deviceOf(who, device);
      const link = { participant: who, invitation: linkOf(who), identity: 'ownLink', device: 'phone' } as const;
      const doing = (actor: Actor, command: VisitCommand) => script.attempt({ actor, command, wait: 100 });
      doing(SYSTEM, { type: 'session.open', session, ...link });
      doing(SYSTEM, { type: 'session.connect', session });
      doing(from(who, device), { type: 'check.report', report: CHECKED });
      doing(from(who, device), { type: 'household.tell', people: LONG_NAMES });
      doing(from(who, device), { type: 'help.ask', what: 'phoneMe' });
      for (let time = 0; time < 6; time += 1) {
        doing(from(who, device), { type: 'lobby.knock' });
        if (time < 5 || round < 2) doing(from(who, device), { type: 'presence.leave', quickly: false });
      }
      largest = Math.max(largest, bytes(script.viewOf(seenBy)));
      if (device % 2 === 0) doing(SYSTEM, { type: 'session.lose', session });
    }
    script.attempt({ actor: SYSTEM, command: { type: 'clock.pass' }, wait: 6 * 60_000 });
  }

  return largest;
}

test('[SAFE-6] a forwarded link that does all it can from twenty devices does not swell the view of the host or the chair', () => {
  const script = crowded(HOME_VISIT);
  const largest = floods(script, RAY, AMINA);
  expect(script.current.sessions.size).toBeGreaterThan(20);
  expect(script.viewOf(AMINA)).toMatchObject({
    screen: 'room',
    console: { unknowns: expect.arrayContaining([expect.objectContaining({ whose: 'Ray Cole' })]) },
  });
  expect(largest).toBeLessThan(UNDER_ATTACK);
  expect(floods(chaired(crowded(HOME_VISIT)), RAY, TOM)).toBeLessThan(UNDER_ATTACK / 2);
});
