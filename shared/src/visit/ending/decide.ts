import { ok } from '../../lib/result.ts';
import { type Decider, untargeted } from '../decider.ts';
import { cleaned } from '../roster/names.ts';
import { refuseUnlessEnds } from '../unknown/leading.ts';

/** [UNK-5] One action, in the words of whoever takes it. */
export const visitEnd: Decider<'visit.end'> = {
  target: () => null,
  targets: untargeted,
  permits: refuseUnlessEnds,
  decide: (_visit, { words }, { now }) => ok([{ type: 'visit.ended', words: cleaned(words), at: now }]),
};
