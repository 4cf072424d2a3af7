import type { Instant } from '@doorstep/shared/visit/ids.ts';
import { expect, test } from 'vitest';
import { sayClock } from '../../content/times.ts';
import { anUnknown } from '../../visit/testViews.ts';
import { newsOf, sayFacts, sayHeadline, sayNews, sinceOf, suggestion } from './say.ts';

const SECOND = anUnknown('Dana Hughes');
const NEARBY = anUnknown('Sam Hughes', { about: { is: 'nearby', session: 'sam-phone' as never }, device: 'phone' });
const NOWHERE = anUnknown('x', { about: { is: 'nearby', session: null }, whose: null, device: null });
const REPORTED = anUnknown('Ray Cole', { why: 'reported', device: 'computer' });

test('[UNK-1] the alert says in words who or what it is', () => {
  expect(sayHeadline(SECOND)).toBe('A second device is using Dana Hughes’s link');
  expect(sayHeadline(NEARBY)).toBe('Somebody was seen or heard near Sam Hughes’s phone');
  expect(sayHeadline(NOWHERE)).toBe('Somebody was seen or heard off camera');
  expect(sayHeadline(REPORTED)).toBe('Somebody unknown is on Ray Cole’s computer');
});

test('[UNK-1] several that come up at once are all read out, each once, and again when they come up again', () => {
  const open = [SECOND, NEARBY];
  const zero = sayClock(0);
  expect(sayNews(open, new Set())).toBe(
    `A second device is using Dana Hughes’s link, since ${zero}. Somebody was seen or heard near Sam Hughes’s phone, since ${zero}`,
  );
  expect(sayNews(open, new Set(open.map(newsOf)))).toBe('');
  const again = anUnknown('Dana Hughes', {
    steps: [
      ...SECOND.steps,
      { to: 'left', at: 60_000 as Instant, words: '' },
      { to: 'noticed', at: 120_000 as Instant, words: '' },
    ],
  });
  expect(sinceOf(again)).toBe(120_000);
  expect(sayNews([again, NEARBY], new Set(open.map(newsOf)))).toContain('A second device');
});

test('the host reads who noticed it, and where the device is', () => {
  expect(sayFacts(SECOND, 'amina')).toEqual(['It is no longer connected.']);
  const priyas = anUnknown('Dana', {
    by: 'priya' as never,
    noticedBy: 'Priya Shah',
    place: { is: 'noDevice' },
  });
  expect(sayFacts(priyas, 'amina')).toEqual(['Noticed by Priya Shah']);
  expect(sayFacts(priyas, 'priya')).toEqual(['Noticed by you']);
});

test('[UNK-2] there are words to say aloud for asking, warning and ending, and none put into the mouths of others', () => {
  expect(suggestion('askFamily', 'aloud', SECOND)).toContain('Dana Hughes’s link');
  expect(suggestion('askFamily', 'aloud', NOWHERE)).toContain('somebody else is with you');
  expect(suggestion('askFamily', 'aloud', REPORTED)).toContain('Ray Cole’s computer');
  expect(suggestion('warn', 'aloud', SECOND)).toContain('end the call for everyone');
  expect(suggestion('end', 'reason', SECOND)).not.toBe('');
  for (const field of ['name', 'relationship'] as const) expect(suggestion('introduce', field, SECOND)).toBe('');
  expect(suggestion('explain', 'said', SECOND)).toBe('');
});
