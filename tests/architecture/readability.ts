/** Words of a text, without figures and signs. */
export const wordsOf = (text: string): readonly string[] => text.match(/[A-Za-z][A-Za-z’'-]*/g) ?? [];

/** Sentences of a text; a heading or a label without a full stop is one too. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?…])\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0);

/** About how many syllables a word has: groups of vowels, without the silent ends. Right for nine words in ten, which is enough for a mean. */
export function syllablesOf(word: string): number {
  const spoken = word
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/(?<=[^aeiouyl])e$/, '')
    .replace(/(?<=[^aeioudty])ed$/, '');

  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0);
}

/** Flesch-Kincaid grade: about the year of school in which these texts are read with ease. */
export function gradeOf(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);

  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}
