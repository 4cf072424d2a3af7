import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { MessageCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { readerOf } from '../../../content/family/reader.ts';
import { rooms } from '../../../content/family/rooms.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { WithName } from '../../../ui/WithName.tsx';
import { useUnread } from '../../../visit/useUnread.ts';
import styles from './HostWords.module.css';
import { workerOf } from './worker.ts';

/** [PRIV-9] What the host tells this room, until it is read. */
export function HostWords({ view }: { view: RoomView }): ReactNode {
  const [words, onRead] = useUnread(view);
  const say = rooms[readerOf(view.me.role)];

  return (
    <div role="status">
      {words !== null && (
        <Notice icon={MessageCircle} heading={<WithName says={say.message} name={workerOf(view)} />}>
          <p dir="auto" className={styles.words}>
            {words.words}
          </p>
          <Button onClick={onRead}>{say.ok}</Button>
        </Notice>
      )}
    </div>
  );
}
