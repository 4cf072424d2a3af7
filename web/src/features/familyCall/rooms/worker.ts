import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { roleWords } from '../../../content/family/roles.ts';

/** The worker as this screen may name them: by name while they are in the room, and otherwise by what they are. */
export const workerOf = ({ people }: Pick<RoomView, 'people'>): string =>
  people.find(({ role }) => role === 'host')?.name ?? roleWords.host;
