import type { VisitSummary } from '@doorstep/shared/protocol/http.ts';
import { CalendarPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { SHELL } from '../../content/staff/shell.ts';
import { VISIT_LIST } from '../../content/staff/visitList.ts';
import { staffApi } from '../../http/staffApi.ts';
import { useAnswer } from '../../http/useAnswer.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { type GroupName, groupVisits } from './groupVisits.ts';
import styles from './VisitList.module.css';
import { VisitRow } from './VisitRow.tsx';

/** Someone may begin to wait at any moment. */
const ASK_AGAIN_MS = 5_000;
const ORDER: readonly GroupName[] = ['now', 'today', 'coming', 'past'];

/** The visits of whoever is signed in, as a working day looks at them. */
export function VisitList(): ReactNode {
  usePageTitle(SHELL.titles.visits);
  const { value: visits, problem } = useAnswer(staffApi.visits, ASK_AGAIN_MS);
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <h1 className={styles.heading}>{VISIT_LIST.title}</h1>
        <LinkButton kind="primary" icon={CalendarPlus} href="/plan">
          {VISIT_LIST.plan}
        </LinkButton>
      </div>
      {problem && (
        <Notice tone="danger" live="status" heading={SHELL.problem}>
          <p>{problem}</p>
        </Notice>
      )}
      {visits === null && problem === null && <p>{SHELL.loading}</p>}
      {visits?.length === 0 && (
        <div className={styles.empty}>
          <p className={styles.emptyLead}>{VISIT_LIST.empty}</p>
          <p>{VISIT_LIST.emptyNext}</p>
        </div>
      )}
      {visits !== null && visits.length > 0 && <Groups visits={visits} now={Date.now()} />}
    </div>
  );
}

function Groups({ visits, now }: { visits: readonly VisitSummary[]; now: number }): ReactNode {
  const groups = groupVisits(visits, now);
  return ORDER.filter((name) => groups[name].length > 0 || (name === 'today' && groups.now.length === 0)).map(
    (name) => (
      <section key={name} aria-labelledby={`group-${name}`} className={styles.group}>
        <h2 id={`group-${name}`} className={styles.groupHeading}>
          {VISIT_LIST.groups[name]}
        </h2>
        {groups[name].length === 0 ? (
          <p className={styles.none}>{VISIT_LIST.nothingToday}</p>
        ) : (
          <ul className={styles.list}>
            {groups[name].map((visit) => (
              <VisitRow key={visit.id} visit={visit} now={now} isUrgent={name === 'now'} />
            ))}
          </ul>
        )}
      </section>
    ),
  );
}
