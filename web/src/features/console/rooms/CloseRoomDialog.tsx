import type { RoomId } from '@doorstep/shared/visit/ids.ts';
import type { ReactNode } from 'react';
import { ROOMS } from '../../../content/staff/rooms.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import type { Send } from '../send.ts';
import { useAct } from '../useAct.ts';

interface CloseRoomDialogProps {
  readonly room: RoomId;
  readonly name: string;
  readonly send: Send;
  readonly onClose: () => void;
}

/** [PRIV-1] Asked once more, because everybody in it is moved at once. */
export function CloseRoomDialog({ room, name, send, onClose }: CloseRoomDialogProps): ReactNode {
  const { act, isBusy, refused } = useAct(send);
  const close = async (): Promise<void> => {
    if (await act({ type: 'room.close', room })) onClose();
  };
  return (
    <Dialog heading={ROOMS.closeHeading(name)} onClose={onClose}>
      <p>{ROOMS.closeWhat}</p>
      {refused && <p role="alert">{refused}</p>}
      <DialogActions>
        <Button onClick={onClose}>{ROOMS.keep}</Button>
        <Button kind="danger" busy={isBusy} onClick={() => void close()}>
          {ROOMS.closeYes}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
