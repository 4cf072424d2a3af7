import type { LobbyEntry, PreparingView } from '@doorstep/shared/visit/viewShape.ts';
import { Hourglass, Video } from 'lucide-react';
import type { ReactNode } from 'react';
import { STAFF_REFUSALS } from '../../content/refusals.ts';
import { VISIT_PAGE } from '../../content/staff/visitPage.ts';
import { sayClock } from '../../content/times.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './StartCard.module.css';

/** Who is at the door, and the way in. The visit itself starts only once the host has seen and heard themselves. */
export function StartCard({ view, onEnter }: { view: PreparingView; onEnter: (starts: boolean) => void }): ReactNode {
  const { phase, console, can } = view;
  const isOpen = phase.is === 'open';
  const mayStart = can['visit.start'];
  const isHost = console !== null;
  return (
    <section aria-labelledby="start" className={styles.card}>
      <h2 id="start" className={styles.heading}>
        {isOpen ? VISIT_PAGE.underWayHeading : VISIT_PAGE.startHeading}
      </h2>
      {phase.is === 'open' && <p>{VISIT_PAGE.underWaySince(sayClock(phase.since))}</p>}
      {console !== null && <Door lobby={console.lobby} />}
      {isOpen || isHost ? (
        <Button
          kind="primary"
          large
          wide
          icon={Video}
          unable={isOpen || mayStart === 'yes' ? null : STAFF_REFUSALS[mayStart ?? 'notYours']}
          onClick={() => onEnter(!isOpen)}
        >
          {isOpen ? VISIT_PAGE.checkAndEnter : VISIT_PAGE.checkAndStart}
        </Button>
      ) : (
        <p role="status">{VISIT_PAGE.hostNotStarted}</p>
      )}
      {isHost && <p className={styles.note}>{VISIT_PAGE.nobodyIn}</p>}
    </section>
  );
}

function Door({ lobby }: { lobby: readonly LobbyEntry[] }): ReactNode {
  return (
    <div role="status">
      {lobby.length === 0 ? (
        <p className={styles.note}>{VISIT_PAGE.nobodyWaiting}</p>
      ) : (
        <Notice tone="attention" icon={Hourglass} heading={VISIT_PAGE.waitingHeading(lobby.length)}>
          <ul>
            {lobby.map((entry) => (
              <li key={entry.session}>{VISIT_PAGE.waitingSince(entry.name, sayClock(entry.since))}</li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
