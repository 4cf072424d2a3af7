import type { Mark } from '@doorstep/shared/visit/rooms/state.ts';
import type { ReactNode } from 'react';
import type { Reader } from '../../../content/family/reader.ts';
import { rooms } from '../../../content/family/rooms.ts';
import { RoomShape } from '../../../ui/RoomShape.tsx';
import styles from './MovingWords.module.css';

/** [PRIV-3] On the way from one room to another, in the place of the faces. Read out by the call itself. */
export function MovingWords({ mark, reader }: { mark: Mark | null; reader: Reader }): ReactNode {
  const say = rooms[reader];

  return (
    <div className={styles.moving}>
      {mark !== null && <RoomShape colour={mark} large />}
      <p>{mark === null ? say.movingBack : say.moving(say.rooms[mark])}</p>
    </div>
  );
}
