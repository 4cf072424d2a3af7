import type { ClientCommand } from '@doorstep/shared/protocol/commands.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';

export type YesNo = 'yes' | 'no';

/**
 * [ROST-4] What to send for this answer: to the round where there is one; otherwise that somebody is stuck, or no longer is. A phone call
 * that was asked for says more than “stuck” and is let stand. Null where there is nothing to tell.
 */
export function sensesCommand({ can, me }: RoomView, sees: YesNo, hears: YesNo): ClientCommand | null {
  if (can['senses.answer'] === 'yes') return { type: 'senses.answer', sees, hears };

  const isFine = sees === 'yes' && hears === 'yes';
  if (!isFine && me.help.asked === null) return { type: 'help.ask', what: 'stuck' };

  return isFine && me.help.asked === 'stuck' ? { type: 'help.ask', what: 'nothing' } : null;
}
