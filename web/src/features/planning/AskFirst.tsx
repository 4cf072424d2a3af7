import type { ReactNode } from 'react';
import { KEPT_APART } from '../../content/staff/keptApart.ts';
import { SHELL } from '../../content/staff/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';

const WORDS = KEPT_APART.first;

interface AskFirstProps {
  readonly onNobody: () => void;
  readonly onSomebody: () => void;
  readonly onClose: () => void;
}

/** [PLAN-10] The question that cannot be asked in time once links are out. */
export function AskFirst({ onNobody, onSomebody, onClose }: AskFirstProps): ReactNode {
  return (
    <Dialog heading={WORDS.heading} onClose={onClose}>
      <p>{KEPT_APART.question}</p>
      <p>{KEPT_APART.what}</p>
      <DialogActions>
        <Button onClick={onSomebody}>{WORDS.somebody}</Button>
        <Button onClick={onNobody}>{WORDS.nobody}</Button>
        <Button kind="quiet" onClick={onClose}>
          {SHELL.cancel}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
