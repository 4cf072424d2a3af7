import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { welcome } from '../../content/family/join.ts';
import { Button } from '../../ui/Button.tsx';
import { ScreenHeading } from '../../ui/ScreenHeading.tsx';
import styles from './Screens.module.css';

interface WelcomeProps {
  readonly starting: boolean;
  readonly hasKeyboard: boolean;
  readonly onStart: () => void;
}

/** What this is. The link has been shown to nobody yet, so nobody is named. */
export function Welcome({ starting, hasKeyboard, onStart }: WelcomeProps): ReactNode {
  return (
    <div className={styles.screen}>
      <ScreenHeading takesFocus={false}>{welcome.heading}</ScreenHeading>
      <p>{welcome.easy}</p>
      <section className={styles.card}>
        <h2 className={styles.small}>{welcome.nextHeading}</h2>
        <ol className={styles.steps}>
          {welcome.next.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <Button kind="primary" large wide icon={ArrowRight} busy={starting} onClick={onStart}>
        {starting ? welcome.starting : welcome.start}
      </Button>
      <p className={styles.quiet}>
        {welcome.leaving} {hasKeyboard && welcome.leavingByKeys}
      </p>
    </div>
  );
}
