import type { RoomId } from '@doorstep/shared/visit/ids.ts';
import { type FormEvent, type ReactNode, useContext, useState } from 'react';
import { ROOMS } from '../../../content/staff/rooms.ts';
import { sayClock } from '../../../content/times.ts';
import { OpenDrafts } from '../../../drafts/OpenDrafts.ts';
import { useDraft } from '../../../drafts/useDraft.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextArea } from '../../../ui/Field.tsx';
import type { Send } from '../send.ts';
import { useAct } from '../useAct.ts';
import styles from './RoomsPanel.module.css';

const WORDS = ROOMS.tell;
const LONGEST = 200;

interface TellProps {
  /** Null for every room. */
  readonly room: { readonly id: RoomId; readonly name: string } | null;
  readonly send: Send;
}

/** [PRIV-9] Words on every screen of a room. What is typed for one room stays with it until it is sent (PRIV-2). */
export function Tell({ room, send }: TellProps): ReactNode {
  const drafts = useContext(OpenDrafts);
  // Ends in a sign that no id has: dropping the words for one room leaves those for another whose id begins alike.
  const key = `tell:${room?.id ?? 'all'}|`;
  const [words, write] = useDraft(drafts, key);
  const [startsOpen] = useState(words !== '');
  const [isEmpty, setEmpty] = useState(false);
  const [sentAt, setSentAt] = useState<number | null>(null);
  const { act, isBusy, refused } = useAct(send);

  const tell = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setEmpty(words.trim() === '');
    if (words.trim() === '' || isBusy) return;
    if (!(await act({ type: 'room.tell', room: room?.id ?? 'all', words: words.trim() }))) return;
    drafts.drop(key);
    setSentAt(Date.now());
  };
  return (
    <details className={styles.more} open={startsOpen}>
      <summary>{room === null ? WORDS.summaryAll : WORDS.summary}</summary>
      <form noValidate onSubmit={(event) => void tell(event)}>
        <TextArea
          label={room === null ? WORDS.labelAll : WORDS.label(room.name)}
          hint={room === null ? WORDS.hintAll : WORDS.hint}
          value={words}
          onValue={write}
          rows={2}
          maxLength={LONGEST}
          error={isEmpty && words.trim() === '' ? WORDS.empty : undefined}
        />
        <Button type="submit" busy={isBusy}>
          {WORDS.send}
        </Button>
        {refused && <p role="alert">{refused}</p>}
        <p role="status" className={styles.soft}>
          {sentAt !== null && WORDS.sent(sayClock(sentAt))}
        </p>
      </form>
    </details>
  );
}
