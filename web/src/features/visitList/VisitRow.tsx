import type { VisitSummary } from '@doorstep/shared/protocol/http.ts';
import { DoorOpen, Hourglass } from 'lucide-react';
import type { ReactNode } from 'react';
import { KINDS } from '../../content/kinds.ts';
import { VISIT_LIST } from '../../content/staff/visitList.ts';
import { sayClock, sayDay, sayLength } from '../../content/times.ts';
import { classes } from '../../ui/classes.ts';
import { Tag } from '../../ui/Tag.tsx';
import { namesInOrder } from './groupVisits.ts';
import styles from './VisitRow.module.css';

interface VisitRowProps {
  readonly visit: VisitSummary;
  readonly now: number;
  readonly isUrgent: boolean;
}

/** One visit: when, who, what for, and whether anybody waits. The whole row leads to it; the link is its time and people. */
export function VisitRow({ visit, now, isUrgent }: VisitRowProps): ReactNode {
  const names = namesInOrder(visit.people).join(', ');
  return (
    <li className={classes(styles.row, isUrgent && styles.urgent)}>
      <p className={styles.when}>
        <time className={styles.clock} dateTime={new Date(visit.scheduledFor).toISOString()}>
          {sayClock(visit.scheduledFor)}
        </time>
        <span className={styles.day}>{sayDay(visit.scheduledFor, now)}</span>
      </p>
      <div className={styles.what}>
        <h3 className={styles.who}>
          <a className={styles.link} href={`/visit#${visit.id}`}>
            {names === '' ? VISIT_LIST.alone : names}
          </a>
        </h3>
        <p className={styles.purpose}>{visit.purpose === '' ? VISIT_LIST.noPurpose : visit.purpose}</p>
        <p className={styles.facts}>
          {KINDS[visit.kind].label} · {sayLength(visit.lengthMinutes)} · {VISIT_LIST.host(visit.hostName)}
        </p>
      </div>
      <p className={styles.states}>
        <States visit={visit} now={now} />
      </p>
    </li>
  );
}

function States({ visit, now }: { visit: VisitSummary; now: number }): ReactNode {
  const isMissed = visit.phase === 'planned' && visit.scheduledFor + visit.lengthMinutes * 60_000 < now;
  return (
    <>
      {visit.waiting > 0 && (
        <Tag tone="attention" icon={Hourglass}>
          {VISIT_LIST.waiting(visit.waiting)}
        </Tag>
      )}
      {visit.phase === 'open' && (
        <Tag tone="good" icon={DoorOpen}>
          {VISIT_LIST.underWay}
        </Tag>
      )}
      {visit.phase === 'ended' && <Tag>{VISIT_LIST.ended}</Tag>}
      {isMissed && <Tag>{VISIT_LIST.missed}</Tag>}
      {visit.purpose === '' && visit.phase === 'planned' && <Tag tone="attention">{VISIT_LIST.draft}</Tag>}
    </>
  );
}
