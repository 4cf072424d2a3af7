import { type ReactNode, useState } from 'react';
import { SHELL } from '../../content/staff/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';

interface ConfirmProps {
  readonly heading: ReactNode;
  /** What the act does, in words. */
  readonly what: string;
  readonly yes: string;
  /** Says why not, or null when done; then the dialog closes. */
  readonly onYes: () => Promise<string | null>;
  readonly onClose: () => void;
}

/** Asks before something that others will notice. */
export function Confirm({ heading, what, yes, onYes, onClose }: ConfirmProps): ReactNode {
  const [refused, setRefused] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const go = async (): Promise<void> => {
    setBusy(true);
    const why = await onYes();
    setBusy(false);
    setRefused(why);
    if (why === null) onClose();
  };
  return (
    <Dialog heading={heading} onClose={onClose}>
      <p>{what}</p>
      {refused && (
        <Notice tone="danger" live="alert">
          <p>{refused}</p>
        </Notice>
      )}
      <DialogActions>
        <Button kind="danger" busy={isBusy} onClick={() => void go()}>
          {yes}
        </Button>
        <Button onClick={onClose}>{SHELL.cancel}</Button>
      </DialogActions>
    </Dialog>
  );
}
