import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Can } from '@doorstep/shared/visit/viewShape.ts';
import { Ear, UserRoundX } from 'lucide-react';
import type { ReactNode } from 'react';
import { UNKNOWN } from '../../../content/staff/unknown.ts';
import { Button } from '../../../ui/Button.tsx';
import { Unseen } from '../../../ui/Quiet.tsx';
import { nameOfDevice } from './facts.ts';
import type { RosterLine } from './rosterLines.ts';

const WORDS = UNKNOWN.raise;

/** Begins to raise that somebody unknown is on this device, or seen or heard near it. */
export type Raise = (about: 'device' | 'nearby', session: SessionId) => void;

interface RaiseHereProps {
  readonly line: RosterLine;
  readonly isMe: boolean;
  readonly can: Can;
  readonly onRaise: Raise;
}

/** The devices at which an unknown person can be noticed: those that are seen and heard in the visit. */
const noticeableOf = ({ devices }: RosterLine) => devices.filter(({ place }) => place === 'inside');

/** [UNK-3] Whether there is anything to raise about this person from here. */
export const mayRaise = (line: RosterLine, isMe: boolean, can: Can): boolean =>
  !isMe && can['unknown.notice'] === 'yes' && noticeableOf(line).length > 0;

/** [UNK-3] Where one looks at a person: a voice or a shadow beside them, or that it is somebody else, with their device filled in. */
export function RaiseHere({ line, isMe, can, onRaise }: RaiseHereProps): ReactNode {
  if (!mayRaise(line, isMe, can)) return null;
  const devices = noticeableOf(line);
  return devices.map((device) => {
    const { session } = device.seen;
    const which = devices.length > 1 && `, ${nameOfDevice(device).toLowerCase()}`;
    return (
      <div key={session}>
        <Button kind="quiet" icon={Ear} onClick={() => onRaise('nearby', session)}>
          {WORDS.nearby}
          {which} <Unseen>{WORDS.with(line.name)}</Unseen>
        </Button>
        <Button kind="quiet" icon={UserRoundX} onClick={() => onRaise('device', session)}>
          {WORDS.device}
          {which} <Unseen>{WORDS.as(line.name)}</Unseen>
        </Button>
      </div>
    );
  });
}
