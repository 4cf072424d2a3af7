/** Letters of other scripts, and digits, that pass for Latin letters at a glance (Unicode TR 39, the part that matters for names). */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  ѡ: 'w',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '5': 's',
  '|': 'l',
  '!': 'i',
};

/** Characters that show nothing or change the direction of reading: they only serve to disguise. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u115F\u1160\u3164\uFFA0]/gu;

/** Marks over and under one letter, beyond the most that a language sets: they only serve to cover the lines around. */
const PILED_MARKS = /([\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]+/gu;

/** The text as it will be shown: one form of each character (NFKC), nothing invisible, no towers of marks, single spaces. */
export const cleaned = (text: string): string =>
  text.normalize('NFKC').replace(/\s+/gu, ' ').replace(INVISIBLE, '').replace(PILED_MARKS, '$1').trim();

/** Whether a cleaned name can be read out: it has a letter of some script. */
export const isReadable = (name: string): boolean => /\p{L}/u.test(name);

/** What a hurried reader sees. Two names with the same skeleton are look-alikes (JOIN-8). */
export function skeleton(name: string): string {
  const plain = cleaned(name).toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  const latin = [...plain].map((character) => LOOKALIKES[character] ?? character).join('');

  // "l" and "i" are drawn alike in many typefaces, "rn" like "m", "vv" like "w".
  return latin
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/i/g, 'l')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w');
}
