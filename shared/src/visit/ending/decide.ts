import { ok } from '../../lib/result.ts';
import { type Decider, untargeted } from '../decider.ts';
import { firstNo, hostOnly, openOnly } from '../policies.ts';
import { cleaned } from '../roster/names.ts';

/** [UNK-5] One action, in the host's words. */
export const visitEnd: Decider<'visit.end'> = {
  target: () => null,
  targets: untargeted,
  permits: (visit, actor) => firstNo(hostOnly(visit, actor), openOnly(visit)),
  decide: (_visit, { words }, { now }) => ok([{ type: 'visit.ended', words: cleaned(words), at: now }]),
};
