import { describe, expect, test } from 'vitest';
import {
  AMINA,
  DANA,
  from,
  HOST_IN_OFFICE,
  linkOf,
  NOON,
  PRIYA,
  RAY,
  STAFF_AMINA,
  TOM,
  VISIT,
} from '../../testing/personas.ts';
import { chaired, opensLink, planned, Script, signsIn, started, underWay, withLinks } from '../../testing/script.ts';
import { SYSTEM } from '../actor.ts';
import { policyOf } from '../authority/policy.ts';
import type { Instant } from '../ids.ts';

const plan = { kind: 'homeVisit', purpose: 'To see the new flat', scheduledFor: NOON, lengthMinutes: 45 } as const;
const DAY = 86_400_000;

describe('planning', () => {
  test('only the server begins a visit, and only once', () => {
    const host = { participant: AMINA, staff: STAFF_AMINA, name: 'Amina Okafor' };
    const begin = { type: 'visit.plan', visit: VISIT, plan, policy: policyOf({}), host } as const;
    expect(new Script().attempt({ actor: HOST_IN_OFFICE, command: begin })).toBe('notYours');
    expect(planned().attempt({ actor: SYSTEM, command: begin })).toBe('visitAlreadyPlanned');
  });

  test('[TEAM-4] [PRIV-4] a visit keeps what its authority had settled when it was planned, and the host alone reads it', () => {
    const host = { participant: AMINA, staff: STAFF_AMINA, name: 'Amina Okafor' };
    const policy = { rooms: { told: 'withWhom' } } as const;
    const script = new Script().must(SYSTEM, { type: 'visit.plan', visit: VISIT, plan, policy, host });
    script.must(HOST_IN_OFFICE, { type: 'visit.replan', plan: { ...plan, lengthMinutes: 60 } });

    expect(script.current.policy).toEqual(policy);
    const view = script.viewOf(AMINA, null);
    expect(view.screen === 'preparing' && view.console?.usuallyTold).toBe('withWhom');
    const usual = chaired(underWay());
    expect(JSON.stringify([usual.viewOf(DANA), usual.viewOf(TOM)])).not.toContain('usuallyTold');
  });

  test('[PLAN-1] a visit may be planned without a purpose, but no link is made and it cannot start until there is one', () => {
    const script = planned('  ');
    const link = { actor: HOST_IN_OFFICE, command: { type: 'invitation.issue', participant: DANA } } as const;
    expect(script.attempt(link)).toBe('purposeMissing');
    expect(script.attempt({ actor: HOST_IN_OFFICE, command: { type: 'visit.start' } })).toBe('purposeMissing');

    script.must(HOST_IN_OFFICE, { type: 'visit.replan', plan });
    expect(script.attempt(link)).toBe(null);
  });

  test('[PLAN-1] once a link is out, the purpose can be changed but not taken away', () => {
    const script = withLinks();
    const without = { type: 'visit.replan', plan: { ...plan, purpose: ' ' } } as const;
    expect(script.attempt({ actor: HOST_IN_OFFICE, command: without })).toBe('purposeMissing');
  });

  test('[JOIN-2] moving a visit beyond the end of its links closes them, so that nobody holds a link that will fail', () => {
    const script = withLinks();
    const later = { ...plan, scheduledFor: (NOON + 7 * DAY) as Instant };
    script.must(HOST_IN_OFFICE, { type: 'visit.replan', plan: later });
    expect(script.happened).toEqual([
      'visit.replanned',
      'invitation.revoked',
      'invitation.revoked',
      'invitation.revoked',
    ]);
  });

  test('nobody but the host plans, starts or ends', () => {
    const script = signsIn(opensLink(underWay(), RAY), PRIYA);
    for (const who of [PRIYA, DANA, RAY]) {
      expect(script.attempt({ actor: from(who), command: { type: 'visit.replan', plan } })).toBe('notYours');
      expect(script.attempt({ actor: from(who), command: { type: 'visit.start' } })).toBe('notYours');
      expect(script.attempt({ actor: from(who), command: { type: 'visit.end', words: 'Bye' } })).toBe('notYours');
    }
  });
});

describe('the people of a visit', () => {
  const person = {
    participant: 'new' as typeof DANA,
    name: 'Jo March',
    role: 'supporter',
    relationship: 'aunt',
    staff: null,
  } as const;
  const adding = (more: object) => ({
    actor: HOST_IN_OFFICE,
    command: { type: 'roster.add', person: { ...person, ...more } } as const,
  });

  test.each([
    [{ name: 'DANA HUGHES' }, 'nameTaken'],
    [{ name: 'Dаna Hughes' }, 'nameTaken'],
    [{ name: 'Amina 0kafor' }, 'nameTaken'],
    [{ name: '🙂' }, 'nameUnreadable'],
    [{ role: 'host' }, 'oneHostOnly'],
    [{ role: 'chair' }, 'chairSignsIn'],
    [{ role: 'chair', staff: 'staff-x' }, null],
    [{ role: 'parent', staff: 'staff-x' }, 'familyNeverSignsIn'],
    [{ role: 'colleague', staff: 'staff-priya' }, 'alreadyOnRoster'],
    [{ participant: DANA }, 'alreadyOnRoster'],
    [{}, null],
  ])('[JOIN-8] adding somebody with %j is answered %j', (more, answer) => {
    expect(planned().attempt(adding(more))).toBe(answer);
  });

  test('[UNK-1] a visit has one chair at most: another only when the first was taken off the plan', () => {
    const another = adding({ role: 'chair', staff: 'staff-x' });
    const script = chaired(started());
    expect(script.attempt(another)).toBe('oneChairOnly');
    script.must(from(AMINA), { type: 'lobby.remove', participant: TOM });
    expect(script.attempt(another)).toBe('oneChairOnly');
    script.must(from(AMINA), { type: 'roster.withdraw', participant: TOM });
    expect(script.attempt(another)).toBe(null);
  });

  test('[JOIN-8] the name of somebody put out stays taken; of somebody taken off the plan it is free again', () => {
    const script = opensLink(started(), RAY);
    script.must(from(AMINA), { type: 'lobby.remove', participant: RAY });
    expect(script.attempt(adding({ name: 'Ray Cole' }))).toBe('nameTaken');
    script.must(from(AMINA), { type: 'roster.withdraw', participant: DANA });
    expect(script.attempt(adding({ name: 'Dana Hughes' }))).toBe(null);
  });

  test('taking somebody off the plan closes their link; whoever waits or is inside must be removed instead', () => {
    const script = underWay();
    expect(script.attempt({ actor: from(AMINA), command: { type: 'roster.withdraw', participant: DANA } })).toBe(
      'stillConnected',
    );
    script.must(from(AMINA), { type: 'roster.withdraw', participant: RAY });
    expect(script.current.invitations.get(linkOf(RAY))?.revoked).toBe(true);
    expect(script.attempt({ actor: from(AMINA), command: { type: 'roster.withdraw', participant: AMINA } })).toBe(
      'hostStays',
    );
  });
});
