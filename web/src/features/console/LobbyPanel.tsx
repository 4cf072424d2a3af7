import type { ClientCommand } from '@doorstep/shared/protocol/commands.ts';
import type { CommandAnswer } from '@doorstep/shared/protocol/socket.ts';
import type { Can, LobbyEntry } from '@doorstep/shared/visit/viewShape.ts';
import { CopyPlus, DoorOpen, Hourglass } from 'lucide-react';
import { type ReactNode, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { DEVICES, sayRole } from '../../content/people.ts';
import { STAFF_REFUSALS } from '../../content/refusals.ts';
import { CONSOLE } from '../../content/staff/console.ts';
import { sayClock, sayElapsed } from '../../content/times.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon, Labelled } from '../../ui/Icon.tsx';
import { Unseen } from '../../ui/Quiet.tsx';
import { CONSOLE_HEADING } from './ConsoleHeader.tsx';
import { DenyAgain } from './DenyAgain.tsx';
import styles from './LobbyPanel.module.css';
import { useNow } from './useNow.ts';

const WORDS = CONSOLE.lobby;

export type Send = (command: ClientCommand) => Promise<CommandAnswer>;

interface LobbyPanelProps {
  readonly lobby: readonly LobbyEntry[];
  readonly can: Can;
  readonly send: Send;
}

/** [JOIN-3] Who waits at the door, to be let in one by one. It stays until everyone has been dealt with (UNK-1). */
export function LobbyPanel({ lobby, can, send }: LobbyPanelProps): ReactNode {
  const now = useNow(10_000);
  const heading = useRef<HTMLHeadingElement>(null);
  const loseFocus = useFocusAfter(lobby, heading);
  if (lobby.length === 0) return null;
  return (
    <section className={styles.panel} aria-labelledby="lobby">
      <h2 ref={heading} id="lobby" tabIndex={-1} className={styles.heading}>
        <Icon of={Hourglass} />
        {WORDS.heading(lobby.length)}
      </h2>
      <ul className={styles.list}>
        {lobby.map((entry) => (
          <Waiting key={entry.session} entry={entry} can={can} send={send} now={now} onFocusLost={loseFocus} />
        ))}
      </ul>
    </section>
  );
}

/** Whoever deals with them by keyboard goes on with the next one. Returns what to call when a row goes that has the focus. */
function useFocusAfter(lobby: readonly LobbyEntry[], heading: RefObject<HTMLHeadingElement | null>): () => void {
  const isLost = useRef(false);
  useEffect(() => {
    if (!isLost.current) return;
    isLost.current = false;
    const next = lobby.length > 0 ? heading.current : document.getElementById(CONSOLE_HEADING);
    next?.focus();
  }, [lobby, heading]);

  return useCallback(() => {
    isLost.current = true;
  }, []);
}

interface WaitingProps extends Omit<LobbyPanelProps, 'lobby'> {
  readonly entry: LobbyEntry;
  readonly now: number;
  /** It goes away, and the focus with it. */
  readonly onFocusLost: () => void;
}

function Waiting({ entry, can, send, now, onFocusLost }: WaitingProps): ReactNode {
  const row = useRef<HTMLLIElement>(null);
  // Before it is taken out of the page: afterwards nobody knows where the focus was.
  useLayoutEffect(() => {
    const element = row.current;
    return () => {
      if (element?.contains(document.activeElement)) onFocusLost();
    };
  }, [onFocusLost]);
  const [refused, setRefused] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const mayAdmit = can[`lobby.admit:${entry.session}`] ?? 'notYours';

  const act = async (command: ClientCommand): Promise<void> => {
    setBusy(true);
    const answer = await send(command);
    setBusy(false);
    setRefused(answer.ok ? null : STAFF_REFUSALS[answer.refusal]);
  };
  const deny = (): void => void act({ type: 'lobby.deny', session: entry.session });
  return (
    <li ref={row} className={classes(styles.entry, entry.arrival === 'second' && styles.second)}>
      <p className={styles.name}>{entry.name}</p>
      <Facts entry={entry} now={now} />
      <div className={styles.acts}>
        <Button
          kind="primary"
          icon={DoorOpen}
          busy={isBusy}
          unable={mayAdmit === 'yes' ? null : STAFF_REFUSALS[mayAdmit]}
          onClick={() => void act({ type: 'lobby.admit', session: entry.session })}
        >
          {WORDS.admit} <Unseen>{entry.name}</Unseen>
        </Button>
        <Button busy={isBusy} onClick={entry.deniedBefore ? () => setAsking(true) : deny}>
          {WORDS.deny} <Unseen>{entry.name}</Unseen>
        </Button>
      </div>
      {refused && <p role="alert">{refused}</p>}
      {isAsking && <DenyAgain name={entry.name} onYes={deny} onClose={() => setAsking(false)} />}
    </li>
  );
}

/** Whose link it is, on what, since when; and what makes this one different from an ordinary arrival. */
function Facts({ entry, now }: { entry: LobbyEntry; now: number }): ReactNode {
  return (
    <>
      <p className={styles.facts}>
        {sayRole(entry.role, entry.relationship)} · {DEVICES[entry.device]}
      </p>
      <p className={styles.facts}>{WORDS.since(sayClock(entry.since), sayElapsed(entry.since, now))}</p>
      {entry.arrival === 'second' && (
        <p className={styles.warning}>
          <Labelled icon={CopyPlus}>{WORDS.second}</Labelled>
        </p>
      )}
      {entry.arrival === 'again' && <p className={styles.facts}>{WORDS.again}</p>}
      {entry.connection === 'reconnecting' && <p className={styles.facts}>{WORDS.reconnecting}</p>}
    </>
  );
}
