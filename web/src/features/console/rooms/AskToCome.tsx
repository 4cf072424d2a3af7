import type { RoomId } from '@doorstep/shared/visit/ids.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { STAFF_REFUSALS } from '../../../content/refusals.ts';
import { ROOMS } from '../../../content/staff/rooms.ts';
import { Button } from '../../../ui/Button.tsx';
import type { Send } from '../send.ts';
import { useAct } from '../useAct.ts';
import { askableFor } from './overview.ts';
import styles from './RoomsPanel.module.css';

interface AskToComeProps {
  readonly view: RoomView;
  readonly room: RoomId;
  readonly send: Send;
}

/** [PRIV-7] Asks a device to come to this room; why one cannot be asked is said in words. */
export function AskToCome({ view, room, send }: AskToComeProps): ReactNode {
  const { act, isBusy, refused } = useAct(send);
  const askable = askableFor(view, room);
  const invited = view.console?.rooms.find(({ id }) => id === room)?.invited ?? [];
  return (
    <details className={styles.more}>
      <summary>{ROOMS.ask.summary}</summary>
      <p className={styles.soft}>{askable.length === 0 ? ROOMS.ask.nobody : ROOMS.ask.waits}</p>
      <div className={styles.asks}>
        {askable.map(({ session, name, refusal }) =>
          invited.includes(session) ? (
            <p key={session} className={styles.soft}>
              {name}: {ROOMS.ask.asked}
            </p>
          ) : (
            <Button
              key={session}
              busy={isBusy}
              unable={refusal === null ? null : STAFF_REFUSALS[refusal]}
              onClick={() => void act({ type: 'room.invite', room, session })}
            >
              {ROOMS.ask.whom(name)}
            </Button>
          ),
        )}
      </div>
      {refused && <p role="alert">{refused}</p>}
    </details>
  );
}
