import type { Can } from '@doorstep/shared/visit/viewShape.ts';
import { EyeOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { sayNames } from '../../../content/names.ts';
import { ROOMS } from '../../../content/staff/rooms.ts';
import { sayTimer } from '../../../content/times.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Unseen } from '../../../ui/Quiet.tsx';
import type { Send } from '../send.ts';
import { useAct } from '../useAct.ts';
import { isOfFamily, type RoomLine } from './overview.ts';

interface HeldNoticeProps {
  readonly line: RoomLine;
  readonly can: Can;
  readonly send: Send;
  readonly now: number;
}

/** [PRIV-10] The family in this room can be seen and heard by nobody: for how long, and the way there. Nothing for a room that is not held. */
export function HeldNotice({ line: { room, name, people }, can, send, now }: HeldNoticeProps): ReactNode {
  const { act, isBusy, refused } = useAct(send);
  if (room.heldSince === null) return null;

  const names = sayNames(people.filter(isOfFamily).map((person) => person.name));
  return (
    <Notice tone="danger" icon={EyeOff} heading={ROOMS.held.says(names, name)}>
      <p>
        {ROOMS.held.on} <time>{sayTimer(room.heldSince, now)}</time>{' '}
        {can[`room.enter:${room.id}`] === 'yes' && (
          <Button busy={isBusy} onClick={() => void act({ type: 'room.enter', room: room.id })}>
            {ROOMS.held.go} <Unseen>({name})</Unseen>
          </Button>
        )}
      </p>
      {refused && <p role="alert">{refused}</p>}
    </Notice>
  );
}
