import type { Can } from '@doorstep/shared/visit/viewShape.ts';
import { NotebookPen } from 'lucide-react';
import { type FormEvent, type ReactNode, useContext, useState } from 'react';
import { OBSERVATION } from '../../../content/staff/observation.ts';
import { sayClock } from '../../../content/times.ts';
import { OpenDrafts } from '../../../drafts/OpenDrafts.ts';
import { useDraft } from '../../../drafts/useDraft.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextArea } from '../../../ui/Field.tsx';
import type { RosterLine } from '../roster/rosterLines.ts';
import type { Send } from '../send.ts';
import { useAct } from '../useAct.ts';
import styles from './Observe.module.css';

interface ObserveProps {
  /** What is typed in one room is not there in another (PRIV-2). */
  readonly room: string;
  readonly line: RosterLine;
  readonly can: Can;
  readonly send: Send;
}

/** [SEE-6] What the host sees of a child, kept with its time. What is typed belongs to this child and stays until it is kept. */
export function Observe({ room, line, can, send }: ObserveProps): ReactNode {
  const drafts = useContext(OpenDrafts);
  const key = `observed:${room}:${line.participant}|`;
  const [words, write] = useDraft(drafts, key);
  const [isEmpty, setEmpty] = useState(false);
  const { act, isBusy, refused } = useAct(send);
  if (can[`observation.note:${line.participant}`] === undefined) return null;

  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setEmpty(words.trim() === '');
    if (words.trim() === '' || isBusy) return;
    const isKept = await act({ type: 'observation.note', participant: line.participant, words: words.trim() });
    if (isKept) drafts.drop(key);
  };
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void keep(event)}>
      <TextArea
        label={OBSERVATION.label(line.name)}
        hint={line.speech === 'notYet' ? OBSERVATION.hintNotYet : OBSERVATION.hint}
        value={words}
        onValue={write}
        rows={2}
        maxLength={500}
        error={isEmpty && words.trim() === '' ? OBSERVATION.empty : undefined}
      />
      <Button type="submit" icon={NotebookPen} busy={isBusy}>
        {OBSERVATION.keep}
      </Button>
      {refused && <p role="alert">{refused}</p>}
      <div role="status" className={styles.kept}>
        {line.observed && (
          <>
            <p>{OBSERVATION.kept(line.observed.count, sayClock(line.observed.last.at))}</p>
            <p dir="auto">{line.observed.last.words}</p>
          </>
        )}
      </div>
    </form>
  );
}
