import type { OutView } from '@doorstep/shared/visit/viewShape.ts';
import { DoorOpen, LogIn } from 'lucide-react';
import type { ReactNode } from 'react';
import { OUT } from '../../content/staff/entering.ts';
import { SHELL } from '../../content/staff/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { ScreenHeading } from '../../ui/ScreenHeading.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import styles from './OutPage.module.css';

interface OutPageProps {
  readonly view: OutView;
  readonly onBack: () => void;
  readonly onComeBack: () => void;
  readonly onKnock: () => void;
}

/** Out of the visit: why, and the ways on. */
export function OutPage({ view, onBack, onComeBack, onKnock }: OutPageProps): ReactNode {
  usePageTitle(SHELL.titles.visit);
  const words = OUT[view.why];
  return (
    <div className={styles.page}>
      <ScreenHeading>{words.heading}</ScreenHeading>
      <p>{words.what}</p>
      {view.words !== null && (
        <div>
          <p>{OUT.words}</p>
          <blockquote className={styles.words}>{view.words}</blockquote>
        </div>
      )}
      <div className={styles.actions}>
        {view.can['presence.enter'] === 'yes' && (
          <Button kind="primary" icon={LogIn} onClick={onComeBack}>
            {OUT.comeBack}
          </Button>
        )}
        {view.can['lobby.knock'] === 'yes' && (
          <Button kind="primary" icon={DoorOpen} onClick={onKnock}>
            {OUT.askToComeBack}
          </Button>
        )}
        {view.why !== 'linkClosed' && (
          <Button kind={view.why === 'ended' ? 'primary' : 'secondary'} onClick={onBack}>
            {view.why === 'ended' ? OUT.whoWasThere : OUT.toVisit}
          </Button>
        )}
      </div>
    </div>
  );
}
