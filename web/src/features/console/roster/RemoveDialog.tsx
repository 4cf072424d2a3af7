import { type ReactNode, useState } from 'react';
import { STAFF_REFUSALS } from '../../../content/refusals.ts';
import { CONSOLE } from '../../../content/staff/console.ts';
import { SHELL } from '../../../content/staff/shell.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { WithName } from '../../../ui/WithName.tsx';
import type { Send } from '../send.ts';
import type { RosterLine } from './rosterLines.ts';

const WORDS = CONSOLE.roster;

interface RemoveDialogProps {
  readonly line: RosterLine;
  readonly send: Send;
  readonly onClose: () => void;
}

/** [ROST-5] Says what removing does, then does it. */
export function RemoveDialog({ line, send, onClose }: RemoveDialogProps): ReactNode {
  const [refused, setRefused] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const remove = async (): Promise<void> => {
    setBusy(true);
    const answer = await send({ type: 'lobby.remove', participant: line.participant });
    setBusy(false);
    if (answer.ok) onClose();
    else setRefused(STAFF_REFUSALS[answer.refusal]);
  };
  return (
    <Dialog heading={<WithName says={WORDS.removeHeading} name={line.name} />} onClose={onClose}>
      <p>
        <WithName says={line.known === 'link' ? WORDS.removeWhat : WORDS.removeStaffWhat} name={line.name} />
      </p>
      {refused && (
        <Notice tone="danger" live="alert">
          <p>{refused}</p>
        </Notice>
      )}
      <DialogActions>
        <Button onClick={onClose}>{SHELL.cancel}</Button>
        <Button kind="danger" busy={isBusy} onClick={() => void remove()}>
          <WithName says={WORDS.removeWhom} name={line.name} />
        </Button>
      </DialogActions>
    </Dialog>
  );
}
