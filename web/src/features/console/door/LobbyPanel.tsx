import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { DoorOpen, Hourglass } from 'lucide-react';
import { type ReactNode, type RefObject, useCallback, useEffect, useRef } from 'react';
import { CONSOLE } from '../../../content/staff/console.ts';
import { DOOR } from '../../../content/staff/help.ts';
import { classes } from '../../../ui/classes.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { CONSOLE_HEADING } from '../ConsoleHeader.tsx';
import { besideOf, gettingReady, missing } from '../roster/devicePlaces.ts';
import type { Send } from '../send.ts';
import { useNow } from '../useNow.ts';
import { Arriving } from './Arriving.tsx';
import { Asked } from './Asked.tsx';
import { admissionsOf } from './admissions.ts';
import { asksFromElsewhere } from './asks.ts';
import styles from './LobbyPanel.module.css';
import { Missing } from './Missing.tsx';
import { Waiting } from './Waiting.tsx';

/** [JOIN-3] [JOIN-6] Who waits at the door, to be let in one by one; who is getting ready; who is not here yet. */
export function LobbyPanel({ view, send }: { view: RoomView; send: Send }): ReactNode {
  const now = useNow(10_000);
  const heading = useRef<HTMLHeadingElement>(null);
  const lobby = view.console?.lobby ?? [];
  const loseFocus = useFocusAfter(heading);
  const arriving = gettingReady(view);
  const absent = missing(view);
  const asks = asksFromElsewhere(view);
  const atDoor = lobby.length + arriving.length;
  if (view.console === null || atDoor + absent.length + asks.length === 0) return null;
  const isCalm = lobby.length === 0;
  const { scheduledFor, lateFrom } = view.console;
  const isEmpty = atDoor === 0;
  return (
    <section
      className={classes(styles.panel, isCalm && styles.calm, isEmpty && styles.quiet)}
      aria-label={isEmpty ? DOOR.heading : undefined}
      aria-labelledby={isEmpty ? undefined : 'lobby'}
    >
      {asks.map((ask) => (
        <Asked key={ask.session} {...ask} can={view.can} send={send} />
      ))}
      {!isEmpty && (
        <h2 ref={heading} id="lobby" tabIndex={-1} className={styles.heading}>
          <Icon of={isCalm ? DoorOpen : Hourglass} />
          {isCalm ? DOOR.heading : CONSOLE.lobby.heading(lobby.length)}
        </h2>
      )}
      {!isEmpty && (
        <ul className={styles.list}>
          {lobby.map((entry) => (
            <Waiting
              key={entry.session}
              entry={entry}
              beside={besideOf(view, entry.session)}
              admissions={admissionsOf(view, entry.session)}
              can={view.can}
              send={send}
              now={now}
              onFocusLost={loseFocus}
            />
          ))}
          {arriving.map(({ person, device }) => (
            <Arriving key={device.session} person={person} device={device} can={view.can} send={send} />
          ))}
        </ul>
      )}
      <Missing people={absent} scheduledFor={scheduledFor} lateFrom={lateFrom} now={now} />
    </section>
  );
}

/** Whoever deals with them by keyboard goes on with the next one. Returns what to call when a row goes that has the focus. */
function useFocusAfter(heading: RefObject<HTMLHeadingElement | null>): () => void {
  const isLost = useRef(false);
  useEffect(() => {
    if (!isLost.current) return;
    isLost.current = false;
    const next = heading.current ?? document.getElementById(CONSOLE_HEADING);
    next?.focus();
  });

  return useCallback(() => {
    isLost.current = true;
  }, []);
}
