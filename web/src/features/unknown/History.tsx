import type { CaseStep } from '@doorstep/shared/visit/unknown/state.ts';
import type { ReactNode } from 'react';
import { UNKNOWN } from '../../content/staff/unknown.ts';
import { sayClock } from '../../content/times.ts';
import styles from './UnknownAlerts.module.css';

/** [UNK-2] Each step with its time and its words, oldest first. */
export function History({ steps }: { steps: readonly CaseStep[] }): ReactNode {
  return (
    <ol className={styles.history}>
      {steps.map(({ to, at, words }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the end
        <li key={index}>
          <time>{sayClock(at)}</time> <span className={styles.strong}>{UNKNOWN.done[to]}</span>
          {words !== '' && <span className={styles.words}>{words}</span>}
        </li>
      ))}
    </ol>
  );
}
