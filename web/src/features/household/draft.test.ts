import { expect, test } from 'vitest';
import { type Adding, type Draft, draftOf, isFull, MOST_BESIDE, NOBODY_YET, problemOf, put, without } from './draft.ts';

const adding = (change: Partial<Adding>, ...people: Draft['people']): Draft => ({
  people,
  adding: { ...NOBODY_YET, ...change },
});
const word = (tapped: string): Pick<Adding, 'tapped'> => ({ tapped: { is: 'word', word: tapped } });

const RUTH = { name: 'Ruth', relationship: 'Gran' };

test('[JOIN-5] somebody is put down by first name and by who they are', () => {
  expect(put(adding({ name: ' Ruth ', ...word('Gran') })).people).toEqual([RUTH]);
  expect(put(adding({ name: 'Ola', tapped: { is: 'own' }, ownWord: ' neighbour ' })).people).toEqual([
    { name: 'Ola', relationship: 'neighbour' },
  ]);
});

test('[JOIN-5] a child who taps “Gran” and knows no other name for her has said enough', () => {
  expect(put(adding(word('Gran'))).people).toEqual([{ name: 'Gran', relationship: 'Gran' }]);
});

test('[JOIN-5] a name alone is enough as well', () => {
  expect(put(adding({ name: 'Ruth' })).people).toEqual([{ name: 'Ruth', relationship: '' }]);
});

test.each([
  ['nothing at all', {}, 'nameless'],
  ['blanks', { name: '  ' }, 'nameless'],
  ['a word of their own that was not written', { tapped: { is: 'own' } }, 'nameless'],
  ['no letter', { name: '123' }, 'unreadable'],
] as const)('%s is not put down, and it is said what is missing', (_, change, problem) => {
  const draft = adding(change);

  expect(problemOf(draft)).toEqual({ is: problem });
  expect(put(draft)).toBe(draft);
});

test('the same person twice is asked about; two of one name, or two brothers with names, are two', () => {
  expect(problemOf(adding({ name: 'RUTH', ...word('Gran') }, RUTH))).toEqual({ is: 'twice', name: 'Ruth' });
  expect(problemOf(adding({ name: 'Ruth', ...word('Friend') }, RUTH))).toBeNull();
  expect(problemOf(adding({ name: 'Rosa', ...word('Gran') }, RUTH))).toBeNull();
});

test('[JOIN-5] eight are the most, and one who goes makes room', () => {
  const eight = Array.from({ length: MOST_BESIDE }, (_, at) => ({
    name: `Person ${'ABCDEFGH'[at]}`,
    relationship: '',
  }));
  const ninth = adding({ name: 'Zoe' }, ...eight);
  const [first] = eight;
  if (first === undefined) throw new Error('There were eight');

  expect(isFull(ninth)).toBe(true);
  expect(put(ninth)).toBe(ninth);
  expect(put(without(ninth, first)).people.map(({ name }) => name)).toContain('Zoe');
});

test('[JOIN-5] whoever is asked again finds what they said before', () => {
  expect(draftOf([RUTH])).toEqual({ people: [RUTH], adding: null });
  expect(draftOf(null)).toEqual({ people: [], adding: null });
});
