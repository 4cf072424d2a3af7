import type { DoorRefusal } from '@doorstep/shared/protocol/socket.ts';
import type { ReactNode } from 'react';
import { STAFF_REFUSALS } from '../../content/refusals.ts';
import { OUT } from '../../content/staff/entering.ts';
import { Button } from '../../ui/Button.tsx';
import { ScreenHeading } from '../../ui/ScreenHeading.tsx';
import styles from './OutPage.module.css';

interface StoppedPageProps {
  readonly why: DoorRefusal;
  readonly onUseHere: () => void;
  readonly onBack: () => void;
}

/** The server has closed this tab's line. */
export function StoppedPage({ why, onUseHere, onBack }: StoppedPageProps): ReactNode {
  const [words, act] =
    why === 'reload'
      ? [OUT.reload, () => location.reload()]
      : why === 'notSignedIn'
        ? [OUT.signIn, onBack]
        : [OUT.useHere, onUseHere];
  return (
    <div className={styles.page}>
      <ScreenHeading>{OUT.stoppedHeading}</ScreenHeading>
      <p>{STAFF_REFUSALS[why]}</p>
      <div className={styles.actions}>
        <Button kind="primary" onClick={act}>
          {words}
        </Button>
        {why !== 'notSignedIn' && <Button onClick={onBack}>{OUT.toVisit}</Button>}
      </div>
    </div>
  );
}
