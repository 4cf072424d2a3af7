import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { Hourglass } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { readerOf } from '../../../content/family/reader.ts';
import { rooms } from '../../../content/family/rooms.ts';
import { sayTimer } from '../../../content/times.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { WithName } from '../../../ui/WithName.tsx';
import styles from './Held.module.css';
import { workerOf } from './worker.ts';

interface HeldProps {
  readonly view: RoomView;
  /** In milliseconds since the epoch. */
  readonly since: number;
  readonly phoneMe: ReactNode;
}

/** [PRIV-10] Nobody who works with the family is in the room: the server lets nothing through, and this says so calmly, with a clock. */
export function Held({ view, since, phoneMe }: HeldProps): ReactNode {
  const say = rooms[readerOf(view.me.role)];
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);

  return (
    <div className={styles.held}>
      <div role="status" className={styles.words}>
        <p className={styles.first}>{say.held}</p>
        {view.room.cover === null ? (
          <p>
            <WithName says={say.willBeBack} name={workerOf(view)} />
          </p>
        ) : (
          <p dir="auto">{view.room.cover}</p>
        )}
        <p>{say.nothingToDo}</p>
      </div>
      <p className={styles.clock}>
        <Icon of={Hourglass} />
        <time>{sayTimer(since, now)}</time>
      </p>
      <div className={styles.phone}>{phoneMe}</div>
    </div>
  );
}
