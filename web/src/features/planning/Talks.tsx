import type { Talk, TalkPerson } from '@doorstep/shared/visit/rooms/talks.ts';
import type { ReactNode } from 'react';
import { ROOMS } from '../../content/staff/rooms.ts';
import { VISIT_PAGE } from '../../content/staff/visitPage.ts';
import { sayClock, sayLength } from '../../content/times.ts';
import { WithName } from '../../ui/WithName.tsx';
import styles from './Attendance.module.css';
import { isOfFamily } from './apart.ts';

const WORDS = VISIT_PAGE.ended.talks;
const MINUTE = 60_000;

/** [PRIV-8] Who spoke with whom in private, for how long, and what was said about being alone: said, never known. */
export function Talks({ talks }: { talks: readonly Talk[] }): ReactNode {
  return (
    <section aria-labelledby="talks">
      <h2 id="talks" className={styles.heading}>
        {WORDS.heading}
      </h2>
      {talks.length === 0 ? (
        <p>{WORDS.none}</p>
      ) : (
        <table className={styles.table} aria-labelledby="talks">
          <thead>
            <tr>
              <th scope="col">{WORDS.when}</th>
              <th scope="col">{WORDS.where}</th>
              <th scope="col">{WORDS.who}</th>
              <th scope="col">{WORDS.alone}</th>
              <th scope="col">{WORDS.protected}</th>
            </tr>
          </thead>
          <tbody>
            {talks.map((talk) => (
              <Row key={`${talk.mark} ${talk.from}`} talk={talk} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({ talk: { mark, from, until, protection, people } }: { talk: Talk }): ReactNode {
  return (
    <tr>
      <td>
        {sayClock(from)}–{sayClock(until)}, {sayLength(Math.max(1, Math.round((until - from) / MINUTE)))}
      </td>
      <td>{mark === null ? ROOMS.main : ROOMS.marks[mark]}</td>
      <td>
        <ul>
          {people.map(({ participant, name }) => (
            <li key={participant}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      </td>
      <td>
        <ul>
          {people
            .filter(({ role }) => isOfFamily(role))
            .map((person) => (
              <SaidAlone key={person.participant} person={person} />
            ))}
        </ul>
      </td>
      <td>{WORDS.is[protection]}</td>
    </tr>
  );
}

function SaidAlone({ person: { name, saidAlone } }: { person: TalkPerson }): ReactNode {
  return (
    <li>
      <WithName says={WORDS.said[saidAlone ?? 'nothing']} name={name} />
    </li>
  );
}
