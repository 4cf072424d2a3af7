import type { ParticipantId } from '@doorstep/shared/visit/ids.ts';
import type { RosterEntry } from '@doorstep/shared/visit/viewShape.ts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { PLANNING } from '../../content/staff/planning.ts';
import { SHELL } from '../../content/staff/shell.ts';
import { VISIT_PAGE } from '../../content/staff/visitPage.ts';
import { mintId } from '../../http/mintId.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { PersonFields } from './PeopleFields.tsx';
import { blankPerson, comesForSomebody, isHelped, speechOf } from './peopleDraft.ts';
import type { Act } from './useVisitView.ts';

const BLANK = blankPerson('new', 'parent');

interface AddPersonProps {
  readonly roster: readonly RosterEntry[];
  readonly act: Act;
  readonly onClose: () => void;
}

/** One more person of the visit, who will come by a link. */
export function AddPerson({ roster, act, onClose }: AddPersonProps): ReactNode {
  const [draft, setDraft] = useState(BLANK);
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const family = roster.filter(({ role }) => isHelped(role));

  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { name, role, relationship } = draft;
    if (name.trim() === '') return setError(PLANNING.errors.name(1));
    setBusy(true);
    // Ids of people are minted where the person is named; the server refuses one that it knows already.
    const participant = mintId() as ParticipantId;
    const helped = family.find((entry) => comesForSomebody(role) && entry.participant === draft.helps);
    const comesFor = helped && { helps: helped.participant };
    const person = { participant, name, role, relationship, staff: null, speech: speechOf(draft), ...comesFor };
    const why = await act({ type: 'roster.add', person });
    setBusy(false);
    if (why === null) onClose();
    else setError(why);
  };
  return (
    <Dialog heading={VISIT_PAGE.addPerson} onClose={onClose}>
      <form noValidate onSubmit={(event) => void add(event)}>
        <PersonFields
          index={0}
          draft={draft}
          onDraft={setDraft}
          error={error}
          helped={family.map(({ participant, name }) => ({ value: participant, label: name }))}
          stacked
        />
        <DialogActions>
          <Button type="submit" kind="primary" busy={isBusy}>
            {VISIT_PAGE.addPerson}
          </Button>
          <Button onClick={onClose}>{SHELL.cancel}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
