import { describe, expect, test } from 'vitest';
import { AMINA, DANA, deviceOf, from, HOST_IN_OFFICE, linkOf, NOON, PRIYA, SAM } from '../../testing/personas.ts';
import { admits, knocks, opensLink, planned, type Script, started, underWay, withLinks } from '../../testing/script.ts';
import { SYSTEM } from '../actor.ts';
import { after, type SessionId } from '../ids.ts';
import { mediaPlan } from '../mediaPlan.ts';
import type { RefusalCode } from '../refusals.ts';
import { summaryOf } from '../summary.ts';
import type { ConsoleView } from '../viewShape.ts';

const LATER = {
  kind: 'homeVisit',
  purpose: 'Another day',
  scheduledFor: after(NOON, 86_400_000),
  lengthMinutes: 45,
} as const;

function consoleOf(script: Script, session: SessionId | null = deviceOf(AMINA)): ConsoleView {
  const view = script.viewOf(AMINA, session);
  if (!('console' in view) || view.console === null) throw new Error('The host has a console');

  return view.console;
}

const opening = (script: Script, more: object = {}, wait = 0): RefusalCode | null =>
  script.attempt({
    actor: SYSTEM,
    wait,
    command: {
      type: 'session.open',
      session: deviceOf(DANA),
      participant: DANA,
      invitation: linkOf(DANA),
      identity: 'ownLink',
      device: 'phone',
      ...more,
    },
  });

