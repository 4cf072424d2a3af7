import { expect, test } from 'vitest';
import { SILENCE, saidIn, soundsOf, withoutHaste } from './frames.ts';
import type { Meaning } from './nameless.ts';

const BEGAN = Date.UTC(2026, 10, 22, 12);
const MEANING: Meaning = {
  names: new Map([
    ['session-of-amina-1', 'of Amina'],
    ['session-of-priya-1', 'of Priya'],
  ]),
  acts: [
    { act: 'one', at: BEGAN },
    { act: 'two', at: BEGAN + 10_000 },
  ],
  portName: (port) => (port === 40_001 ? 'port of the visit + 1' : null),
};

const media = (notice: object): string => `42${JSON.stringify(['media', notice])}`;
const kidAt = (time: number): number => Math.floor((time - Date.UTC(2026, 0, 1)) / 100);
const said = (...frames: readonly string[]): readonly string[] =>
  withoutHaste(frames).flatMap((frame) => saidIn(frame, MEANING));

const KEY = { type: 'key', from: 'session-of-amina-1', kid: kidAt(BEGAN + 10_020), wrap: 'w'.repeat(80) };
const NEEDED = { type: 'keyNeeded', by: 'session-of-amina-1' };

test('[PRIV-5] of a key it is compared whose it is and during which act it was made', () => {
  expect(said(media(KEY))).toEqual(['media {"type":"key","from":"of Amina","kid":"made during “two”","wrap":"#"}']);
  expect(said(media({ ...KEY, kid: kidAt(BEGAN + 5_000) }))).not.toEqual(said(media(KEY)));
});

test('[PRIV-5] the id of a key that counts is no time, and is compared as it is', () => {
  expect(said(media({ ...KEY, kid: 3 }))).not.toEqual(said(media({ ...KEY, kid: 4 })));
});

test('[PRIV-5] a key that is asked for while it is on its way says no more than the key; asked for by itself, or by another, it is heard', () => {
  expect(said(media(NEEDED), media(KEY))).toEqual(said(media(KEY)));
  expect(said(media(NEEDED))).toEqual(['media {"type":"keyNeeded","by":"of Amina"}']);
  expect(said(media({ ...NEEDED, by: 'session-of-priya-1' }), media(KEY))).toHaveLength(2);
});

test('[PRIV-5] a port is compared by the worker that listens there', () => {
  expect(said('430[{"port":40001}]')).toEqual(['answer [{"port":"port of the visit + 1"}]']);
  expect(said('430[{"port":40002}]')).toEqual(['answer [{"port":"40002"}]']);
});

test('[PRIV-5] of sounds that are still on their way, only those that were there before say nothing', () => {
  const [amina, priya] = ['amina', 'priya'].map((who) => `42["levels",[{"session":"session-of-${who}-1","level":3}]]`);
  const [news, beat] = [media(NEEDED), '2'];
  const sounds = (...frames: readonly (string | undefined)[]) =>
    soundsOf(
      frames.filter((frame) => frame !== undefined),
      SILENCE,
      MEANING,
    );
  const before = sounds(news, amina, beat);
  const after = (...frames: readonly (string | undefined)[]) =>
    soundsOf(
      frames.filter((frame) => frame !== undefined),
      before,
      MEANING,
    );

  expect(before).toEqual({ atRest: ['a sound {"session":"of Amina","level":"any"}'], onTheWay: [] });
  expect(after(amina, news)).toEqual(SILENCE);
  expect(after(priya, news).onTheWay).toEqual(['a sound {"session":"of Priya","level":"any"}']);
  expect(after(news, amina).atRest).toHaveLength(1);
  expect(after(amina).atRest).toHaveLength(1);
});
