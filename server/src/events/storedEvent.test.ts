import { readFileSync } from 'node:fs';
import { Playing } from '@doorstep/shared/testing/playing.ts';
import type { EventType } from '@doorstep/shared/visit/events.ts';
import { replay } from '@doorstep/shared/visit/evolve.ts';
import { describe, expect, test } from 'vitest';
import { parseStored, type StoredEvent, toStored } from './storedEvent.ts';
import { upcast } from './upcast.ts';

const fixture = (name: string): readonly StoredEvent[] =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8'));

/** A log as version 1 of the events wrote it. It is never changed: real logs are not either. */
const written = fixture('log-v1');
/** What came later, in kinds of event and of people, without a new version, because older ones stayed as they were. */
const LATER = [
  'log-v1-who-is-here',
  'log-v1-observation',
  'log-v1-chair',
  'log-v1-one-device',
  'log-v1-rooms',
  'log-v1-protection',
  'log-v1-comparing',
  'log-v1-policy',
  'log-v1-sides',
];

/** Does not compile while a kind of event is missing. */
const KINDS: { readonly [Type in EventType]: true } = {
  'visit.planned': true,
  'visit.replanned': true,
  'visit.started': true,
  'visit.ended': true,
  'participant.added': true,
  'participant.withdrawn': true,
  'participant.removed': true,
  'invitation.issued': true,
  'invitation.revoked': true,
  'invitation.sent': true,
  'session.opened': true,
  'session.connected': true,
  'session.lost': true,
  'session.entered': true,
  'session.mediaSet': true,
  'session.left': true,
  'session.seatLost': true,
  'session.knocked': true,
  'session.admitted': true,
  'session.denied': true,
  'session.removed': true,
  'household.told': true,
  'household.asked': true,
  'check.reported': true,
  'help.sent': true,
  'help.dismissed': true,
  'help.asked': true,
  'help.closed': true,
  'introduction.called': true,
  'introduction.made': true,
  'senses.asked': true,
  'senses.answered': true,
  'condition.told': true,
  'sight.told': true,
  'observation.noted': true,
  'separation.ordered': true,
  'separation.lifted': true,
  'separation.vouched': true,
  'room.opened': true,
  'room.invited': true,
  'room.declined': true,
  'session.moved': true,
  'room.closed': true,
  'room.told': true,
  'space.covered': true,
  'space.ended': true,
  'alone.asked': true,
  'alone.answered': true,
  'protection.offered': true,
  'protection.late': true,
  'protection.accepted': true,
  'protection.begun': true,
  'protection.checked': true,
  'unknown.noticed': true,
  'unknown.stepped': true,
  'unknown.closed': true,
};

const parsedType = (event: unknown): string =>
  typeof event === 'object' && event !== null && 'type' in event ? String(event.type) : '';

const [first] = written;
if (first === undefined) throw new Error('An empty fixture');

describe('a log of version 1', () => {
  test('is still read, every entry as it was written', () => {
    const read = written.map(parseStored);
    expect(
      read.map(({ version, at, commandId, actor, event }) => ({ version, at, command: commandId, actor, event })),
    ).toEqual(written.map(({ schema: _, ...rest }) => rest));
  });

  test('still tells of the same visit', () => {
    const visit = replay(written.map(parseStored));
    expect(visit?.phase.is).toBe('ended');
    expect([...(visit?.participants.values() ?? [])].map(({ name, standing }) => [name, standing])).toEqual([
      ['Amina Okafor', 'on'],
      ['Priya Shah', 'withdrawn'],
      ['Dana Hughes', 'on'],
      ['Sam Hughes', 'on'],
      ['Ray Cole', 'removed'],
    ]);
    expect([...(visit?.sessions.values() ?? [])].map(({ standing }) => standing.is).sort()).toEqual(
      ['denied', 'left', 'removed', 'seatLost', 'seated'].sort(),
    );
  });
});

