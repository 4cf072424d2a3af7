import type { RoomWords } from '@doorstep/shared/visit/rooms/state.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { useState } from 'react';
import { readMemory } from './readMemory.ts';

/** [PRIV-9] What the host told this room and this tab’s person has not read yet; `onRead` once they have. Newer words replace older ones. */
export function useUnread({ me, room }: Pick<RoomView, 'me' | 'room'>): readonly [RoomWords | null, () => void] {
  const [memory] = useState(() => readMemory(() => sessionStorage, me.session));
  const [read, setRead] = useState(() => memory.recall());
  const { words } = room;
  const onRead = (): void => {
    if (words === null) return;
    memory.keep(words.at);
    setRead(words.at);
  };

  return [words !== null && words.at > read ? words : null, onRead];
}
