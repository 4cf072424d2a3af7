import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { DoorOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { ROOMS } from '../../../content/staff/rooms.ts';
import { Button } from '../../../ui/Button.tsx';
import { Unseen } from '../../../ui/Quiet.tsx';
import { nameOfDevice } from '../roster/facts.ts';
import type { RosterLine } from '../roster/rosterLines.ts';
import type { Send } from '../send.ts';
import { useAct } from '../useAct.ts';

interface InviteHereProps {
  readonly view: RoomView;
  readonly line: RosterLine;
  readonly send: Send;
}

/** [PRIV-7] Where one looks at a person: to ask each of their devices to each room that is open to it. */
export function InviteHere({ view, line, send }: InviteHereProps): ReactNode {
  const { act, isBusy, refused } = useAct(send);
  const ways = (view.console?.rooms ?? []).flatMap(({ id, mark, invited }) =>
    line.devices
      .filter(({ seen }) => mark !== null && seen.session !== view.me.session && !invited.includes(seen.session))
      .filter(({ seen }) => view.can[`room.invite:${id}:${seen.session}`] === 'yes')
      .map((device) => ({ room: id, mark, device })),
  );
  return (
    <>
      {ways.map(({ room, mark, device }) => (
        <Button
          key={`${room} ${device.seen.session}`}
          kind="quiet"
          icon={DoorOpen}
          busy={isBusy}
          onClick={() => void act({ type: 'room.invite', room, session: device.seen.session })}
        >
          {ROOMS.ask.to(mark === null ? '' : ROOMS.marks[mark])}
          {line.devices.length > 1 && `, ${nameOfDevice(device).toLowerCase()}`} <Unseen>({line.name})</Unseen>
        </Button>
      ))}
      {refused && <p role="alert">{refused}</p>}
    </>
  );
}
