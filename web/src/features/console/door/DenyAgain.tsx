import type { ReactNode } from 'react';
import { CONSOLE } from '../../../content/staff/console.ts';
import { SHELL } from '../../../content/staff/shell.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { WithName } from '../../../ui/WithName.tsx';

interface DenyAgainProps {
  readonly name: string;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** The second "not now" stops the link, so it is asked first. */
export function DenyAgain({ name, onYes, onClose }: DenyAgainProps): ReactNode {
  const yes = (): void => {
    onYes();
    onClose();
  };
  return (
    <Dialog heading={<WithName says={CONSOLE.lobby.denyAgainHeading} name={name} />} onClose={onClose}>
      <p>{CONSOLE.lobby.denyAgain}</p>
      <DialogActions>
        <Button onClick={onClose}>{SHELL.cancel}</Button>
        <Button kind="danger" onClick={yes}>
          {CONSOLE.lobby.denyAgainYes}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
