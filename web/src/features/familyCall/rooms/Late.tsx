import type { Mark } from '@doorstep/shared/visit/rooms/state.ts';
import type { ReactNode } from 'react';
import type { Reader } from '../../../content/family/reader.ts';
import { rooms } from '../../../content/family/rooms.ts';
import styles from './Held.module.css';

interface LateProps {
  readonly mark: Mark | null;
  readonly reader: Reader;
  readonly phoneMe: ReactNode;
}

/** [PRIV-3] The move lasts longer than any should: in no room by sound or picture, and never without words. It goes on by itself meanwhile. */
export function Late({ mark, reader, phoneMe }: LateProps): ReactNode {
  const say = rooms[reader];

  return (
    <div className={styles.held}>
      <div role="status" className={styles.words}>
        <p className={styles.first}>{mark === null ? say.stillMovingBack : say.stillMoving(say.rooms[mark])}</p>
        <p>{say.held}</p>
        <p>{say.late}</p>
        <p>{say.nothingToDo}</p>
      </div>
      <div className={styles.phone}>{phoneMe}</div>
    </div>
  );
}
