import type { AttendanceEntry } from '@doorstep/shared/visit/attendance.ts';
import type { SeenTime } from '@doorstep/shared/visit/seenTimes.ts';
import { type ReactNode, useCallback } from 'react';
import { ROLES } from '../../content/people.ts';
import { SHELL } from '../../content/staff/shell.ts';
import { VISIT_PAGE } from '../../content/staff/visitPage.ts';
import { sayClock, sayElapsed } from '../../content/times.ts';
import { staffApi } from '../../http/staffApi.ts';
import { useAnswer } from '../../http/useAnswer.ts';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Attendance.module.css';
import { attendanceLines, attended, saySeen } from './attendance.ts';

const WORDS = VISIT_PAGE.ended;
const LEAST = 60_000;

interface AttendanceProps {
  readonly visit: string;
  readonly endedAt: number;
  /** Empty until it is known. */
  readonly seen: readonly SeenTime[];
}

/** [ROST-2] [SEE-4] Who was there, from when to when, and every change behind it. */
export function Attendance({ visit, endedAt, seen }: AttendanceProps): ReactNode {
  const question = useCallback(() => staffApi.attendance(visit), [visit]);
  const { value: entries, problem } = useAnswer(question);
  return (
    <section aria-labelledby="attendance">
      <h2 id="attendance" className={styles.heading}>
        {WORDS.whoWasThere}
      </h2>
      {problem && (
        <Notice tone="danger" live="alert">
          <p>{problem}</p>
        </Notice>
      )}
      {entries === null && problem === null && <p>{SHELL.loading}</p>}
      {entries !== null && <Summary entries={entries} endedAt={endedAt} seen={seen} />}
      {entries !== null && entries.length > 0 && <EachChange entries={entries} endedAt={endedAt} />}
    </section>
  );
}

interface EntriesProps {
  readonly entries: readonly AttendanceEntry[];
  readonly endedAt: number;
}

function Summary({ entries, endedAt, seen }: EntriesProps & Pick<AttendanceProps, 'seen'>): ReactNode {
  const people = attended(entries, endedAt);
  if (people.length === 0) return <p>{WORDS.none}</p>;
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{WORDS.person}</th>
            <th scope="col">{WORDS.from}</th>
            <th scope="col">{WORDS.until}</th>
            <th scope="col">{WORDS.length}</th>
            <th scope="col">{WORDS.seen}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.participant}>
              <th scope="row">
                <bdi>{person.name}</bdi> <span className={styles.role}>{ROLES[person.role]}</span>
              </th>
              <td>{sayClock(person.from)}</td>
              <td>{sayClock(person.until)}</td>
              <td>{sayElapsed(0, Math.max(person.length, LEAST))}</td>
              <td>{saySeen(person, seen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {seen.length > 0 && <p className={styles.how}>{WORDS.seenHow}</p>}
    </>
  );
}

function EachChange({ entries, endedAt }: EntriesProps): ReactNode {
  return (
    <details className={styles.each}>
      <summary>{WORDS.each}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{WORDS.time}</th>
            <th scope="col">{WORDS.person}</th>
            <th scope="col">{WORDS.change}</th>
          </tr>
        </thead>
        <tbody>
          {attendanceLines(entries, endedAt).map(({ at, name, says }) => (
            <tr key={`${at} ${name} ${says}`}>
              <td>{sayClock(at)}</td>
              <td>{name}</td>
              <td>{says}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
