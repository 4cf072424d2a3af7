import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { MessageCircle } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { readerOf } from '../../../content/family/reader.ts';
import { rooms } from '../../../content/family/rooms.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { WithName } from '../../../ui/WithName.tsx';
import styles from './HostWords.module.css';
import { workerOf } from './worker.ts';

/** [PRIV-9] What the host tells this room, until it is read. */
export function HostWords({ view }: { view: RoomView }): ReactNode {
  const { words } = view.room;
  const [read, setRead] = useState<number | null>(null);
  const say = rooms[readerOf(view.me.role)];
  const isNew = words !== null && words.at !== read;

  return (
    <div role="status">
      {isNew && (
        <Notice icon={MessageCircle} heading={<WithName says={say.message} name={workerOf(view)} />}>
          <p dir="auto" className={styles.words}>
            {words.words}
          </p>
          <Button onClick={() => setRead(words.at)}>{say.ok}</Button>
        </Notice>
      )}
    </div>
  );
}
