import { type ReactNode, useState } from 'react';
import { CONSOLE } from '../../content/staff/console.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';

interface LeaveDialogProps {
  readonly onLeave: () => Promise<void>;
  readonly onEnd: () => void;
  readonly onClose: () => void;
}

/** Asked of the host only: without the host nobody is let in, and the family may be left alone. */
export function LeaveDialog({ onLeave, onEnd, onClose }: LeaveDialogProps): ReactNode {
  const [isBusy, setBusy] = useState(false);
  const leave = async (): Promise<void> => {
    setBusy(true);
    await onLeave();
  };
  return (
    <Dialog heading={CONSOLE.leave.heading} onClose={onClose}>
      <p>{CONSOLE.leave.host}</p>
      <DialogActions>
        <Button onClick={onClose}>{CONSOLE.leave.stay}</Button>
        <Button busy={isBusy} onClick={() => void leave()}>
          {CONSOLE.leave.yes}
        </Button>
        <Button kind="danger" onClick={onEnd}>
          {CONSOLE.end.yes}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
