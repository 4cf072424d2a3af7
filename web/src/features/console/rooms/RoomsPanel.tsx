import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { DoorOpen } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { STAFF_REFUSALS } from '../../../content/refusals.ts';
import { ROOMS } from '../../../content/staff/rooms.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { Send } from '../send.ts';
import { useNow } from '../useNow.ts';
import { OpenRoomDialog } from './OpenRoomDialog.tsx';
import { roomLines } from './overview.ts';
import { RoomCard } from './RoomCard.tsx';
import styles from './RoomsPanel.module.css';
import { sidesOf } from './roomNames.ts';
import { Tell } from './Tell.tsx';

/** [PRIV-9] For the host: every room at a glance, and what can be done with it. */
export function RoomsPanel({ view, send }: { view: RoomView; send: Send }): ReactNode {
  const [isOpening, setOpening] = useState(false);
  const now = useNow(1_000);
  const mayOpen = view.can['room.open'];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a keyboard must be able to reach what is below
    <section className={styles.panel} aria-labelledby="rooms" tabIndex={0}>
      <h2 id="rooms" className={styles.heading}>
        {ROOMS.heading}
      </h2>
      {sidesOf(view).length > 1 && (
        <Notice tone="attention">
          <p>{ROOMS.sides.panel}</p>
        </Notice>
      )}
      <ul className={styles.rooms}>
        {roomLines(view).map((line) => (
          <RoomCard key={line.room.id} line={line} view={view} send={send} now={now} />
        ))}
      </ul>
      {mayOpen !== undefined && (
        <Button
          icon={DoorOpen}
          wide
          unable={mayOpen === 'yes' ? null : STAFF_REFUSALS[mayOpen]}
          onClick={() => setOpening(true)}
        >
          {ROOMS.open.button}
        </Button>
      )}
      {view.can['room.tell:all'] === 'yes' && <Tell room={null} send={send} />}
      {isOpening && <OpenRoomDialog view={view} send={send} onClose={() => setOpening(false)} />}
    </section>
  );
}
