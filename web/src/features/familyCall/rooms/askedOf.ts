import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import type { Asked } from '../sheets.ts';

/** What the visit waits for from this device, the way to another room among it. */
export const askedOf = ({ me, invitedTo }: Pick<RoomView, 'me' | 'invitedTo'>): Asked => ({
  ...me.asked,
  invited: invitedTo !== null,
});
