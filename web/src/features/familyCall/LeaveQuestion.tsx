import type { ReactNode } from 'react';
import { familyCall } from '../../content/family/familyCall.ts';
import type { Reader } from '../../content/family/reader.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';

interface LeaveQuestionProps {
  readonly reader: Reader;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** A slip of the thumb should not end it: coming back needs somebody to let you in. */
export function LeaveQuestion({ reader, onStay, onLeave }: LeaveQuestionProps): ReactNode {
  const say = familyCall[reader];

  return (
    <Dialog heading={say.leaveQuestion} onClose={onStay}>
      <DialogActions>
        <Button large onClick={onStay}>
          {say.stay}
        </Button>
        <Button kind="danger" large onClick={onLeave}>
          {say.leaveAnswer}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
