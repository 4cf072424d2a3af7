import type { RoomId } from '@doorstep/shared/visit/ids.ts';
import { type FormEvent, type ReactNode, useContext, useState } from 'react';
import { ROOMS } from '../../../content/staff/rooms.ts';
import { OpenDrafts } from '../../../drafts/OpenDrafts.ts';
import { useDraft } from '../../../drafts/useDraft.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextArea } from '../../../ui/Field.tsx';
import type { Send } from '../send.ts';
import { useAct } from '../useAct.ts';
import styles from './RoomsPanel.module.css';

const WORDS = ROOMS.cover;
const LONGEST = 200;

interface CoverProps {
  readonly room: RoomId;
  readonly name: string;
  /** What stands there now; null for the usual words. */
  readonly cover: string | null;
  readonly send: Send;
}

/** [PRIV-5] The reason that the people of this main room read for being left alone. It stays with its room until it is kept (PRIV-2). */
export function Cover({ room, name, cover, send }: CoverProps): ReactNode {
  const drafts = useContext(OpenDrafts);
  const key = `cover:${room}|`;
  const [words, write] = useDraft(drafts, key, cover ?? '');
  const [isKept, setKept] = useState(false);
  const { act, isBusy, refused } = useAct(send);

  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy || !(await act({ type: 'space.cover', room, words: words.trim() }))) return;
    drafts.drop(key);
    setKept(true);
  };
  return (
    <details className={styles.more}>
      <summary>{WORDS.summary}</summary>
      <form noValidate onSubmit={(event) => void keep(event)}>
        <TextArea
          label={WORDS.label(name)}
          hint={WORDS.hint}
          value={words}
          onValue={write}
          rows={2}
          maxLength={LONGEST}
        />
        <Button type="submit" busy={isBusy}>
          {WORDS.keep}
        </Button>
        {refused && <p role="alert">{refused}</p>}
        <p role="status" className={styles.soft}>
          {isKept && (cover === null ? WORDS.kept : WORDS.now(cover))}
        </p>
      </form>
    </details>
  );
}
