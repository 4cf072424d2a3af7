import { expect, test } from 'vitest';
import { Drafts } from './Drafts.ts';

/** A tab's storage in memory. */
function tab(kept: string | null = null) {
  let text = kept;
  const storage = {
    getItem: () => text,
    setItem: (_key: string, value: string) => {
      text = value;
    },
    removeItem: () => {
      text = null;
    },
  };
  return { storing: () => storage, kept: () => text };
}

test('[UNK-2] what was typed is there again after a reload, for that visit alone', () => {
  const { storing } = tab();
  new Drafts(storing, 'visit-1').write('case-1 explain said', 'It is her brother');
  expect(new Drafts(storing, 'visit-1').read('case-1 explain said')).toBe('It is her brother');
  expect(new Drafts(storing, 'visit-2').read('case-1 explain said')).toBe(undefined);
});

test('a text that was emptied is empty, not untouched', () => {
  const drafts = new Drafts(tab().storing, 'visit-1');
  drafts.write('case-1 warn aloud', '');
  expect(drafts.read('case-1 warn aloud')).toBe('');
});

test('what was sent or belongs to a closed matter is gone from the tab', () => {
  const { storing, kept } = tab();
  const drafts = new Drafts(storing, 'visit-1');
  drafts.write('case-1 explain said', 'x');
  drafts.write('case-2 explain said', 'y');
  drafts.write('raise-words', 'z');
  drafts.drop('case-1 explain ');
  expect(drafts.read('case-1 explain said')).toBe(undefined);
  drafts.keepFor([]);
  expect(drafts.read('case-2 explain said')).toBe(undefined);
  expect(drafts.read('raise-words')).toBe('z');
  drafts.drop('');
  expect(kept()).toBe(null);
});

test('whoever watches hears of each change until they stop', () => {
  const drafts = new Drafts(tab().storing, 'visit-1');
  let heard = 0;
  const stop = drafts.subscribe(() => {
    heard += 1;
  });
  drafts.write('a', 'b');
  drafts.drop('nothing begins so');
  expect(heard).toBe(1);
  stop();
  drafts.write('a', 'c');
  expect(heard).toBe(1);
});

test.each(['nonsense', '{}', '["visit-1"]', '["visit-1",[["a"],["b",1],7]]'])(
  'what else stands there is nothing: %s',
  (kept) => {
    expect(new Drafts(tab(kept).storing, 'visit-1').read('a')).toBe(undefined);
    expect(new Drafts(tab(kept).storing, 'visit-1').read('b')).toBe(undefined);
  },
);

test('a browser that keeps nothing costs the way over a reload, no more', () => {
  const broken = () => {
    throw new Error('Storage is switched off');
  };
  const drafts = new Drafts(broken, 'visit-1');
  drafts.write('a', 'b');
  expect(drafts.read('a')).toBe('b');
});