describe('kinds of event that came later', () => {
  test.each(LATER)('%s is still read, every entry as it was written', (name) => {
    const rows = fixture(name);
    const read = rows.map(parseStored);
    expect(read.map(({ event }) => event)).toEqual(rows.map(({ event }) => event));
    expect(JSON.parse(JSON.stringify(read.map(({ event }) => toStored(event))))).toEqual(
      rows.map(({ event }) => event),
    );
  });

  test('a visit with somebody unknown in it still tells what became of each matter', () => {
    const visit = replay(fixture('log-v1-who-is-here').map(parseStored));
    expect([...(visit?.unknowns.values() ?? [])].map(({ state, open, why }) => [state, open, why])).toEqual([
      ['left', false, 'reported'],
      ['nobody', false, 'reported'],
      ['introduced', false, 'reported'],
      ['callEnded', false, 'anotherDevice'],
    ]);
    expect([...(visit?.introductions.made.keys() ?? [])]).toHaveLength(2);
  });

  test('a visit with two sides still tells who was let into which, to whom they were introduced, and who had no key for a while', () => {
    const visit = replay(fixture('log-v1-sides').map(parseStored));
    expect([...(visit?.letInto ?? [])]).toEqual([['lena', 'main-2']]);
    expect([...(visit?.introductions.made ?? [])].map(([who, made]) => [who, made.map(({ room }) => room)])).toEqual([
      ['amina', ['main-2']],
    ]);
    expect(visit?.introductions.calledOn).toEqual([{ who: 'lena', room: 'main-2' }]);
    expect([...(visit?.keyless ?? [])]).toEqual(['lena-device-1']);
  });

  test('a visit with a chair still tells who chaired it', () => {
    const people = replay(fixture('log-v1-chair').map(parseStored))?.participants;
    expect([...(people?.values() ?? [])].map(({ name, role }) => [name, role])).toEqual([
      ['Amina Okafor', 'host'],
      ['Tom Reilly', 'chair'],
    ]);
  });

  test('[TEAM-4] a visit still goes by the policy under which it was planned; the usual holds for one that is older than policies', () => {
    const policyIn = (name: string) => replay(fixture(name).map(parseStored))?.policy;
    expect(policyIn('log-v1-policy')).toEqual({ rooms: { told: 'nothing' } });
    expect(policyIn('log-v1')).toEqual({ rooms: { told: 'away' } });
  });

  test('every kind of event stands in one of the logs', () => {
    const kinds = [written, ...LATER.map(fixture)].flat().map(({ event }) => parsedType(event));
    expect(Object.keys(KINDS).filter((kind) => !kinds.includes(kind))).toEqual([]);
  });
});

test('whatever happens in a visit is written and read as it was', () => {
  new Playing(40).stories(({ log }) => {
    const rows = log.map(({ commandId, event, ...rest }) => ({
      ...rest,
      schema: 1,
      command: commandId,
      event: toStored(event),
    }));
    const read: readonly StoredEvent[] = JSON.parse(JSON.stringify(rows));
    expect(read.map(parseStored)).toEqual(log);
  });
});

describe('a row that is not understood is not loaded', () => {
  test.each<[string, Partial<StoredEvent>]>([
    ['an event of an unknown kind', { event: { type: 'visit.forgotten' } }],
    ['an event with something missing', { event: { type: 'session.lost', session: 'a' } }],
    ['an event with something more', { event: { type: 'visit.started', at: 1, by: 'x' } }],
    ['an unknown actor', { actor: { kind: 'administrator' } }],
    ['a time that is none', { at: -1 }],
    ['an id that nobody mints', { command: 'a b' }],
    ['an event of a later version', { schema: 2 }],
  ])('%s', (_, change) => {
    expect(() => parseStored({ ...first, ...change })).toThrow();
  });
});

describe('bringing old events up to date', () => {
  const steps = { 1: (event: unknown) => [event, 'two'], 2: (event: unknown) => [event, 'three'] };

  test('goes through every version on the way', () => {
    expect(upcast(1, 'one', steps, 3)).toEqual([['one', 'two'], 'three']);
    expect(upcast(3, 'three', steps, 3)).toBe('three');
  });

  test('stops where a step is missing', () => {
    expect(() => upcast(1, 'one', {}, 2)).toThrow('Nothing leads from events of version 1 to 2');
  });
});
