import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { EyeOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { sayNames } from '../../../content/names.ts';
import { ROOMS } from '../../../content/staff/rooms.ts';
import { sayTimer } from '../../../content/times.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Announcer } from '../../../ui/Quiet.tsx';
import type { Send } from '../send.ts';
import { useAct } from '../useAct.ts';
import { useNow } from '../useNow.ts';
import { HeldNotice } from './HeldNotice.tsx';
import styles from './HeldRooms.module.css';
import { heldLines, isOfFamily } from './overview.ts';

/** [PRIV-10] Above everything, wherever the host is: family whom nobody can see or hear just now. */
export function HeldRooms({ view, send }: { view: RoomView; send: Send }): ReactNode {
  const now = useNow(1_000);
  const held = heldLines(view);
  const says = held.map(({ name, people }) =>
    ROOMS.held.says(sayNames(people.filter(isOfFamily).map((person) => person.name)), name),
  );
  return (
    <>
      <Announcer says={says.join(' ')} urgent />
      {held.length > 0 && (
        <ul className={styles.held}>
          {held.map((line) => (
            <li key={line.room.id}>
              <HeldNotice line={line} can={view.can} send={send} now={now} />
            </li>
          ))}
        </ul>
      )}
      {view.console === null && <Waiting view={view} send={send} now={now} />}
    </>
  );
}

/** [PRIV-10] For a colleague, who can go back to the main room and learns of no other. */
function Waiting({ view, send, now }: { view: RoomView; send: Send; now: number }): ReactNode {
  const { act, isBusy, refused } = useAct(send);
  return (
    <div role="alert">
      {view.familyWaits.map(({ room, since }) => (
        <Notice key={room} tone="danger" icon={EyeOff} heading={ROOMS.held.family(ROOMS.main)}>
          <p>
            {ROOMS.held.on} <time>{sayTimer(since, now)}</time>{' '}
            {view.can['room.leave'] === 'yes' && (
              <Button busy={isBusy} onClick={() => void act({ type: 'room.leave' })}>
                {ROOMS.held.go}
              </Button>
            )}
          </p>
          {refused && <p>{refused}</p>}
        </Notice>
      ))}
    </div>
  );
}
