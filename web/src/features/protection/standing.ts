import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';

/**
 * [SAFE-2] What a family's screen says of its room. `locked`: everything here is for those in it alone; `settingUp`: this device has not
 * said what it encrypts with; `open`: some device cannot, and that was accepted; `ownOpen`: this very one; `waiting`: this one cannot,
 * and nothing reaches it or leaves it until that is accepted.
 */
export type Standing = 'locked' | 'settingUp' | 'open' | 'ownOpen' | 'waiting';

export function standing({ me, protection }: Pick<RoomView, 'me' | 'protection'>): Standing {
  if (me.protection.is === 'unprotected') return 'waiting';
  if (me.protection.is === 'unprotectedAccepted') return 'ownOpen';
  if (protection.is === 'unprotected') return 'open';

  return me.protection.is === 'protected' ? 'locked' : 'settingUp';
}
