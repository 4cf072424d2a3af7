import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { LogIn, Undo2, WifiOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { sayNames } from '../../../content/names.ts';
import { sayRole } from '../../../content/people.ts';
import { ROOMS } from '../../../content/staff/rooms.ts';
import { sayClock, sayElapsed } from '../../../content/times.ts';
import { Button } from '../../../ui/Button.tsx';
import { Labelled } from '../../../ui/Icon.tsx';
import { Unseen } from '../../../ui/Quiet.tsx';
import { RoomShape } from '../../../ui/RoomShape.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { EndDialog } from '../EndDialog.tsx';
import type { Send } from '../send.ts';
import { useAct } from '../useAct.ts';
import { AskToCome } from './AskToCome.tsx';
import { CloseRoomDialog } from './CloseRoomDialog.tsx';
import { Cover } from './Cover.tsx';
import { HeldNotice } from './HeldNotice.tsx';
import type { RoomLine, Sitting } from './overview.ts';
import styles from './RoomsPanel.module.css';
import { Tell } from './Tell.tsx';

interface RoomCardProps {
  readonly line: RoomLine;
  readonly view: RoomView;
  readonly send: Send;
  /** In milliseconds since the epoch. */
  readonly now: number;
}

/** [PRIV-9] One room: its mark, who is in it and for how long, who is awaited, and the host's acts. */
export function RoomCard({ line, view, send, now }: RoomCardProps): ReactNode {
  const { room, name, isHere, people, invited } = line;
  return (
    <li className={styles.room} data-room={room.mark ?? undefined}>
      <div className={styles.top}>
        {room.mark !== null && <RoomShape colour={room.mark} />}
        <h3 className={styles.name}>{name}</h3>
        {isHere && <Tag>{ROOMS.here.tag}</Tag>}
      </div>
      {room.kind === 'private' && <p className={styles.soft}>{ROOMS.told[room.told]}</p>}
      {room.endedAt !== null && <p className={styles.soft}>{ROOMS.sides.ended(sayClock(room.endedAt))}</p>}
      <HeldNotice line={line} can={view.can} send={send} now={now} />
      {people.length === 0 ? (
        <p className={styles.soft}>{ROOMS.nobody}</p>
      ) : (
        <ul>
          {people.map((sitting) => (
            <Person key={sitting.session} line={line} sitting={sitting} view={view} send={send} now={now} />
          ))}
        </ul>
      )}
      {invited.length > 0 && <p role="status">{ROOMS.invited(sayNames(invited))}</p>}
      <Acts line={line} view={view} send={send} now={now} />
      {(room.kind === 'private' || room.home.length > 0) && <AskToCome view={view} room={room.id} send={send} />}
      {view.can[`space.cover:${room.id}`] === 'yes' && (
        <Cover room={room.id} name={name} cover={room.cover} send={send} />
      )}
      {view.can[`room.tell:${room.id}`] === 'yes' && <Tell room={{ id: room.id, name }} send={send} />}
    </li>
  );
}

/** By name, as what they are, and how long they have been in this room. */
function Person({ line: { room }, sitting, view, send, now }: RoomCardProps & { sitting: Sitting }): ReactNode {
  const { act, isBusy, refused } = useAct(send);
  const { session } = sitting;
  return (
    <li className={styles.person}>
      <span className={styles.who}>{sitting.isMe ? ROOMS.you : sitting.name}</span>
      <span className={styles.soft}>
        {!sitting.isMe && `${sayRole(sitting.role, sitting.relationship)} · `}
        {sayElapsed(sitting.since, now)}
      </span>
      {sitting.unreached !== null && (
        <span className={styles.unreached}>
          <Labelled icon={WifiOff}>{ROOMS.unreached[sitting.unreached]}</Labelled>
        </span>
      )}
      {sitting.saidAlone !== null && <span className={styles.alone}>{ROOMS.alone.said[sitting.saidAlone]}</span>}
      {!sitting.isMe && view.can[`room.callBack:${room.id}`] === 'yes' && (
        <Button kind="quiet" busy={isBusy} onClick={() => void act({ type: 'room.callBack', room: room.id, session })}>
          {ROOMS.callBackOne(sitting.name)}
        </Button>
      )}
      {refused && <p role="alert">{refused}</p>}
    </li>
  );
}

function Acts({ line: { room, name, people }, view, send }: RoomCardProps): ReactNode {
  const [asking, setAsking] = useState<'close' | 'end' | null>(null);
  const { act, isBusy, refused } = useAct(send);
  const { can } = view;
  const of = <Unseen> ({name})</Unseen>;
  return (
    <>
      <div className={styles.acts}>
        {can[`room.enter:${room.id}`] === 'yes' && (
          <Button icon={LogIn} busy={isBusy} onClick={() => void act({ type: 'room.enter', room: room.id })}>
            {ROOMS.goThere} {of}
          </Button>
        )}
        {can[`room.callBack:${room.id}`] === 'yes' && people.some(({ isMe }) => !isMe) && (
          <Button
            icon={Undo2}
            busy={isBusy}
            onClick={() => void act({ type: 'room.callBack', room: room.id, session: null })}
          >
            {ROOMS.callBack} {of}
          </Button>
        )}
        {can[`room.close:${room.id}`] === 'yes' && (
          <Button kind="quiet" onClick={() => setAsking('close')}>
            {ROOMS.close} {of}
          </Button>
        )}
        {room.home.length > 0 && can[`space.end:${room.id}`] === 'yes' && (
          <Button kind="quiet" onClick={() => setAsking('end')}>
            {ROOMS.sides.end} {of}
          </Button>
        )}
      </div>
      {refused && <p role="alert">{refused}</p>}
      {asking === 'close' && <CloseRoomDialog room={room.id} name={name} send={send} onClose={() => setAsking(null)} />}
      {asking === 'end' && (
        <EndDialog side={{ room: room.id, name }} hasSides send={send} onClose={() => setAsking(null)} />
      )}
    </>
  );
}
