import type { Can, RoomView, RosterState } from '@doorstep/shared/visit/viewShape.ts';
import { UserX } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { DEVICES, sayRole } from '../../content/people.ts';
import { CONSOLE } from '../../content/staff/console.ts';
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

/** [ROST-1] [ROST-2] Everyone of the visit: where they are and since when, how they are known, with which devices. */
export function RosterPanel({ view, send }: { view: RoomView; send: Send }): ReactNode {
  const [removing, setRemoving] = useState<RosterLine | null>(null);
  return (
    <section className={styles.panel} aria-labelledby="roster">
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
  const mayRemove = can[`lobby.remove:${line.participant}`] === 'yes' && line.devices.length > 0;
  return (
    <li className={styles.line}>
      <div className={styles.top}>
        <p className={styles.name}>
          {line.name} {isMe && <span className={styles.soft}>({WORDS.you})</span>}
        </p>
        <State line={line} />
      </div>
      <p className={styles.soft}>
        {sayRole(line.role, line.relationship)}. {WORDS.identity[line.known]}.{line.addedLate && ` ${WORDS.addedLate}.`}
      </p>
      {line.quickExit && <p className={styles.warning}>{WORDS.quickExit}</p>}
      {(line.devices.length > 0 || mayRemove) && (
        <div className={styles.foot}>
          <p className={styles.soft}>{sayDevices(line.devices)}</p>
          {mayRemove && (
            <Button kind="quiet" icon={UserX} onClick={onRemove}>
              {WORDS.remove} <Unseen>{line.name}</Unseen>
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function State({ line: { state, since } }: { line: RosterLine }): ReactNode {
  const isMoment = state === 'left' || state === 'removed';
  const time = since === null ? '' : ` ${(isMoment ? WORDS.at : WORDS.since)(sayClock(since))}`;
  return <Tag tone={TONES[state] ?? 'plain'}>{`${WORDS.states[state]}${time}`}</Tag>;
}

const sayDevices = (devices: RosterLine['devices']): string =>
  devices
    .map(({ device, isSecond }) => (isSecond ? `${DEVICES[device]} (${WORDS.second})` : DEVICES[device]))
    .join(', ');
