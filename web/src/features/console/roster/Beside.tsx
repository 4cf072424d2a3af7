import type { CompanionView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { ROSTER } from '../../../content/staff/roster.ts';
import styles from './Beside.module.css';

interface BesideProps {
  readonly beside: readonly CompanionView[];
  /** [ROST-3] Whether it matters yet who is not introduced. */
  readonly introducing: boolean;
}

/** [JOIN-5] [ROST-1] Who sits with somebody off camera, as they said. */
export function Beside({ beside, introducing }: BesideProps): ReactNode {
  if (beside.length === 0) return null;
  return (
    <div className={styles.beside}>
      <p className={styles.label}>{ROSTER.with}</p>
      <ul className={styles.people}>
        {beside.map(({ companion, name, relationship, introduced }) => (
          <li key={companion}>
            <strong>
              <bdi>{name}</bdi>
            </strong>
            {relationship && `, ${relationship}`}
            {introducing && introduced !== 'done' && <span className={styles.notYet}> · {ROSTER.notIntroduced}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
