import { type ReactNode, useEffect, useRef } from 'react';
import { PROTECTION } from '../../../content/staff/protection.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import styles from './Protection.module.css';

const WORDS = PROTECTION.compare;

/** [SAFE-2] The pictures differ, so that somebody may stand in between: what to do, one step after the other. */
export function NotTheSame({ onEnd, onBack }: { onEnd: (() => void) | null; onBack: () => void }): ReactNode {
  const steps = useRef<HTMLDivElement>(null);
  useEffect(() => {
    steps.current?.scrollIntoView({ block: 'start' });
  }, []);

  return (
    <div ref={steps}>
      <Notice tone="danger" heading={WORDS.differHeading} live="status">
        <ol className={styles.steps}>
          {WORDS.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <div className={styles.acts}>
          {onEnd !== null && (
            <Button kind="danger" onClick={onEnd}>
              {WORDS.end}
            </Button>
          )}
          <Button onClick={onBack}>{WORDS.back}</Button>
        </div>
      </Notice>
    </div>
  );
}
