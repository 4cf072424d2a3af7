import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FAMILY_REFUSALS } from '../../web/src/content/refusals.ts';
import { gradeOf, sentencesOf, syllablesOf, wordsOf } from './readability.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../web/src/content/family');
const LONGEST_SENTENCE = 20;
/** A child of nine or ten. */
const HIGHEST_GRADE = 5;

/** Words of offices and of computers. What stands on a phone's own screen may be quoted “like this”. */
const JARGON = new RegExp(
  String.raw`\b(?:${[
    'access',
    'admit(?:ted)?',
    'application',
    'assess\\w*',
    'authenticat\\w*',
    'bandwidth',
    'browsers?',
    'concerns?',
    'config\\w*',
    'connect\\w*',
    'credentials?',
    'devices?',
    'disabled?',
    'enabled?',
    'errors?',
    'expired',
    'facilitat\\w*',
    'hosts?',
    'initialis\\w*',
    'invalid',
    'lobby',
    'log ?in',
    'muted?',
    'networks?',
    'participants?',
    'permissions?',
    'practitioners?',
    'professionals?',
    'refresh',
    'reload',
    'revoked',
    'roster',
    'safeguarding',
    'servers?',
    'sessions?',
    'settings?',
    'statutory',
    'streams?',
    'technical',
    'unmute',
    'url',
    'user',
    'utilise',
    'verif\\w*',
  ].join('|')})\b`,
  'i',
);

/** Every text in a tree of words; those that are made with a name or a number are made with a plain one. */
function textsIn(words: unknown): readonly string[] {
  if (typeof words === 'string') return words === '' ? [] : [words];
  if (typeof words === 'function') return words.length === 1 ? textsIn(words('Sam')) : textsIn(words('ten', 'five'));
  if (typeof words === 'object' && words !== null) return Object.values(words).flatMap(textsIn);

  return [];
}

const withoutQuotes = (text: string): string => text.replace(/“[^”]*”/g, 'this');

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && name !== 'reader.ts');
const byFile = await Promise.all(
  files.map(async (name) => {
    const module: unknown = await import(/* @vite-ignore */ pathToFileURL(path.join(FOLDER, name)).href);
    return { name, texts: textsIn(module) };
  }),
);
const all = [...byFile, { name: 'refusals.ts', texts: textsIn(FAMILY_REFUSALS) }];

test('[SAFE-7] there are words for families, in every file of them', () => {
  expect(all.filter(({ texts }) => texts.length === 0)).toEqual([]);
  expect(all.flatMap(({ texts }) => texts).length).toBeGreaterThan(200);
});

describe.each(all)('[SAFE-7] $name', ({ texts }) => {
  test('has no sentence that is too long', () => {
    expect(texts.flatMap(sentencesOf).filter((sentence) => wordsOf(sentence).length > LONGEST_SENTENCE)).toEqual([]);
  });

  test('has no word of offices or computers', () => {
    expect(texts.filter((text) => JARGON.test(withoutQuotes(text)))).toEqual([]);
  });
});

test('[SAFE-7] family screens are read with ease at nine or ten', () => {
  expect(gradeOf(all.flatMap(({ texts }) => texts))).toBeLessThanOrEqual(HIGHEST_GRADE);
});

test('[SAFE-7] so is each file of them, with a little room for its few long words', () => {
  expect(all.filter(({ texts }) => gradeOf(texts) > HIGHEST_GRADE + 1).map(({ name }) => name)).toEqual([]);
});

describe('the measure', () => {
  test('counts syllables about as one says them', () => {
    const counts = ['camera', 'made', 'little', 'asked', 'wanted', 'microphone', 'you'].map(syllablesOf);

    expect(counts).toEqual([3, 1, 2, 1, 2, 3, 1]);
  });

  test('tells easy words from hard ones', () => {
    expect(gradeOf(['Look at the cat. It sat on the mat.'])).toBeLessThan(1);
    expect(
      gradeOf(['Authentication of participating professionals necessitates administrative verification procedures.']),
    ).toBeGreaterThan(15);
  });

  test('finds the words it is for', () => {
    expect(JARGON.test('Please enable your device')).toBe(true);
    expect(JARGON.test(withoutQuotes('Tap “Website Settings”.'))).toBe(false);
  });
});
