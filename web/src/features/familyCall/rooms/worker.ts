import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { roleWords } from '../../../content/family/roles.ts';

/** The worker as this screen may name them: by name while they are in the room or in the one that this device is asked to, and otherwise by what they are. */
export const workerOf = ({ people, invitedTo }: Pick<RoomView, 'people' | 'invitedTo'>): string =>
  [...people, ...(invitedTo?.company ?? [])].find(({ role }) => role === 'host')?.name ?? roleWords.host;
