import type { Instant, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { DeviceView, RoomView, RosterEntry } from '@doorstep/shared/visit/viewShape.ts';
import { expect, test } from 'vitest';
import { aConsole, aDevice, aHostDevice, aLobbyEntry, aPerson, aRoom, aRosterEntry } from '../../../visit/testViews.ts';
import { gettingReady, missing } from './devicePlaces.ts';
import { besideOf, isIntroducing, rosterLines } from './rosterLines.ts';

const device = (change: Partial<DeviceView> = {}): DeviceView => aDevice('s', change);
const nan = { companion: 'nan', name: 'Nan', relationship: 'grandmother', introduced: 'notYet' } as never;
const dana = aPerson('Dana', { relationship: 'mother', devices: [device()] });
const entry = (change: Partial<RosterEntry>): RosterEntry => aRosterEntry('Ray', change);
const view = (change: Partial<RoomView>): RoomView => aRoom({ people: [dana], ...change });

test('[ROST-1] a colleague sees everyone in the room, how each is known, and who is beside them; nothing that is the host’s', () => {
  const beside = device({ beside: [nan] });
  const [line] = rosterLines(view({ people: [{ ...dana, devices: [beside] }] }));
  expect(line).toMatchObject({ name: 'Dana', known: 'link', state: 'here', since: null, introduced: 'notYet' });
  expect(line?.devices).toEqual([{ seen: beside, told: null, place: 'inside', room: null, alone: null }]);
  expect(line && besideOf(line)).toEqual([nan]);
});

test('[JOIN-5] [JOIN-7] whom a device at the door names is not listed beside the person whose link it came by', () => {
  const gran = { companion: 'gran', name: 'Gran', relationship: '', introduced: 'notYet' } as never;
  const inside = aHostDevice('s', { beside: [nan] });
  const second = aHostDevice('t', { arrival: 'second', beside: [gran] });
  const roster = [aRosterEntry('Dana', { state: 'here', devices: [inside, second] })];
  const lobby = [aLobbyEntry('Dana', { session: 't' as SessionId })];
  const [line] = rosterLines(view({ console: aConsole({ roster, lobby }) }));
  expect(line && besideOf(line)).toEqual([nan]);
});

test('[ROST-2] somebody all of whose devices are lost is lost, one of two is not; whose app is hidden is away', () => {
  const lost = device({ connection: 'reconnecting' });
  const hidden = device({ interruption: 'hidden' });
  const states = [[lost], [lost, device()], [hidden], [hidden, lost], [hidden, device()]].map(
    (devices) => rosterLines(view({ people: [{ ...dana, devices }] }))[0]?.state,
  );
  expect(states).toEqual(['reconnecting', 'here', 'away', 'away', 'here']);
});

test('[ROST-2] the host sees the whole plan, the child first, and where each device is', () => {
  const inside = aHostDevice('s');
  const second = aHostDevice('t', { arrival: 'second' });
  const opened = aHostDevice('u');
  const roster = [
    entry({ devices: [inside, second, opened] }),
    aRosterEntry('Ella', { role: 'child', state: 'waiting', since: 5 as Instant }),
  ];
  const lobby = [aLobbyEntry('Ray', { session: 't' as SessionId })];
  const lines = rosterLines(view({ console: aConsole({ roster, lobby }) }));
  expect(lines.map(({ name, state }) => [name, state])).toEqual([
    ['Ella', 'waiting'],
    ['Ray', 'expected'],
  ]);
  expect(lines[1]?.devices.map(({ place }) => place)).toEqual(['inside', 'door', 'gettingReady']);
});

test('[JOIN-6] whoever has their link open and has not knocked is getting ready; of whom nothing was seen is not here yet', () => {
  const roster = [
    entry({ state: 'checking', devices: [aHostDevice('u')] }),
    aRosterEntry('Ella', { role: 'child' }),
    aRosterEntry('Mia', { state: 'here', devices: [aHostDevice('other tab')] }),
    aRosterEntry('Dana', { state: 'here', devices: [aHostDevice('s')] }),
  ];
  const seen = view({ console: aConsole({ roster }) });
  expect(gettingReady(seen).map(({ person }) => person.name)).toEqual(['Ray']);
  expect(missing(seen).map(({ name }) => name)).toEqual(['Ella']);
});

test('[ROST-3] the introductions have begun with the first who was called on, or was introduced without', () => {
  const introducing = (change: Partial<typeof dana>) =>
    isIntroducing(rosterLines(view({ people: [{ ...dana, ...change }] })));
  expect(introducing({})).toBe(false);
  expect(introducing({ introduced: 'calledOn' })).toBe(true);
  const named = { companion: 'nan', name: 'Nan', relationship: '', introduced: 'done' } as never;
  expect(introducing({ devices: [device({ beside: [named] })] })).toBe(true);
});
