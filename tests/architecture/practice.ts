import { codeOf } from './code.ts';

type Standing = 'holds' | 'begun' | 'toCome';

export interface PracticeRule {
  readonly id: string;
  readonly standing: Standing;
  readonly sentence: string;
}

const RULE = /^- ([A-Z]+-\d+) (?:enforced|assisted|recorded)(?: \((begun|to come)\))?: (\S.*)$/;
const MARKS: Readonly<Record<string, Standing>> = { begun: 'begun', 'to come': 'toCome' };

/** The rules in the order of the page. Throws on a line that looks like a rule and is not written as one. */
export function practiceRules(page: string): readonly PracticeRule[] {
  return page
    .split('\n')
    .filter((line) => /^- [A-Z]+-\d/.test(line))
    .map((line) => {
      const [, id, mark, sentence] = RULE.exec(line) ?? [];
      if (!id || !sentence) throw new Error(`Not written as a rule: ${line}`);
      return { id, standing: mark ? (MARKS[mark] ?? 'holds') : 'holds', sentence };
    });
}

/** `test('…')`, `describe('…')`, and the title that follows `test.each(…)`; a skipped test proves nothing. */
const TITLE = /(?:\b(?:test|it|describe)(?:\.(?!skip|todo)\w+)*|\))\s*\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g;
const IDS = /\[([A-Z]+-\d+(?:, ?[A-Z]+-\d+)*)\]/g;

/** The rule ids that the titles of a test file carry: `[JOIN-3] a waiting device …`, also `[JOIN-3, SAFE-6]`. */
export function idsInTitles(source: string): readonly string[] {
  const { uncommented, bare } = codeOf(source);
  return [...uncommented.matchAll(TITLE)]
    .filter(({ index }) => bare[index] === uncommented[index])
    .flatMap(([, , title = '']) => [...title.matchAll(IDS)])
    .flatMap(([, ids = '']) => ids.split(/, ?/));
}

/** One sentence for each disagreement between the page and the tests. */
export function disagreements(rules: readonly PracticeRule[], tested: ReadonlySet<string>): readonly string[] {
  const known = new Set(rules.map(({ id }) => id));
  const twice = rules.filter(({ id }, index) => rules.findIndex((other) => other.id === id) !== index);
  return [
    ...twice.map(({ id }) => `${id} is written down twice.`),
    ...[...tested].filter((id) => !known.has(id)).map((id) => `A test names ${id}, which is no rule.`),
    ...rules.flatMap(({ id, standing, sentence }) => {
      if (standing === 'toCome') {
        return tested.has(id) ? [`${id} is marked "to come" and has a test: change the mark.`] : [];
      }
      if (!tested.has(id)) return [`${id} has no test: ${sentence}`];
      const saysWhatIsMissing = /is to come\.|are to come\./.test(sentence);
      return standing === 'begun' && !saysWhatIsMissing ? [`${id} is begun; say what is to come.`] : [];
    }),
  ];
}
