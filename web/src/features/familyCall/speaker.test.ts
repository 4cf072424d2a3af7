import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { expect, test } from 'vitest';
import { BREATH_MS, nobody, type Spotlight, stillTalking, turnSpotlight } from './speaker.ts';

const WORKER = 'worker' as SessionId;
const GRAN = 'gran' as SessionId;
const DAD = 'dad' as SessionId;
const ROOM = [WORKER, GRAN, DAD];

type Said = readonly [at: number, ...speakers: SessionId[]];

/** Who is large after all of this was heard, from the moment that the room was entered. */
function largeAfter(room: readonly SessionId[], ...said: readonly Said[]): SessionId | null {
  const entered: Said = [0];
  return [entered, ...said].reduce<Spotlight>(
    (spotlight, [at, ...speakers]) =>
      turnSpotlight(spotlight, room, new Map(speakers.map((speaker, index) => [speaker, 0.8 - index / 10])), at),
    nobody,
  ).large;
}

test('[SEE-5] until somebody speaks, the first of the room is large', () => {
  expect(largeAfter(ROOM)).toBe(WORKER);
});

test('[SEE-5] whoever goes on speaking becomes large', () => {
  expect(largeAfter(ROOM, [3_000, GRAN], [3_500, GRAN], [4_000, GRAN])).toBe(GRAN);
});

test('[SEE-5] a cough does not', () => {
  expect(largeAfter(ROOM, [3_000, GRAN], [3_300], [4_000, GRAN], [4_300])).toBe(WORKER);
  expect(largeAfter(ROOM, [3_000, GRAN], [3_400, GRAN], [3_800, GRAN], [4_100])).toBe(WORKER);
});

test('nobody is taken away before they were seen', () => {
  expect(largeAfter(ROOM, [100, GRAN], [1_200, GRAN])).toBe(WORKER);
  expect(largeAfter(ROOM, [100, GRAN], [1_200, GRAN], [2_600, GRAN])).toBe(GRAN);
});

test('of several who speak at once it is the loudest', () => {
  expect(largeAfter(ROOM, [3_000, DAD, GRAN], [4_000, DAD, GRAN])).toBe(DAD);
});

/** Who was large when, in whole seconds, while all of these talked at once, the loudest first. */
function largeWhile(seconds: number, ...speakers: readonly SessionId[]): readonly (SessionId | null)[] {
  const levels = new Map(speakers.map((speaker, place) => [speaker, 0.8 - place / 10]));
  let spotlight = turnSpotlight(nobody, ROOM, new Map(), 0);
  return Array.from({ length: seconds }, (_, second) => {
    for (const part of [0, 250, 500, 750]) {
      // Between words there is a quarter of a second without a sound.
      spotlight = turnSpotlight(spotlight, ROOM, part === 500 ? new Map() : levels, 1_000 + second * 1_000 + part);
    }
    return spotlight.large;
  });
}

const changesOf = (all: readonly (SessionId | null)[]): number =>
  all.filter((one, at) => at > 0 && one !== all[at - 1]).length;

test('[SEE-5] two who talk on at once are large in turn, and each for long enough to be looked at', () => {
  const seen = largeWhile(30, WORKER, GRAN);
  expect(new Set(seen)).toEqual(new Set([WORKER, GRAN]));
  expect(seen.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => WORKER));
  expect(changesOf(seen)).toBeLessThanOrEqual(4);
});

test('[SEE-5] of three who talk on at once none is passed over', () => {
  expect(new Set(largeWhile(30, WORKER, GRAN, DAD))).toEqual(new Set([WORKER, GRAN, DAD]));
});

test('[SEE-5] whoever talks alone stays large, however long', () => {
  expect(changesOf(largeWhile(60, WORKER))).toBe(0);
});

test('[SEE-5] a word now and then beside somebody who talks does not change who is large', () => {
  const said = Array.from({ length: 11 }, (_, second): Said => [second * 1_000, WORKER]);
  const words = [3, 6, 9].map((second): Said => [second * 1_000 + 500, WORKER, GRAN]);
  expect(largeAfter(ROOM, ...[...said, ...words].sort(([one], [other]) => one - other))).toBe(WORKER);
});

test('who spoke last stays large while it is quiet', () => {
  expect(largeAfter(ROOM, [3_000, GRAN], [4_000, GRAN], [60_000])).toBe(GRAN);
});

test('whoever has gone is not large any more', () => {
  const before = { ...nobody, large: DAD };

  expect(turnSpotlight(before, [WORKER, GRAN], new Map(), 1).large).toBe(WORKER);
  expect(turnSpotlight(before, [], new Map(), 1).large).toBeNull();
});

test('nothing changes while nothing happens, so nothing is drawn again', () => {
  const before = turnSpotlight(nobody, ROOM, new Map(), 0);

  expect(turnSpotlight(before, ROOM, new Map(), 5_000)).toBe(before);
});

test('[SEE-5] somebody who takes a breath is still talking, somebody who has stopped is not', () => {
  const heard = stillTalking(new Map(), new Map([[GRAN, 0.6]]), 0);

  expect([...stillTalking(heard, new Map([[GRAN, 0.05]]), BREATH_MS - 1).keys()]).toEqual([GRAN]);
  expect([...stillTalking(heard, new Map(), BREATH_MS).keys()]).toEqual([]);
});

test('a hum is not talking', () => {
  expect(stillTalking(new Map(), new Map([[GRAN, 0.05]]), 0).size).toBe(0);
});
