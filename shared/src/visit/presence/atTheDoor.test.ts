import { describe, expect, test } from 'vitest';
import { AMINA, DANA, deviceOf, from, linkOf, SAM } from '../../testing/personas.ts';
import { admits, knocks, opensLink, type Script, started, underWay, withLinks } from '../../testing/script.ts';
import { SYSTEM } from '../actor.ts';
import type { VisitCommand } from '../commands.ts';

const MINUTE = 60_000;

/** Four devices at the door by Dana’s link, each connected; the last two have knocked. */
function crowded(): Script {
  const script = withLinks();
  for (let device = 1; device <= 4; device += 1) opensLink(script, DANA, device);

  return knocks(knocks(script, DANA, 3), DANA, 4);
}

const opening = (device: number): VisitCommand => ({
  type: 'session.open',
  session: deviceOf(DANA, device),
  participant: DANA,
  invitation: linkOf(DANA),
  identity: 'ownLink',
  device: 'phone',
});
const bySystem = (script: Script, command: VisitCommand, wait = 0) => script.attempt({ actor: SYSTEM, command, wait });
const standingOf = (script: Script, device: number) => script.current.sessions.get(deviceOf(DANA, device))?.standing.is;
const leaves = (script: Script, device: number): Script =>
  script.must(from(DANA, device), { type: 'presence.leave', quickly: false });

describe('[SAFE-6] at the door by one link', () => {
  test('four devices stand at once, and the next is told that there are too many', () => {
    const script = crowded();
    expect(bySystem(script, opening(5))).toBe('tooManyDevices');
    expect(script.current.sessions.has(deviceOf(DANA, 5))).toBe(false);
    for (const device of [1, 2, 3, 4]) expect(['arriving', 'waiting']).toContain(standingOf(script, device));
    opensLink(script, SAM);
  });

  test('one more may stand when one has left, or was let in', () => {
    expect(bySystem(leaves(crowded(), 1), opening(5))).toBe(null);

    const script = knocks(opensLink(started(), DANA), DANA);
    for (let device = 2; device <= 4; device += 1) opensLink(script, DANA, device);
    expect(bySystem(script, opening(5))).toBe('tooManyDevices');
    expect(bySystem(admits(script, DANA), opening(5))).toBe(null);
  });

  test('a device that is silent and never knocked makes room, the longest silent first; one that waits does not', () => {
    const script = crowded();
    for (const device of [4, 2, 1]) bySystem(script, { type: 'session.lose', session: deviceOf(DANA, device) }, 1_000);
    expect(bySystem(script, opening(5))).toBe(null);
    expect([1, 2, 3, 4].map((device) => standingOf(script, device))).toEqual([
      'arriving',
      'absent',
      'waiting',
      'waiting',
    ]);
    bySystem(script, { type: 'session.connect', session: deviceOf(DANA, 5) });
    expect(bySystem(script, opening(6))).toBe(null);
    bySystem(script, { type: 'session.connect', session: deviceOf(DANA, 6) });
    expect(bySystem(script, opening(7))).toBe('tooManyDevices');
  });

  test('whoever was there before comes back only while there is room, by whichever way', () => {
    const script = withLinks();
    opensLink(script, DANA);
    bySystem(script, { type: 'session.lose', session: deviceOf(DANA) });
    bySystem(script, { type: 'clock.pass' }, 6 * MINUTE);
    leaves(opensLink(script, DANA, 2), 2);
    for (let device = 3; device <= 6; device += 1) opensLink(script, DANA, device);

    expect(standingOf(script, 1)).toBe('absent');
    expect(bySystem(script, { type: 'session.connect', session: deviceOf(DANA) })).toBe('tooManyDevices');
    const knock = { type: 'lobby.knock' } as const;
    for (const device of [1, 2])
      expect(script.attempt({ actor: from(DANA, device), command: knock })).toBe('tooManyDevices');
    expect(script.viewOf(DANA, deviceOf(DANA, 2)).can['lobby.knock']).toBe('tooManyDevices');

    knocks(leaves(script, 3), DANA, 2);
    leaves(script, 4);
    expect(bySystem(script, { type: 'session.connect', session: deviceOf(DANA) })).toBe(null);
    expect(standingOf(script, 1)).toBe('arriving');
  });

  test('whoever has a seat, or stands there already, is never turned away by it', () => {
    const script = underWay();
    for (let device = 2; device <= 5; device += 1) opensLink(script, DANA, device);
    bySystem(script, { type: 'connections.reset' });
    for (let device = 1; device <= 5; device += 1) {
      expect(bySystem(script, { type: 'session.connect', session: deviceOf(DANA, device) })).toBe(null);
    }
    expect(script.viewOf(DANA).screen).toBe('room');
    expect(script.attempt({ actor: from(DANA, 2), command: { type: 'lobby.knock' } })).toBe(null);
    expect(script.viewOf(AMINA)).toMatchObject({ console: { lobby: [{ session: deviceOf(DANA, 2) }] } });
  });
});
