import type { RoomId } from '@doorstep/shared/visit/ids.ts';
import type { Can, CompanionView, LobbyEntry } from '@doorstep/shared/visit/viewShape.ts';
import { CopyPlus, DoorOpen } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { DEVICES, sayRole } from '../../../content/people.ts';
import { STAFF_REFUSALS } from '../../../content/refusals.ts';
import { CONSOLE } from '../../../content/staff/console.ts';
import { SAID_WHO } from '../../../content/staff/roster.ts';
import { sayClock, sayElapsed } from '../../../content/times.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Labelled } from '../../../ui/Icon.tsx';
import { Unseen } from '../../../ui/Quiet.tsx';
import { AtTheDoor } from '../protection/AtTheDoor.tsx';
import { AskWho } from '../roster/AskWho.tsx';
import { Beside } from '../roster/Beside.tsx';
import type { Send } from '../send.ts';
import { useAct } from '../useAct.ts';
import { Asked } from './Asked.tsx';
import type { Admission } from './admissions.ts';
import { CheckFindings } from './CheckFindings.tsx';
import { DenyAgain } from './DenyAgain.tsx';
import { findingsOf } from './findings.ts';
import { HelpMenu } from './HelpMenu.tsx';
import styles from './LobbyPanel.module.css';

const WORDS = CONSOLE.lobby;

interface WaitingProps {
  readonly entry: LobbyEntry;
  readonly beside: readonly CompanionView[];
  /** The rooms among which to choose; none where there is nothing to choose. */
  readonly admissions: readonly Admission[];
  readonly can: Can;
  readonly send: Send;
  readonly now: number;
  /** It goes away, and the focus with it. */
  readonly onFocusLost: () => void;
}

/** Somebody who has knocked: who it is, what makes them different from an ordinary arrival, and the way in. */
export function Waiting({ entry, beside, admissions, can, send, now, onFocusLost }: WaitingProps): ReactNode {
  const row = useRef<HTMLLIElement>(null);
  // Before it is taken out of the page: afterwards nobody knows where the focus was.
  useLayoutEffect(() => {
    const element = row.current;
    return () => {
      if (element?.contains(document.activeElement)) onFocusLost();
    };
  }, [onFocusLost]);
  return (
    <li ref={row} className={classes(styles.entry, entry.arrival === 'second' && styles.second)}>
      <p className={styles.name}>{entry.name}</p>
      <Asked session={entry.session} name={entry.name} what={entry.help.asked} can={can} send={send} />
      <Facts entry={entry} now={now} />
      <CheckFindings check={entry.check} />
      <Beside beside={beside} introducing={false} />
      {beside.length === 0 && entry.saidWho !== 'notSaid' && <p className={styles.facts}>{SAID_WHO[entry.saidWho]}</p>}
      <AtTheDoor session={entry.session} name={entry.name} is={entry.protection} can={can} send={send} />
      <LetIn entry={entry} admissions={admissions} can={can} send={send} />
      <div className={styles.more}>
        <HelpMenu {...entry} suggested={findingsOf(entry.check).hints} can={can} send={send} />
        {entry.saidWho === 'notSaid' && (
          <AskWho participant={entry.participant} name={entry.name} can={can} send={send} />
        )}
      </div>
    </li>
  );
}

function LetIn({ entry, admissions, can, send }: Omit<WaitingProps, 'beside' | 'now' | 'onFocusLost'>): ReactNode {
  const { act, isBusy, refused } = useAct(send);
  const [isAsking, setAsking] = useState(false);
  const admit = (room?: RoomId): void => void act({ type: 'lobby.admit', session: entry.session, room });
  const deny = (): void => void act({ type: 'lobby.deny', session: entry.session });
  return (
    <>
      <div className={styles.acts}>
        <Ways entry={entry} admissions={admissions} can={can} isBusy={isBusy} admit={admit} />
        <Button busy={isBusy} onClick={entry.deniedBefore ? () => setAsking(true) : deny}>
          {WORDS.deny} <Unseen>{entry.name}</Unseen>
        </Button>
      </div>
      {refused && <p role="alert">{refused}</p>}
      {isAsking && <DenyAgain name={entry.name} onYes={deny} onClose={() => setAsking(false)} />}
    </>
  );
}

interface WaysProps extends Pick<WaitingProps, 'entry' | 'admissions' | 'can'> {
  readonly isBusy: boolean;
  readonly admit: (room?: RoomId) => void;
}

/** [PRIV-5] One way in, or where there are sides one to each of them for whoever goes between. */
function Ways({ entry, admissions, can, isBusy, admit }: WaysProps): ReactNode {
  const mayAdmit = can[`lobby.admit:${entry.session}`] ?? 'notYours';
  if (admissions.length > 1)
    return admissions.map(({ room, name, refusal }) => (
      <Button
        key={room}
        kind="primary"
        icon={DoorOpen}
        busy={isBusy}
        unable={refusal === null ? null : STAFF_REFUSALS[refusal]}
        onClick={() => admit(room)}
      >
        {WORDS.admitTo(name)} <Unseen>{entry.name}</Unseen>
      </Button>
    ));

  return (
    <Button
      kind="primary"
      icon={DoorOpen}
      busy={isBusy}
      unable={mayAdmit === 'yes' ? null : STAFF_REFUSALS[mayAdmit]}
      onClick={() => admit()}
    >
      {WORDS.admit} <Unseen>{entry.name}</Unseen>
    </Button>
  );
}

/** Whose link it is, on what, since when. */
function Facts({ entry, now }: Pick<WaitingProps, 'entry' | 'now'>): ReactNode {
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
