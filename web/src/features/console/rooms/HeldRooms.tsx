import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { sayNames } from '../../../content/names.ts';
import { ROOMS } from '../../../content/staff/rooms.ts';
import { Announcer } from '../../../ui/Quiet.tsx';
import type { Send } from '../send.ts';
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
    </>
  );
}
