import type { RoomId } from '@doorstep/shared/visit/ids.ts';
import { expect, test } from 'vitest';
import { shownRoom } from './shownRoom.ts';

test('[PRIV-5] every main room is called the same towards devices; a private room keeps its own id', () => {
  const rooms = ['main', 'main-2', 'main-13', 'aside', 'Kx3-main-2'].map((id) => shownRoom(id as RoomId));
  expect(rooms).toEqual(['main', 'main', 'main', 'aside', 'Kx3-main-2']);
});
