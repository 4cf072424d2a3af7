import { readFileSync } from 'node:fs';
import { replay } from '@doorstep/shared/visit/evolve.ts';
import { describe, expect, test } from 'vitest';
import { parseStored, type StoredEvent } from './storedEvent.ts';
import { upcast } from './upcast.ts';

/** A log as version 1 of the events wrote it, with each of its kinds of event. It is never changed: real logs are not either. */
const written: readonly StoredEvent[] = JSON.parse(
  readFileSync(new URL('./fixtures/log-v1.json', import.meta.url), 'utf8'),
);

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
