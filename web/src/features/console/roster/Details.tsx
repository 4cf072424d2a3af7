import type { Can, RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { UserX } from 'lucide-react';
import type { ReactNode } from 'react';
import { ROSTER } from '../../../content/staff/roster.ts';
import { Button } from '../../../ui/Button.tsx';
import { Unseen } from '../../../ui/Quiet.tsx';
import { roomKeyOf } from '../../../visit/ownRoom.ts';
import { CheckFindings } from '../door/CheckFindings.tsx';
import { findingsOf } from '../door/findings.ts';
import { HelpMenu } from '../door/HelpMenu.tsx';
import { Observe } from '../observation/Observe.tsx';
import { InviteHere } from '../rooms/InviteHere.tsx';
import type { Send } from '../send.ts';
import { AskWho } from './AskWho.tsx';
import { deviceFacts, nameOfDevice, sayWho } from './facts.ts';
import styles from './PersonRow.module.css';
import { PutOut } from './PutOut.tsx';
import { type Raise, RaiseHere } from './RaiseHere.tsx';
import { isInside, type LineDevice, type RosterLine } from './rosterLines.ts';

const WORDS = ROSTER.details;

interface DetailsProps {
  readonly line: RosterLine;
  readonly view: RoomView;
  readonly isMe: boolean;
  /** [ROST-4] A round of seeing and hearing has begun. */
  readonly isAsked: boolean;
  readonly can: Can;
  readonly send: Send;
  readonly onRaise: Raise;
  readonly onRemove: () => void;
}

/** What a professional may want to know of one person, and the host do for them. */
export function Details({ line, view, isMe, isAsked, can, send, onRaise, onRemove }: DetailsProps): ReactNode {
  const mayRemove = isInside(line) && can[`lobby.remove:${line.participant}`] === 'yes';
  return (
    <div className={styles.details}>
      <dl className={styles.known}>
        <Known label={WORDS.known} says={WORDS.knownBy[line.known]} />
        <Known label={WORDS.introduced} says={WORDS.introducedAs[line.introduced]} />
        {line.devices.map((device) => (
          <Device key={device.seen.session} device={device} isAsked={isAsked} isFamily={line.known === 'link'} />
        ))}
      </dl>
      {line.addedLate && <p>{WORDS.addedLate}</p>}
      <div className={styles.acts}>
        <AskWho participant={line.participant} name={line.name} can={can} send={send} />
        {!isMe && line.devices.map((device) => <Help key={device.seen.session} {...{ line, device, can, send }} />)}
        <InviteHere view={view} line={line} send={send} />
        <RaiseHere line={line} isMe={isMe} can={can} onRaise={onRaise} />
        {line.devices.map((device) => (
          <PutOut key={device.seen.session} {...{ line, device, can, send }} />
        ))}
        {mayRemove && (
          <Button kind="quiet" icon={UserX} onClick={onRemove}>
            {ROSTER.remove} <Unseen>{line.name}</Unseen>
          </Button>
        )}
      </div>
      <Observe room={roomKeyOf(view)} line={line} can={can} send={send} />
    </div>
  );
}

function Known({ label, says }: { label: string; says: string }): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{says}</dd>
    </div>
  );
}

interface DeviceProps {
  readonly device: LineDevice;
  readonly isAsked: boolean;
  readonly isFamily: boolean;
}

function Device({ device, isAsked, isFamily }: DeviceProps): ReactNode {
  const { told } = device;
  const who = told === null || !isFamily ? null : sayWho(told);
  return (
    <div>
      <dt>{nameOfDevice(device)}</dt>
      <dd>
        {deviceFacts(device, isAsked).join(' · ')}
        {who && <p>{who}</p>}
        {told?.check && <CheckFindings check={told.check} />}
      </dd>
    </div>
  );
}

function Help({
  line,
  device,
  can,
  send,
}: Pick<DetailsProps, 'line' | 'can' | 'send'> & { device: LineDevice }): ReactNode {
  if (device.told === null) return null;
  return (
    <HelpMenu
      session={device.seen.session}
      name={line.name}
      role={line.role}
      help={device.told.help}
      suggested={findingsOf(device.told.check).hints}
      can={can}
      send={send}
    />
  );
}
