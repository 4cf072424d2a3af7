import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Mark, Told } from '@doorstep/shared/visit/rooms/state.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ROOMS } from '../../../content/staff/rooms.ts';
import { SHELL } from '../../../content/staff/shell.ts';
import { Button } from '../../../ui/Button.tsx';
import { Choices, Tick } from '../../../ui/Choices.tsx';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { Send } from '../send.ts';
import { MarkChoice } from './MarkChoice.tsx';
import { freeMarks, seatedOthers } from './opening.ts';
import styles from './RoomsPanel.module.css';
import { useOpening } from './useOpening.ts';

const WORDS = ROOMS.open;
const TOLD: readonly Told[] = ['away', 'withWhom', 'nothing'];

interface OpenRoomDialogProps {
  readonly view: RoomView;
  readonly send: Send;
  readonly onClose: () => void;
}

/** [PRIV-1] [PRIV-4] A room for a few: its mark, what the others hear of it, and whom to ask at once. The authority’s own choice stands there first (TEAM-4). */
export function OpenRoomDialog({ view, send, onClose }: OpenRoomDialogProps): ReactNode {
  const marks = freeMarks(view);
  const people = seatedOthers(view);
  const [wanted, setMark] = useState<Mark | null>(null);
  const [told, setTold] = useState<Told>(view.console?.usuallyTold ?? 'away');
  const [enters, setEnters] = useState(true);
  const [asked, setAsked] = useState<ReadonlySet<SessionId>>(new Set());
  const { open, isBusy, refused, notDone } = useOpening(view, send, onClose);
  // Somebody else’s choice may have become taken on another device of the host.
  const mark = marks.find((one) => one === wanted) ?? marks[0];

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (mark !== undefined && !isBusy)
      void open({ mark, told, enters, asked: people.filter((one) => asked.has(one.session)) });
  };
  const turn = (session: SessionId, isAsked: boolean): void => {
    const others = [...asked].filter((one) => one !== session);
    setAsked(new Set(isAsked ? [...others, session] : others));
  };
  if (notDone.length > 0) return <NotAll notDone={notDone} onClose={onClose} />;

  return (
    <Dialog heading={WORDS.heading} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <p>{WORDS.what}</p>
        <MarkChoice label={WORDS.mark} marks={marks} value={mark ?? null} onValue={setMark} />
        <Choices
          label={WORDS.told}
          value={told}
          onValue={setTold}
          options={TOLD.map((value) => ({ value, ...WORDS.options[value] }))}
        />
        <fieldset className={styles.whom}>
          <legend>{WORDS.whom}</legend>
          {people.length === 0 && <p>{WORDS.whomNobody}</p>}
          {people.map(({ session, name }) => (
            <Tick key={session} label={name} checked={asked.has(session)} onChecked={(is) => turn(session, is)} />
          ))}
          <Tick label={WORDS.enter} hint={WORDS.enterHint} checked={enters} onChecked={setEnters} />
        </fieldset>
        {refused && (
          <Notice tone="danger" live="alert">
            <p>{refused}</p>
          </Notice>
        )}
        <DialogActions>
          <Button onClick={onClose}>{SHELL.cancel}</Button>
          <Button type="submit" kind="primary" busy={isBusy}>
            {isBusy ? WORDS.opening : WORDS.yes}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** What the visit would not do of all that was wished, and why. */
function NotAll({ notDone, onClose }: { notDone: readonly string[]; onClose: () => void }): ReactNode {
  return (
    <Dialog heading={WORDS.notAll} onClose={onClose}>
      <ul>
        {notDone.map((says) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
      <DialogActions>
        <Button onClick={onClose}>{WORDS.done}</Button>
      </DialogActions>
    </Dialog>
  );
}
