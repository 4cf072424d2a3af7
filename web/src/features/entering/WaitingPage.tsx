import type { ReactNode } from 'react';
import { OUT } from '../../content/staff/entering.ts';
import { SHELL } from '../../content/staff/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { ScreenHeading } from '../../ui/ScreenHeading.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import styles from './OutPage.module.css';

/** A professional who was put out and has asked to come back (ROST-5). */
export function WaitingPage({ onGiveUp }: { onGiveUp: () => void }): ReactNode {
  usePageTitle(SHELL.titles.visit);
  return (
    <div className={styles.page}>
      <ScreenHeading>{OUT.waiting.heading}</ScreenHeading>
      <p>{OUT.waiting.what}</p>
      <div className={styles.actions}>
        <Button onClick={onGiveUp}>{OUT.waiting.giveUp}</Button>
      </div>
    </div>
  );
}
