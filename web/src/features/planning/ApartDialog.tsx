import type { ParticipantId } from '@doorstep/shared/visit/ids.ts';
import type { RosterEntry } from '@doorstep/shared/visit/viewShape.ts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { KEPT_APART } from '../../content/staff/keptApart.ts';
import { SHELL } from '../../content/staff/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ApartFields } from './ApartFields.tsx';
import { apartByOthers, areLinksOut, freedWithout, namesOf } from './apart.ts';
import { type ApartDraft, NOT_APART, orderOf } from './apartDraft.ts';
import type { Act } from './useVisitView.ts';

interface ApartDialogProps {
  readonly family: readonly RosterEntry[];
  readonly entry: RosterEntry;
  readonly act: Act;
  readonly onClose: () => void;
}

/** [PLAN-10] From whom one person is kept apart. What is said here replaces what was said of them before. */
export function ApartDialog({ family, entry, act, onClose }: ApartDialogProps): ReactNode {
  const { participant, name, keptApart } = entry;
  const [draft, setDraft] = useState<ApartDraft<ParticipantId>>(keptApart ?? NOT_APART);
  const [error, setError] = useState<string>();
  const [refused, setRefused] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const others = family
    .filter((other) => other.participant !== participant)
    .map((other) => ({ id: other.participant, name: other.name, helps: other.helps }));

  const freed = namesOf(freedWithout(family, entry));

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const order = orderOf(draft, others);
    if (order === 'nobody') return setError(KEPT_APART.chooseSomebody(name));
    if (order === null && keptApart === null) return onClose();
    setBusy(true);
    const why = await act(
      order === null
        ? { type: 'separation.lift', participant }
        : { type: 'separation.order', participant, against: order },
    );
    setBusy(false);
    setRefused(why);
    if (why === null) onClose();
  };
  return (
    <Dialog heading={KEPT_APART.dialog(name)} onClose={onClose}>
      <form noValidate onSubmit={(event) => void save(event)}>
        <Standing family={family} entry={entry} />
        <ApartFields
          self={participant}
          name={name}
          label={KEPT_APART.from}
          draft={draft}
          onDraft={setDraft}
          others={others}
          error={error}
        />
        {draft.is === 'no' && freed.length > 0 && (
          <Notice tone="attention" live="status">
            <p>{KEPT_APART.lifts([name, ...freed])}</p>
          </Notice>
        )}
        {refused && (
          <Notice tone="danger" live="alert">
            <p>{refused}</p>
          </Notice>
        )}
        <DialogActions>
          <Button type="submit" kind="primary" busy={isBusy}>
            {draft.is === 'no' ? KEPT_APART.save : KEPT_APART.saveApart}
          </Button>
          <Button onClick={onClose}>{SHELL.cancel}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** What holds already, and what an order can no longer change. */
function Standing({ family, entry }: Pick<ApartDialogProps, 'family' | 'entry'>): ReactNode {
  const already = namesOf(apartByOthers(family, entry));
  return (
    <>
      {areLinksOut(family) && (
        <Notice tone="attention">
          <p>{KEPT_APART.linksSent}</p>
        </Notice>
      )}
      {already.length > 0 && <p>{KEPT_APART.already(entry.name, already)}</p>}
      <p>{KEPT_APART.what}</p>
    </>
  );
}
