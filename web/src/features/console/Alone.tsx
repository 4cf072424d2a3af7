import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { CONSOLE } from '../../content/staff/console.ts';
import styles from './Stage.module.css';

/** Nobody else is here yet: what to do about it. */
export function Alone({ view }: { view: RoomView }): ReactNode {
  const words = CONSOLE.alone;
  return (
    <div className={styles.alone}>
      <h2 className={styles.aloneHeading}>{words.heading}</h2>
      <p>{sayWhat(view)}</p>
    </div>
  );
}

function sayWhat({ room, console }: RoomView): string {
  const words = CONSOLE.alone;
  if (room.kind === 'private') return words.inPrivate;
  if (console === null) return words.colleague;

  return console.lobby.length > 0 ? words.waiting : words.nobody;
}
