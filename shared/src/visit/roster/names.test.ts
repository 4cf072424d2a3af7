import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleaned, isReadable, skeleton } from './names.ts';

describe('names that could be taken for each other', () => {
  test.each([
    ['Sam Hughes', 'sam  hughes'],
    ['Sam Hughes', 'Ѕаm Нughеs'],
    ['Sam Hughes', 'Sám Hughés'],
    ['Sam Hughes', 'Sam-Hughes.'],
    ['Sam Hughes', 'Sam\u200B Hug\u00ADhes'],
    ['Ian Miller', 'lan MilIer'],
    ['Tom Barnes', 'Torn Bames'],
    ['Leo Scott', 'Le0 5cott'],
    ['Ann Vale', 'Ａｎｎ Ｖａｌｅ'],
    ['Mum', 'mum\u202E'],
  ])('[JOIN-8] “%s” and “%s” are look-alikes', (one, other) => {
    expect(skeleton(one)).toBe(skeleton(other));
  });

  test.each([
    ['Sam Hughes', 'Sara Hughes'],
    ['Dana Hughes', 'Dan Hughes'],
    ['Алексей', 'Андрей'],
    ['محمد', 'أحمد'],
    ['王伟', '王芳'],
  ])('[JOIN-8] “%s” and “%s” are not', (one, other) => {
    expect(skeleton(one)).not.toBe(skeleton(other));
  });
});

describe('what is kept of a name', () => {
  test('[JOIN-8] nothing invisible and nothing that turns the direction of reading', () => {
    expect(cleaned('  Sam\u202E \u2066Hughes\u0007 ')).toBe('Sam Hughes');
  });

  test('[JOIN-8] no tower of marks that covers the names above and below; what languages write stays', () => {
    expect(cleaned(`Sam${'\u0321'.repeat(50)}${'\u20DD'.repeat(5)} Hughes`)).toBe(`Sam${'\u0321'.repeat(4)} Hughes`);
    for (const name of ['Nguyễn Thị Ấm', 'שָׁלוֹם', 'བསྒྲུབས', 'มิ้ว']) expect(cleaned(name)).toBe(name.normalize('NFKC'));
  });

  test('[JOIN-8] a name without a letter cannot be read out', () => {
    expect(isReadable(cleaned('🙂 🙂'))).toBe(false);
    expect(isReadable(cleaned('\u200B'))).toBe(false);
    expect(isReadable(cleaned('李'))).toBe(true);
  });

  test('cleaning twice is cleaning once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
        expect(cleaned(cleaned(name))).toBe(cleaned(name));
        expect(skeleton(cleaned(name))).toBe(skeleton(name));
      }),
    );
  });
});
