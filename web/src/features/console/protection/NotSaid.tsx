import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { PROTECTION } from '../../../content/staff/protection.ts';
import { useNow } from '../useNow.ts';
import { notSaid } from './devices.ts';
import styles from './Protection.module.css';

/** [SAFE-2] For the host: whose device has a seat and is still silent on whether it can encrypt. */
export function NotSaid({ view }: { view: RoomView }): ReactNode {
  const now = useNow(2_000);
  const silent = notSaid(view, now);

  return (
    <div role="status">
      {silent.map(({ session, says }) => (
        <p key={session} className={styles.soft}>
          {PROTECTION.notSaid(says)}
        </p>
      ))}
    </div>
  );
}
