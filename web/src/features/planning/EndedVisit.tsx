import type { Phase } from '@doorstep/shared/visit/plan/state.ts';
import { CalendarPlus } from 'lucide-react';
import { type ReactNode, useCallback } from 'react';
import { ROLES } from '../../content/people.ts';
import { SHELL } from '../../content/staff/shell.ts';
import { ATTENDANCE, VISIT_PAGE } from '../../content/staff/visitPage.ts';
import { sayClock, sayDay } from '../../content/times.ts';
import { staffApi } from '../../http/staffApi.ts';
import { useAnswer } from '../../http/useAnswer.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './EndedVisit.module.css';

const WORDS = VISIT_PAGE.ended;

interface EndedVisitProps {
  readonly visit: string;
  readonly phase: Extract<Phase, { is: 'ended' }>;
  readonly isHost: boolean;
}

/** What happened, who was there when, and what comes next. */
export function EndedVisit({ visit, phase, isHost }: EndedVisitProps): ReactNode {
  return (
    <div className={styles.page}>
      <Notice tone="plain" heading={WORDS.heading}>
        <p>{WORDS.at(`${sayClock(phase.at)}, ${sayDay(phase.at, Date.now()).toLowerCase()}`)}</p>
        {phase.words !== '' && (
          <>
            <p>{WORDS.words}:</p>
            <blockquote className={styles.words}>{phase.words}</blockquote>
          </>
        )}
      </Notice>
      {isHost && <Attendance visit={visit} />}
      <section aria-labelledby="next">
        <h2 id="next" className={styles.section}>
          {WORDS.next}
        </h2>
        <p className={styles.next}>{WORDS.nextWhat}</p>
        <LinkButton icon={CalendarPlus} href="/plan">
          {WORDS.planNext}
        </LinkButton>
      </section>
    </div>
  );
}

/** [ROST-2] Every change of the roster, timed. */
function Attendance({ visit }: { visit: string }): ReactNode {
  const question = useCallback(() => staffApi.attendance(visit), [visit]);
  const { value: entries, problem } = useAnswer(question);
  return (
    <section aria-labelledby="attendance">
      <h2 id="attendance" className={styles.section}>
        {WORDS.whoWasThere}
      </h2>
      {problem && <p role="alert">{problem}</p>}
      {entries === null && problem === null && <p>{SHELL.loading}</p>}
      {entries?.length === 0 && <p>{WORDS.none}</p>}
      {entries !== null && entries.length > 0 && (
        <>
          <p className={styles.hint}>{WORDS.attendanceHint}</p>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{WORDS.time}</th>
                <th scope="col">{WORDS.person}</th>
                <th scope="col">{WORDS.change}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={`${entry.at}-${entry.participant}-${entry.state}`}>
                  <td>{sayClock(entry.at)}</td>
                  <td>
                    {entry.name} <span className={styles.hint}>{ROLES[entry.role]}</span>
                  </td>
                  <td>{ATTENDANCE[entry.state]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
