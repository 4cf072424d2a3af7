import type { ConsoleView, PreparingView } from '@doorstep/shared/visit/viewShape.ts';
import { Clock, Hourglass, Phone, Video } from 'lucide-react';
import type { ReactNode } from 'react';
import { STAFF_REFUSALS } from '../../content/refusals.ts';
import { VISIT_PAGE } from '../../content/staff/visitPage.ts';
import { sayClock } from '../../content/times.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { WithName } from '../../ui/WithName.tsx';
import { asksOf, earlyReminder } from './earlyReminder.ts';
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
      {isHost && !isOpen && <Reminder scheduledFor={view.plan.scheduledFor} />}
      {console !== null && <Door console={console} />}
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

/** [JOIN-6] The page is asked anew every few seconds, and the time with it. */
function Reminder({ scheduledFor }: { scheduledFor: number }): ReactNode {
  const { says, isNow } = earlyReminder(scheduledFor, Date.now());
  return isNow ? (
    <Notice tone="attention" icon={Clock} live="status">
      <p>{says}</p>
    </Notice>
  ) : (
    <p className={styles.note}>{says}</p>
  );
}

function Door({ console: { lobby, roster } }: { console: ConsoleView }): ReactNode {
  const asks = asksOf(roster);
  return (
    <div role="status">
      {asks.length > 0 && (
        <Notice tone="attention" icon={Phone}>
          <ul>
            {asks.map((ask) => (
              <li key={ask}>{ask}</li>
            ))}
          </ul>
        </Notice>
      )}
      {lobby.length === 0 ? (
        <p className={styles.note}>{VISIT_PAGE.nobodyWaiting}</p>
      ) : (
        <Notice tone="attention" icon={Hourglass} heading={VISIT_PAGE.waitingHeading(lobby.length)}>
          <ul>
            {lobby.map((entry) => (
              <li key={entry.session}>
                <WithName says={(name) => VISIT_PAGE.waitingSince(name, sayClock(entry.since))} name={entry.name} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
