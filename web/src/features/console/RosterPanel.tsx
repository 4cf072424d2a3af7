import type { Can, RoomView, RosterState } from '@doorstep/shared/visit/viewShape.ts';
import { Settings2, UserX } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { DEVICES, sayRole } from '../../content/people.ts';
import { CONSOLE } from '../../content/staff/console.ts';
import { ROSTER_STATES } from '../../content/staff/rosterStates.ts';
import { sayClock } from '../../content/times.ts';
import { Button } from '../../ui/Button.tsx';
import type { Tone } from '../../ui/Notice.tsx';
import { Unseen } from '../../ui/Quiet.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { Send } from './LobbyPanel.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import styles from './RosterPanel.module.css';
import { type RosterLine, rosterLines } from './rosterLines.ts';

const WORDS = CONSOLE.roster;
const TONES: Readonly<Partial<Record<RosterState, Tone>>> = { here: 'good', away: 'attention', waiting: 'attention' };

interface RosterPanelProps {
  readonly view: RoomView;
  readonly send: Send;
  /** Here too, because small screens have no room for it among the controls. */
  readonly onDevices: () => void;
}

/** [ROST-1] [ROST-2] Everyone of the visit: where they are and since when, how they are known, with which devices. */
export function RosterPanel({ view, send, onDevices }: RosterPanelProps): ReactNode {
  const [removing, setRemoving] = useState<RosterLine | null>(null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a keyboard must be able to reach what is below
    <section className={styles.panel} aria-labelledby="roster" tabIndex={0}>
      <h2 id="roster" className={styles.heading}>
        {WORDS.heading}
      </h2>
      <ul>
        {rosterLines(view).map((line) => (
          <Line
            key={line.participant}
            line={line}
            isMe={line.participant === view.me.participant}
            can={view.can}
            onRemove={() => setRemoving(line)}
          />
        ))}
      </ul>
      <div className={styles.narrow}>
        <Button icon={Settings2} onClick={onDevices}>
          {CONSOLE.controls.devices}
        </Button>
      </div>
      {removing && <RemoveDialog line={removing} send={send} onClose={() => setRemoving(null)} />}
    </section>
  );
}

interface LineProps {
  readonly line: RosterLine;
  readonly isMe: boolean;
  readonly can: Can;
  readonly onRemove: () => void;
}

function Line({ line, isMe, can, onRemove }: LineProps): ReactNode {
  const mayRemove =
    can[`lobby.remove:${line.participant}`] === 'yes' &&
    (line.state === 'here' || line.state === 'away' || line.state === 'reconnecting');
  return (
    <li className={styles.line}>
      <div className={styles.top}>
        <p className={styles.name}>
          {line.name} {isMe && <span className={styles.soft}>({WORDS.you})</span>}
        </p>
        <State line={line} />
      </div>
      <div className={styles.rest}>
        <div className={styles.facts}>
          <p>{sayRole(line.role, line.relationship)}</p>
          <p>{[WORDS.identity[line.known], ...line.devices.map(sayDevice)].join(' · ')}</p>
          {line.addedLate && <p>{WORDS.addedLate}</p>}
        </div>
        {mayRemove && (
          <Button kind="quiet" icon={UserX} onClick={onRemove}>
            {WORDS.remove} <Unseen>{line.name}</Unseen>
          </Button>
        )}
      </div>
      {line.quickExit && <p className={styles.warning}>{WORDS.quickExit}</p>}
    </li>
  );
}

function State({ line: { state, since } }: { line: RosterLine }): ReactNode {
  const isMoment = state === 'left' || state === 'removed';
  const time = since === null ? '' : ` ${(isMoment ? WORDS.at : WORDS.since)(sayClock(since))}`;
  return <Tag tone={TONES[state] ?? 'plain'}>{`${ROSTER_STATES[state]}${time}`}</Tag>;
}

const sayDevice = ({ device, isSecond }: RosterLine['devices'][number]): string =>
  isSecond ? `${DEVICES[device]} (${WORDS.second})` : DEVICES[device];
