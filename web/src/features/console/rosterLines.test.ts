import type { Instant } from '@doorstep/shared/visit/ids.ts';
import type { DeviceView, RoomView, RosterEntry } from '@doorstep/shared/visit/viewShape.ts';
import { expect, test } from 'vitest';
import { aConsole, aDevice, aHostDevice, aPerson, aRoom, aRosterEntry } from '../../visit/testViews.ts';
import { rosterLines } from './rosterLines.ts';

const device = (change: Partial<DeviceView> = {}): DeviceView => aDevice('s', change);
const dana = aPerson('Dana', { relationship: 'mother', devices: [device()] });
const entry = (change: Partial<RosterEntry>): RosterEntry => aRosterEntry('Ray', change);
const view = (change: Partial<RoomView>): RoomView => aRoom({ people: [dana], ...change });

test('[ROST-1] a colleague sees everyone in the room, and how each is known', () => {
  expect(rosterLines(view({}))).toMatchObject([{ name: 'Dana', known: 'link', state: 'here', since: null }]);
});

test('[ROST-2] somebody all of whose devices are lost is away, one of two is not', () => {
  const lost = device({ connection: 'reconnecting' });
  const states = [[lost], [lost, device()]].map(
    (devices) => rosterLines(view({ people: [{ ...dana, devices }] }))[0]?.state,
  );
  expect(states).toEqual(['reconnecting', 'here']);
});

test('[ROST-2] the host sees the whole plan, the child first, second devices as such', () => {
  const roster = [
    entry({ devices: [aHostDevice('s', { arrival: 'second' })] }),
    aRosterEntry('Ella', { role: 'child', state: 'waiting', since: 5 as Instant }),
  ];
  const lines = rosterLines(view({ console: aConsole({ roster }) }));
  expect(lines.map(({ name, state }) => [name, state])).toEqual([
    ['Ella', 'waiting'],
    ['Ray', 'expected'],
  ]);
  expect(lines[1]?.devices[0]?.isSecond).toBe(true);
});
