import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import type { Moving } from '../../../media/useMoving.ts';
import type { Asked } from '../sheets.ts';

/**
 * What the visit waits for from this device, the way to another room among it. Who is there with somebody is asked of them when they are in
 * the room themselves, not while they wait to get there.
 */
export const askedOf = ({ me, invitedTo }: Pick<RoomView, 'me' | 'invitedTo'>, moving: Moving['is']): Asked => ({
  ...me.asked,
  alone: me.asked.alone && moving === 'not',
  invited: invitedTo !== null,
});
