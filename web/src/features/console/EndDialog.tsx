import type { RoomId } from '@doorstep/shared/visit/ids.ts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { STAFF_REFUSALS } from '../../content/refusals.ts';
import { CONSOLE } from '../../content/staff/console.ts';
import { ROOMS } from '../../content/staff/rooms.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Send } from './send.ts';

const WORDS = CONSOLE.end;
const OWN = 'own';
const OPTIONS = [...WORDS.suggestions.map((text) => ({ value: text, label: text })), { value: OWN, label: WORDS.own }];

interface EndDialogProps {
  /** One side, where people are kept apart (PRIV-5); null for everyone. */
  readonly side: { readonly room: RoomId; readonly name: string } | null;
  /** To end it for everyone ends it for both sides at once. */
  readonly hasSides: boolean;
  readonly send: Send;
  readonly onClose: () => void;
}

/** [UNK-5] Ends the visit for everyone, or for one side alone, with words that the host chose. */
export function EndDialog({ side, hasSides, send, onClose }: EndDialogProps): ReactNode {
  const [choice, setChoice] = useState<string>(WORDS.suggestions[0]);
  const [own, setOwn] = useState('');
  const [missing, setMissing] = useState<string>();
  const [refused, setRefused] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const end = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const words = (choice === OWN ? own : choice).trim();
    if (words === '') return setMissing(WORDS.missing);
    setBusy(true);
    const answer = await send(
      side === null ? { type: 'visit.end', words } : { type: 'space.end', room: side.room, words },
    );
    setBusy(false);
    if (answer.ok) onClose();
    else setRefused(STAFF_REFUSALS[answer.refusal]);
  };
  return (
    <Dialog heading={side === null ? WORDS.heading : ROOMS.sides.endHeading(side.name)} onClose={onClose}>
      {hasSides && side === null && (
        <Notice tone="danger">
          <p>{ROOMS.sides.endBoth}</p>
        </Notice>
      )}
      <form noValidate onSubmit={(event) => void end(event)}>
        <Choices
          label={side === null ? WORDS.what : ROOMS.sides.endWhat}
          value={choice}
          onValue={setChoice}
          options={OPTIONS}
        />
        {choice === OWN && (
          <TextArea label={WORDS.ownLabel} value={own} onValue={setOwn} error={missing} maxLength={300} />
        )}
        {refused && (
          <Notice tone="danger" live="alert">
            <p>{refused}</p>
          </Notice>
        )}
        <DialogActions>
          <Button onClick={onClose}>{WORDS.stay}</Button>
          <Button type="submit" kind="danger" busy={isBusy}>
            {side === null ? WORDS.yes : ROOMS.sides.end}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
