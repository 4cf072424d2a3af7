import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { sayNames } from '../../../content/names.ts';
import { ROOMS } from '../../../content/staff/rooms.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { RoomShape } from '../../../ui/RoomShape.tsx';
import type { Send } from '../send.ts';
import { useAct } from '../useAct.ts';
import styles from './Invitation.module.css';

const WORDS = ROOMS.invitation;

/** [PRIV-7] A professional is asked to come to another room as everybody is, told which and who is there. */
export function Invitation({ view, send }: { view: RoomView; send: Send }): ReactNode {
  const { act, isBusy, refused } = useAct(send);
  const { invitedTo } = view;
  const answer = (comes: boolean): void => void act({ type: 'room.answer', comes, alone: false });
  const names = invitedTo?.company.map(({ name }) => name) ?? [];
  return (
    <div role="status">
      {invitedTo !== null && (
        <Notice heading={WORDS.asks(invitedTo.mark === null ? ROOMS.main : ROOMS.marks[invitedTo.mark])}>
          <div className={styles.asked}>
            {invitedTo.mark !== null && <RoomShape colour={invitedTo.mark} />}
            <p>{names.length === 0 ? WORDS.nobody : WORDS.there(sayNames(names))}</p>
            <Button busy={isBusy} onClick={() => answer(true)}>
              {WORDS.come}
            </Button>
            <Button busy={isBusy} onClick={() => answer(false)}>
              {WORDS.stay}
            </Button>
          </div>
          {refused && <p role="alert">{refused}</p>}
        </Notice>
      )}
    </div>
  );
}
