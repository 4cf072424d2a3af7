import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { CONSOLE } from '../../content/staff/console.ts';
import styles from './Stage.module.css';

/** Nobody else is here yet: what to do about it. */
export function Alone({ view }: { view: RoomView }): ReactNode {
  const words = CONSOLE.alone;
  const isSomebodyWaiting = (view.console?.lobby.length ?? 0) > 0;
  return (
    <div className={styles.alone}>
      <h2 className={styles.aloneHeading}>{words.heading}</h2>
      {view.console === null ? <p>{words.colleague}</p> : <p>{isSomebodyWaiting ? words.waiting : words.nobody}</p>}
    </div>
  );
}
