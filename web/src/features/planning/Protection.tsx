import type { Compared, ProtectionRecord, Unprotected } from '@doorstep/shared/visit/protection/record.ts';
import { Fragment, type ReactNode } from 'react';
import { DEVICES } from '../../content/people.ts';
import { ROOMS } from '../../content/staff/rooms.ts';
import { VISIT_PAGE } from '../../content/staff/visitPage.ts';
import { sayClock } from '../../content/times.ts';
import { WithName } from '../../ui/WithName.tsx';
import styles from './Attendance.module.css';

const WORDS = VISIT_PAGE.ended.protection;

/** [SAFE-2] When pictures were compared, and whose devices were not protected from end to end. */
export function Protection({ protection: { compared, unprotected } }: { protection: ProtectionRecord }): ReactNode {
  return (
    <section aria-labelledby="protection">
      <h2 id="protection" className={styles.heading}>
        {WORDS.heading}
      </h2>
      {compared.length === 0 && <p>{WORDS.notCompared}</p>}
      {compared.length + unprotected.length > 0 && (
        <ul>
          {compared.map((one) => (
            <Comparison key={one.at} {...one} />
          ))}
          {unprotected.map((one) => (
            <NotProtected key={`${one.session} ${one.since}`} {...one} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Comparison({ at, by, names, mark }: Compared): ReactNode {
  const where = roomName(mark);
  const all = names.map((name, place) => (
    <Fragment key={name}>
      {place > 0 && ', '}
      <bdi>{name}</bdi>
    </Fragment>
  ));
  return (
    <li>
      <WithName says={(who) => WORDS.compared(sayClock(at), who, where)} name={all} />{' '}
      <WithName says={WORDS.saidBy} name={by} />
    </li>
  );
}

function NotProtected({ name, device, mark, since, until, acceptedAt }: Unprotected): ReactNode {
  const what = DEVICES[device].toLowerCase();
  const where = roomName(mark);
  const span = until === null ? WORDS.from(sayClock(since)) : WORDS.fromUntil(sayClock(since), sayClock(until));
  const says = (who: string): string =>
    acceptedAt === null
      ? WORDS.shutOut(who, what, span, where)
      : WORDS.accepted(who, what, span, where, sayClock(acceptedAt));
  return (
    <li>
      <WithName says={says} name={name} />
    </li>
  );
}

const roomName = (mark: Compared['mark']): string => (mark === null ? ROOMS.main : ROOMS.marks[mark]);
