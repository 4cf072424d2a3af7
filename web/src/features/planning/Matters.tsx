import type { UnknownView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { UNKNOWN } from '../../content/staff/unknown.ts';
import { VISIT_PAGE } from '../../content/staff/visitPage.ts';
import { sayClock } from '../../content/times.ts';
import { WithName } from '../../ui/WithName.tsx';
import styles from './Attendance.module.css';
import { sayMatter } from './matters.ts';

/** [UNK-2] Each matter of somebody unknown, with what was done about it, when, and in which words. */
export function Matters({ matters }: { matters: readonly UnknownView[] }): ReactNode {
  return (
    <section aria-labelledby="matters">
      <h2 id="matters" className={styles.heading}>
        {VISIT_PAGE.ended.matters}
      </h2>
      {matters.map((matter) => (
        <table key={matter.id} className={styles.table}>
          <caption className={styles.caption}>
            <SaidMatter matter={matter} />
          </caption>
          <thead>
            <tr>
              <th scope="col">{VISIT_PAGE.ended.time}</th>
              <th scope="col">{VISIT_PAGE.ended.change}</th>
              <th scope="col">{VISIT_PAGE.ended.inWords}</th>
            </tr>
          </thead>
          <tbody>
            {matter.steps.map(({ to, at, words }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the record does not change
              <tr key={index}>
                <td>{sayClock(at)}</td>
                <td>{UNKNOWN.done[to]}</td>
                <td>{words}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}

function SaidMatter({ matter }: { matter: UnknownView }): ReactNode {
  const { whose } = matter;
  if (whose === null) return sayMatter(matter);
  return <WithName says={(name) => sayMatter({ ...matter, whose: name })} name={whose} />;
}
