import type { CaseCommandType } from '../visit/unknown/commands.ts';
import type { UnknownCase } from '../visit/unknown/state.ts';
import { AMINA, DANA, deviceOf, from } from './personas.ts';
import { knocks, opensLink, type Script, underWay } from './script.ts';

/** The device on which Dana’s link is used a second time. */
export const DANA_2 = deviceOf(DANA, 2);

export const casesIn = (script: Script): readonly UnknownCase[] => [...script.current.unknowns.values()];

/** The one matter that there is; a story with none, or with more, is a broken test. */
export function only(script: Script): UnknownCase {
  const [known, ...more] = casesIn(script);
  if (known === undefined || more.length > 0) throw new Error(`${casesIn(script).length} matters instead of one`);

  return known;
}

export const latest = (script: Script): UnknownCase => casesIn(script).at(-1) ?? only(script);

/** A link that is in use is opened and used on one more device. */
export const secondKnocks = (): Script => knocks(opensLink(underWay(), DANA, 2), DANA, 2);

/** The host takes these steps in the newest matter. */
export function steps(script: Script, ...types: readonly CaseCommandType[]): Script {
  for (const type of types) script.must(from(AMINA), { type, case: latest(script).id, words: `Said at ${type}` });

  return script;
}
