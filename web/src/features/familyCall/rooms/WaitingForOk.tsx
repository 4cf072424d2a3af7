import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { protection } from '../../../content/family/protection.ts';
import { readerOf } from '../../../content/family/reader.ts';
import styles from './Held.module.css';

interface WaitingForOkProps {
  readonly view: RoomView;
  readonly phoneMe: ReactNode;
}

/** [SAFE-2] In the place of the faces, on a device that cannot encrypt: whom it waits for, and that nobody sees or hears it meanwhile. */
export function WaitingForOk({ view, phoneMe }: WaitingForOkProps): ReactNode {
  const say = protection[readerOf(view.me.role)];

  return (
    <div className={styles.held}>
      <div role="status" className={styles.words}>
        <p className={styles.first}>{say.waiting}</p>
        <p>{say.waitingWhy}</p>
        <p>{say.waitingUnseen}</p>
        <p>{say.waitingNext}</p>
      </div>
      <div className={styles.phone}>{phoneMe}</div>
    </div>
  );
}
