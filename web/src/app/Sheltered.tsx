import { RotateCcw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { MISHAP } from '../content/staff/mishap.ts';
import { SHELL } from '../content/staff/shell.ts';
import { VISIT_PAGE } from '../content/staff/visitPage.ts';
import { Button, LinkButton } from '../ui/Button.tsx';
import { Mishap } from '../ui/Mishap.tsx';
import { ScreenHeading } from '../ui/ScreenHeading.tsx';
import { Masthead, WorkPage } from '../ui/Shells.tsx';
import { usePageTitle } from '../ui/usePageTitle.ts';
import { seatMemory } from '../visit/seatMemory.ts';
import styles from './Sheltered.module.css';
import { Wordmark } from './Wordmark.tsx';

interface ShelteredProps {
  /** Of which the page is; none for the list and the plan. */
  readonly visit?: string;
  readonly children: ReactNode;
}

/**
 * [SAFE-5] Every page of a professional. When a part of it falls, what happened and the way back stand there; the line into a visit is
 * closed with it, so that nobody is seen or heard who sees nothing of the others.
 */
export function Sheltered({ visit, children }: ShelteredProps): ReactNode {
  const fallen = <FallenPage isSeated={() => visit !== undefined && isSeatedIn(visit)} />;
  return <Mishap instead={fallen}>{children}</Mishap>;
}

const isSeatedIn = (visit: string): boolean => seatMemory(() => sessionStorage, visit).recall() !== null;

/** `isSeated`: whether this tab has a seat in a visit, to which a reload comes back. */
export function FallenPage({ isSeated }: { isSeated: () => boolean }): ReactNode {
  usePageTitle(SHELL.titles.wrong(SHELL.product));
  const [inVisit] = useState(isSeated);
  return (
    <WorkPage skip={SHELL.skip} masthead={<Masthead mark={<Wordmark />} />}>
      <div className={styles.page}>
        <ScreenHeading>{MISHAP.heading}</ScreenHeading>
        <p>{MISHAP.why}</p>
        <p>{inVisit ? MISHAP.inVisit : MISHAP.outside}</p>
        {inVisit && <p>{MISHAP.kept}</p>}
        <div className={styles.actions}>
          <Button kind="primary" icon={RotateCcw} onClick={() => location.reload()}>
            {inVisit ? MISHAP.backIn : MISHAP.reload}
          </Button>
          {!inVisit && <LinkButton href="/">{VISIT_PAGE.back}</LinkButton>}
        </div>
        <p className={styles.soft}>{MISHAP.onceMore}</p>
      </div>
    </WorkPage>
  );
}
