import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { ROOMS } from '../../../content/staff/rooms.ts';
import { TWO_SIDES } from '../../../content/staff/twoSides.ts';
import { Notice } from '../../../ui/Notice.tsx';
import styles from './WhereIAm.module.css';

interface KeptApartProps {
  readonly view: RoomView;
  /** The way back from where one is; null in one’s own main room. */
  readonly back: ReactNode;
}

/**
 * [PLAN-10] For a professional who is not the host: of whom nothing may be said to whom, in whichever room they are; and in the main room
 * of another side (PRIV-5) that it is one, with the way back.
 */
export function KeptApart({ view, back }: KeptApartProps): ReactNode {
  if (view.console !== null) return null;
  const apart = view.staff?.keptApart ?? [];
  const isAtOthers = view.room.mark === null && back !== null;
  return (
    <div role="status">
      {(apart.length > 0 || isAtOthers) && (
        <Notice tone="attention">
          {isAtOthers && <p className={styles.side}>{ROOMS.sides.otherMain}</p>}
          {apart.length > 0 && (
            <p className={styles.side}>
              {apart.map(({ names, from }) => TWO_SIDES.apart(names, from)).join(' ')} {TWO_SIDES.careful}
            </p>
          )}
          {isAtOthers && back}
        </Notice>
      )}
    </div>
  );
}
