import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { Lock, LockOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { protection } from '../../content/family/protection.ts';
import { readerOf } from '../../content/family/reader.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './FamilyLine.module.css';
import { standing } from './standing.ts';

interface FamilyLineProps {
  readonly view: RoomView;
  /** Something else has the room that there is; what has to stay in sight stays. */
  readonly isNarrow: boolean;
  readonly onMore: () => void;
}

/** [SAFE-2] Under the faces: that nobody else sees and hears, as long as that is so; and that it is not so, for as long as it is not. A tap says more. */
export function FamilyLine({ view, isNarrow, onMore }: FamilyLineProps): ReactNode {
  const say = protection[readerOf(view.me.role)];
  const is = standing(view);
  const isOpen = is === 'open' || is === 'ownOpen';
  // In a private room its band says it already.
  const isSafe = is === 'locked' && !isNarrow && view.room.mark === null;

  return (
    <>
      <div role="status">
        {isOpen && (
          <button type="button" className={classes(styles.line, styles.open)} onClick={onMore}>
            <Icon of={LockOpen} />
            <span>{is === 'ownOpen' ? say.ownOpen : say.open}</span>
          </button>
        )}
      </div>
      {isSafe && (
        <button type="button" className={styles.line} onClick={onMore}>
          <Icon of={Lock} />
          <span>{say.onlyThese}</span>
        </button>
      )}
    </>
  );
}
