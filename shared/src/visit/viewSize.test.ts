import { expect, test } from 'vitest';
import { AMINA, deviceOf, from, linkOf } from '../testing/personas.ts';
import { CHECKED } from '../testing/probes.ts';
import { comesIn, knocks, opensLink, type Script, started } from '../testing/script.ts';
import type { ParticipantId } from './ids.ts';
import type { Role } from './people.ts';

/** As DECISIONS.md has it, views beyond this are to be patched. In bytes, as they go over the line. */
const LARGEST = 20_000;
/** What the one view weighs that is beyond it: the host’s, of the largest conference. */
const HOSTS_LARGEST = 60_000;
const bytes = (part: unknown): number => new TextEncoder().encode(JSON.stringify(part)).length;

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

test('the views of a home visit, and all but the host’s of the largest conference, are small enough to be sent whole', () => {
  const conference = crowded(CONFERENCE);
  const [inside, waiting] = [person(FIRST), person(FIRST + CONFERENCE.inside)];
  expect(conference.viewOf(inside).screen).toBe('room');
  expect(bytes(conference.viewOf(inside))).toBeLessThan(LARGEST);
  expect(bytes(conference.viewOf(waiting))).toBeLessThan(1_000);
  expect(bytes(crowded(HOME_VISIT).viewOf(AMINA))).toBeLessThan(LARGEST);
});

test('the host’s view of the largest conference is known to be larger, and how large', () => {
  const size = bytes(crowded(CONFERENCE).viewOf(AMINA));
  expect(size).toBeGreaterThan(LARGEST);
  expect(size).toBeLessThan(HOSTS_LARGEST);
});