describe('a link', () => {
  test('[JOIN-2] is one person’s: it opens the visit for nobody else', () => {
    expect(opening(withLinks(), { participant: SAM })).toBe('notFound');
    expect(opening(withLinks(), { invitation: 'unheard-of' })).toBe('notFound');
    expect(opening(withLinks(), { invitation: null })).toBe('notFound');
    expect(opening(withLinks())).toBe(null);
  });

  test('[JOIN-2] expires two hours after the planned end', () => {
    const HOUR = 3_600_000;
    expect(opening(withLinks(), {}, 2.75 * HOUR - 1)).toBe(null);
    expect(opening(withLinks(), {}, 2.75 * HOUR)).toBe('linkExpired');
  });

  test('[JOIN-2] can be revoked: nobody opens it any more, and whoever had opened it is shown the door', () => {
    const script = knocks(opensLink(started(), DANA), DANA);
    script.must(from(AMINA), { type: 'invitation.revoke', invitation: linkOf(DANA) });
    expect(script.viewOf(DANA)).toMatchObject({ screen: 'out', why: 'linkClosed' });
    expect(opening(script, { session: deviceOf(DANA, 2) })).toBe('linkRevoked');
    expect(script.attempt({ actor: from(DANA), command: { type: 'lobby.knock' } })).toBe('linkRevoked');
  });

  test('[JOIN-2] revoked while its person is inside puts nobody out; once they leave they do not come back by it', () => {
    const script = underWay();
    script.must(from(AMINA), { type: 'invitation.revoke', invitation: linkOf(DANA) });
    expect(script.viewOf(DANA).screen).toBe('room');
    script.must(from(DANA), { type: 'presence.leave', quickly: false });
    expect(script.attempt({ actor: from(DANA), command: { type: 'lobby.knock' } })).toBe('linkRevoked');
  });

  test.each([
    ['revoked', { type: 'invitation.revoke', invitation: linkOf(DANA) }],
    ['sent again', { type: 'invitation.issue', participant: DANA }],
    ['outlived by the new plan', { type: 'visit.replan', plan: LATER }],
  ] as const)('[JOIN-2] %s while people wait by it, it leaves none of them on the host’s panel', (_how, command) => {
    const script = opensLink(knocks(opensLink(knocks(opensLink(started(), DANA), DANA), DANA, 2), DANA, 2), DANA, 3);
    expect(consoleOf(script).lobby).toHaveLength(2);
    script.must(from(AMINA), command);

    const { lobby, roster, unknowns } = consoleOf(script);
    expect(lobby).toEqual([]);
    expect(roster.find(({ participant }) => participant === DANA)).toMatchObject({ state: 'left', devices: [] });
    expect(unknowns).toMatchObject([{ state: 'removed', open: false }]);
    expect(summaryOf(script.current).waiting).toBe(0);
    expect(mediaPlan(script.current).rooms.flatMap(({ prepared }) => prepared)).toEqual([]);
    expect(Object.keys(script.viewOf(AMINA).can).filter((key) => key.includes('dana-device'))).toEqual([]);
    for (const device of [1, 2, 3]) {
      expect(script.viewOf(DANA, deviceOf(DANA, device))).toMatchObject({ screen: 'out', why: 'linkClosed' });
      expect(script.attempt({ actor: from(DANA, device), command: { type: 'lobby.knock' } })).toBe('linkRevoked');
    }
  });

  test('[JOIN-2] closed before anybody knocked, it leaves its person expected, also when the device is heard from again', () => {
    const script = opensLink(withLinks(), DANA);
    script.must(HOST_IN_OFFICE, { type: 'invitation.revoke', invitation: linkOf(DANA) });
    script.must(SYSTEM, { type: 'session.lose', session: deviceOf(DANA) });
    script.must(SYSTEM, { type: 'session.connect', session: deviceOf(DANA) });

    expect(consoleOf(script, null).roster.find(({ participant }) => participant === DANA)).toMatchObject({
      state: 'expected',
      devices: [],
    });
    expect(script.viewOf(DANA)).toMatchObject({ screen: 'out', why: 'linkClosed' });
  });

  test('[JOIN-2] closed while somebody waits by it, they are out, and whoever comes by the new one is let in', () => {
    const script = knocks(opensLink(started(), DANA), DANA);
    script.must(from(AMINA), { type: 'invitation.issue', participant: DANA }, { freshId: linkOf(DANA, 2) });
    knocks(opensLink(script, DANA, 2, 2), DANA, 2);
    const command = { type: 'lobby.admit', session: deviceOf(DANA) } as const;
    expect(script.attempt({ actor: from(AMINA), command })).toBe('notWaiting');
    expect(admits(script, DANA, 2).viewOf(DANA, deviceOf(DANA, 2)).screen).toBe('room');
  });

  test('[JOIN-2] sent again is a new link, and the old one is closed', () => {
    const script = withLinks();
    script.must(HOST_IN_OFFICE, { type: 'invitation.issue', participant: DANA }, { freshId: linkOf(DANA, 2) });
    expect(script.happened).toEqual(['invitation.revoked', 'invitation.issued']);
    expect(opening(script)).toBe('linkRevoked');
    expect(opening(script, { invitation: linkOf(DANA, 2) })).toBe(null);
  });

  test('is never made for somebody who signs in', () => {
    const command = { type: 'invitation.issue', participant: PRIYA } as const;
    expect(planned().attempt({ actor: HOST_IN_OFFICE, command })).toBe('signsInInstead');
  });

  test('[JOIN-7] opened on another device makes that a second device, and takes nothing from the first', () => {
    const script = opensLink(underWay(), DANA, 2);
    expect(script.current.sessions.get(deviceOf(DANA, 2))?.arrival).toBe('second');
    expect(script.viewOf(DANA).screen).toBe('room');
    expect(script.viewOf(DANA, deviceOf(DANA, 2)).screen).toBe('arriving');
    knocks(script, DANA, 2);
    expect(script.viewOf(AMINA)).toMatchObject({ console: { lobby: [{ name: 'Dana Hughes', arrival: 'second' }] } });
    admits(script, DANA, 2);
    expect(script.viewOf(DANA).screen).toBe('room');
  });

  test('[JOIN-7] opened again after the first device has left is said to be so', () => {
    const script = underWay().must(from(DANA), { type: 'presence.leave', quickly: false });
    opensLink(script, DANA, 2);
    expect(script.current.sessions.get(deviceOf(DANA, 2))?.arrival).toBe('again');
  });

  test('[JOIN-2] opened on one browser after the other opens no more in the end; whoever has a place keeps it, and a new link is good', () => {
    const script = underWay();
    for (let device = 2; device <= 20; device += 1) {
      opensLink(script, DANA, device).must(from(DANA, device), { type: 'presence.leave', quickly: false });
    }
    expect(opening(script, { session: deviceOf(DANA, 21) })).toBe('linkRevoked');
    expect(opening(script)).toBe(null);
    expect(script.viewOf(DANA).screen).toBe('room');
    script.must(HOST_IN_OFFICE, { type: 'invitation.issue', participant: DANA }, { freshId: linkOf(DANA, 2) });
    expect(opening(script, { session: deviceOf(DANA, 21), invitation: linkOf(DANA, 2) })).toBe(null);
  });

  test('[JOIN-7] opened again on the same device is the same device', () => {
    const script = underWay();
    expect(opening(script)).toBe(null);
    expect(script.happened).toEqual([]);
    expect(opening(script, { participant: SAM, invitation: linkOf(SAM) })).toBe('notFound');
  });
});
