import type { CheckReport } from '@doorstep/shared/visit/checks/state.ts';
import { Wrench } from 'lucide-react';
import type { ReactNode } from 'react';
import { Labelled } from '../../../ui/Icon.tsx';
import { findingsOf } from './findings.ts';
import styles from './Help.module.css';

/** [JOIN-4] What a device found out about itself: what is not fine stands out, the rest is one quiet line. */
export function CheckFindings({ check }: { check: CheckReport | null }): ReactNode {
  const { troubles, summary } = findingsOf(check);
  return (
    <>
      {troubles.length > 0 && (
        <ul className={styles.troubles}>
          {troubles.map((trouble) => (
            <li key={trouble}>
              <Labelled icon={Wrench}>{trouble}</Labelled>
            </li>
          ))}
        </ul>
      )}
      {summary && <p className={styles.summary}>{summary}</p>}
    </>
  );
}
