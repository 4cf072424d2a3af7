import type { SaidBefore as Said } from '@doorstep/shared/visit/checks/record.ts';
import type { ReactNode } from 'react';
import { DEVICES, ROLES } from '../../content/people.ts';
import { VISIT_PAGE } from '../../content/staff/visitPage.ts';
import styles from './Attendance.module.css';
import { sayEntered, saySaid } from './saidBefore.ts';

const WORDS = VISIT_PAGE.ended.before;

/** [DEV-1] [DEV-2] What each professional said of their device and room before they went in, and that nothing was said. */
export function SaidBefore({ said }: { said: readonly Said[] }): ReactNode {
  if (said.length === 0) return null;
  return (
    <section aria-labelledby="said-before">
      <h2 id="said-before" className={styles.heading}>
        {WORDS.heading}
      </h2>
      <table className={styles.table} aria-labelledby="said-before">
        <thead>
          <tr>
            <th scope="col">{VISIT_PAGE.ended.person}</th>
            <th scope="col">{WORDS.wentIn}</th>
            <th scope="col">{WORDS.said}</th>
          </tr>
        </thead>
        <tbody>
          {said.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the record does not change
            <Row key={index} {...one} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ name, role, device, entered, said }: Said): ReactNode {
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>{' '}
        <span className={styles.role}>
          {ROLES[role]}, {DEVICES[device].toLowerCase()}
        </span>
      </th>
      <td>{sayEntered(entered)}</td>
      <td>
        <ul className={styles.said}>
          {saySaid(said).map(({ says, isAmiss }) => (
            <li key={says}>{isAmiss ? <strong>{says}</strong> : says}</li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
