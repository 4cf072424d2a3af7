import type { ObservedChild } from '@doorstep/shared/visit/observation/record.ts';
import type { ReactNode } from 'react';
import { VISIT_PAGE } from '../../content/staff/visitPage.ts';
import { sayClock } from '../../content/times.ts';
import { WithName } from '../../ui/WithName.tsx';
import styles from './Attendance.module.css';

const WORDS = VISIT_PAGE.ended;

/** [SEE-6] What was written of each child while the visit went on; of one who does not speak yet, also that nothing was. */
export function ObservedChildren({ observed }: { observed: readonly ObservedChild[] }): ReactNode {
  if (observed.length === 0) return null;
  return (
    <section aria-labelledby="observed">
      <h2 id="observed" className={styles.heading}>
        {WORDS.observed}
      </h2>
      {observed.map((child) => (
        <Child key={child.participant} {...child} />
      ))}
    </section>
  );
}

function Child({ name, notes }: ObservedChild): ReactNode {
  if (notes.length === 0)
    return (
      <p>
        <WithName says={WORDS.nothingObserved} name={name} />
      </p>
    );
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>
        <WithName says={WORDS.observedOf} name={name} />
      </caption>
      <thead>
        <tr>
          <th scope="col">{WORDS.time}</th>
          <th scope="col">{WORDS.inWords}</th>
        </tr>
      </thead>
      <tbody>
        {notes.map(({ at, words }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the record does not change
          <tr key={index}>
            <td>{sayClock(at)}</td>
            <td>{words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
