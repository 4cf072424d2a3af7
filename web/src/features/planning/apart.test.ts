import { DANA, HOST_IN_OFFICE, PRIYA, RAY, SAM } from '@doorstep/shared/testing/personas.ts';
import { planned, type Script } from '@doorstep/shared/testing/script.ts';
import type { ParticipantId } from '@doorstep/shared/visit/ids.ts';
import { isFamily, type Role } from '@doorstep/shared/visit/people.ts';
import { areApart } from '@doorstep/shared/visit/separation/areApart.ts';
import type { Against } from '@doorstep/shared/visit/separation/state.ts';
import { viewFor } from '@doorstep/shared/visit/view.ts';
import type { ConsoleView, RosterEntry } from '@doorstep/shared/visit/viewShape.ts';
import { describe, expect, test } from 'vitest';
import { ROLES } from '../../content/people.ts';
import { apartByOthers, apartFrom, areLinksOut, freedWithout, isOfFamily, isTimeToAsk, sayApart } from './apart.ts';

const VIC = 'vic' as ParticipantId;
const IONA = 'iona' as ParticipantId;
const these = (...people: readonly ParticipantId[]): Against => ({ is: 'these', people });
const allBut = (...people: readonly ParticipantId[]): Against => ({ is: 'allBut', people });
const ordered = (script: Script, participant: ParticipantId, against: Against): Script =>
  script.must(HOST_IN_OFFICE, { type: 'separation.order', participant, against });
const added = (script: Script, participant: ParticipantId, name: string, role: Role, helps?: ParticipantId): Script =>
  script.must(HOST_IN_OFFICE, {
    type: 'roster.add',
    person: { participant, name, role, relationship: '', staff: null, helps },
  });

/** What the host's page has before it. */
function consoleOf(script: Script): ConsoleView {
  const view = viewFor(script.current, { participant: script.current.host, session: null });
  if (view.screen !== 'preparing' || view.console === null) throw new Error('Not the host’s page');
  return view.console;
}

const rosterOf = (script: Script): readonly RosterEntry[] => consoleOf(script).roster;

function entryOf(script: Script, participant: ParticipantId): RosterEntry {
  const entry = rosterOf(script).find((one) => one.participant === participant);
  if (entry === undefined) throw new Error(`${participant} is not on the roster`);
  return entry;
}

const says = (script: Script, participant: ParticipantId): string =>
  sayApart(rosterOf(script), entryOf(script, participant));
const names = (found: readonly RosterEntry[]): readonly string[] => found.map(({ name }) => name);

test('[PLAN-10] the page takes the same people for family as the visit does', () => {
  const roles = Object.keys(ROLES) as Role[];
  expect(roles.filter(isOfFamily)).toEqual(roles.filter(isFamily));
});

test.each([
  ['one from another', [[DANA, these(RAY)]]],
  ['one from everyone', [[DANA, allBut()]]],
  ['one from everyone but one', [[SAM, allBut(DANA)]]],
  [
    'two by two orders',
    [
      [DANA, these(RAY)],
      [SAM, allBut(DANA)],
    ],
  ],
] as const)(
  '[PLAN-10] %s: the page reckons it as the visit does, also when somebody comes unexpectedly',
  (_what, orders) => {
    const helped = added(planned(), IONA, 'Iona Pop', 'interpreter', RAY);
    const script = orders.reduce((before, [who, against]) => ordered(before, who, against), helped);
    const agree = (): void => {
      const roster = rosterOf(script);
      for (const entry of roster) {
        const apart = roster.filter((other) => areApart(script.current, entry.participant, other.participant));
        expect(apartFrom(roster, entry)).toEqual(apart);
      }
    };
    agree();
    added(script.must(HOST_IN_OFFICE, { type: 'visit.start' }), VIC, 'Vic Cole', 'householdMember');
    agree();
    script.must(HOST_IN_OFFICE, { type: 'separation.vouch', participant: VIC });
    agree();
  },
);

describe('what is said of somebody', () => {
  test('[PLAN-10] is the same both ways round, and of nobody else', () => {
    const script = ordered(planned(), DANA, these(RAY));
    expect([DANA, RAY, SAM, PRIYA].map((who) => says(script, who))).toEqual([
      'Kept apart from Ray Cole',
      'Kept apart from Dana Hughes',
      'Not kept apart from anybody',
      'Not kept apart from anybody',
    ]);
  });

  test('[PLAN-10] of an order for everyone, is what was ordered and not only whom it means today', () => {
    expect(says(ordered(planned(), SAM, allBut(DANA)), SAM)).toBe(
      'Kept apart from everyone of the family but Dana Hughes',
    );
    expect(says(ordered(planned(), SAM, allBut()), SAM)).toBe('Kept apart from everyone of the family');
  });

  test('[PLAN-10] tells an order of their own from one for somebody else', () => {
    const script = ordered(planned(), DANA, these(RAY));
    expect(names(apartByOthers(rosterOf(script), entryOf(script, RAY)))).toEqual(['Dana Hughes']);
    expect(names(apartByOthers(rosterOf(script), entryOf(script, DANA)))).toEqual([]);
  });

  test('[PLAN-10] lifting it frees those whom nothing else keeps away', () => {
    const script = ordered(ordered(planned(), DANA, these(RAY, SAM)), RAY, these(DANA));
    expect(names(freedWithout(rosterOf(script), entryOf(script, DANA)))).toEqual(['Sam Hughes']);
  });
});

describe('[PLAN-10] before links go out', () => {
  const sent = (entry: RosterEntry): RosterEntry => ({
    ...entry,
    invitation: { id: 'link' as never, sent: true, opened: false, revoked: false, expiresAt: 0 as never },
  });

  test('it is asked where two adults of the family could meet, and nothing was ordered', () => {
    const roster = rosterOf(planned());
    expect(isTimeToAsk(roster)).toBe(true);
    expect(isTimeToAsk(roster.filter(({ participant }) => participant !== RAY))).toBe(false);
    expect(isTimeToAsk(rosterOf(ordered(planned(), DANA, these(RAY))))).toBe(false);
  });

  test('an interpreter is not one of two adults, and it is too late when both were written to', () => {
    const roster = rosterOf(added(planned(), IONA, 'Iona Pop', 'interpreter', DANA));
    expect(isTimeToAsk(roster.filter(({ participant }) => participant !== RAY))).toBe(false);
    const writtenTo = (...who: readonly ParticipantId[]) =>
      roster.map((entry) => (who.includes(entry.participant) ? sent(entry) : entry));
    expect(isTimeToAsk(writtenTo(DANA, SAM))).toBe(true);
    expect(isTimeToAsk(writtenTo(DANA, RAY))).toBe(false);
  });

  test('one message to the family is enough to warn that it cannot be taken back', () => {
    const roster = rosterOf(planned());
    const only = (who: ParticipantId) => roster.map((entry) => (entry.participant === who ? sent(entry) : entry));
    expect([areLinksOut(roster), areLinksOut(only(SAM)), areLinksOut(only(PRIYA))]).toEqual([false, true, false]);
  });
});
