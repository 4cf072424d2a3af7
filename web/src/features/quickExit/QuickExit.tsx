import { DoorOpen } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { page } from '../../content/family/page.ts';
import { Icon } from '../../ui/Icon.tsx';
import { NEUTRAL_PAGE } from './leaveQuickly.ts';
import styles from './QuickExit.module.css';

/**
 * The band with "Leave quickly": the same place on every family screen and first in tab order (CARE-5).
 * A link, so that it goes to the neutral page even where no program runs.
 */
export function QuickExit({ onLeave }: { onLeave: () => void }): ReactNode {
  const leave = (event: MouseEvent): void => {
    event.preventDefault();
    onLeave();
  };
  return (
    <header className={styles.band}>
      <a className={styles.exit} href={NEUTRAL_PAGE} rel="nofollow noreferrer" onClick={leave}>
        <Icon of={DoorOpen} />
        <span>{page.leaveQuickly}</span>
      </a>
    </header>
  );
}
