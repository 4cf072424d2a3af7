import type { OrderHeld, SeparationRecord } from '@doorstep/shared/visit/separation/record.ts';
import type { ReactNode } from 'react';
import { KEPT_APART_HOLDS } from '../../content/staff/keptApartHolds.ts';
import { KEPT_APART_RECORD } from '../../content/staff/keptApartRecord.ts';
import { daysBetween, sayClock, sayDay } from '../../content/times.ts';
import styles from './Attendance.module.css';

const WORDS = KEPT_APART_RECORD;

/** [PLAN-10] What an order said, in a sentence without its subject. */
function sayOrder({ is, names }: OrderHeld): string {
  if (is === 'these') return KEPT_APART_HOLDS.from(names);
  return names.length === 0 ? KEPT_APART_HOLDS.everyone : KEPT_APART_HOLDS.everyoneBut(names);
}

interface KeptApartRecordProps {
  readonly kept: SeparationRecord;
  readonly endedAt: number;
  readonly now: number;
}

/** [PLAN-10] Who was kept apart from whom and for how long; orders were often given days before. */
export function KeptApartRecord({ kept: { orders, vouched }, endedAt, now }: KeptApartRecordProps): ReactNode {
  const when = (at: number): string =>
    daysBetween(endedAt, at) === 0 ? sayClock(at) : `${sayDay(at, now)}, ${sayClock(at)}`;
  return (
    <section aria-labelledby="kept-apart">
      <h2 id="kept-apart" className={styles.heading}>
        {WORDS.heading}
      </h2>
      {orders.length === 0 ? (
        <p>{WORDS.none}</p>
      ) : (
        <table className={styles.table} aria-labelledby="kept-apart">
          <thead>
            <tr>
              <th scope="col">{WORDS.person}</th>
              <th scope="col">{WORDS.what}</th>
              <th scope="col">{WORDS.from}</th>
              <th scope="col">{WORDS.until}</th>
            </tr>
          </thead>
          <tbody>
            {orders.map((order) => (
              <tr key={`${order.participant} ${order.from}`}>
                <th scope="row">{order.name}</th>
                <td>{sayOrder(order)}</td>
                <td>{when(order.from)}</td>
                <td>{order.until === null ? WORDS.toTheEnd : when(order.until)}</td>
              </tr>
            ))}
            {vouched.map(({ name, at }) => (
              <tr key={`${name} ${at}`}>
                <th scope="row">{name}</th>
                <td>{WORDS.cameLate}</td>
                <td>{when(at)}</td>
                <td>{WORDS.toTheEnd}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
