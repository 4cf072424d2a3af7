import type { SaidAlone } from '@doorstep/shared/visit/alone/state.ts';
import { CircleQuestionMark, type LucideIcon, User, Users } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Reader } from '../../../content/family/reader.ts';
import { rooms } from '../../../content/family/rooms.ts';
import { FAMILY_REFUSALS } from '../../../content/refusals.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import type { VisitClient } from '../../../visit/VisitClient.ts';
import styles from './AloneQuestion.module.css';

const ANSWERS: readonly (readonly [SaidAlone, LucideIcon])[] = [
  ['alone', User],
  ['notAlone', Users],
  ['notSure', CircleQuestionMark],
];

interface AloneQuestionProps {
  readonly reader: Reader;
  /** The answer is awaited, not given once more by the person’s own wish. */
  readonly asked: boolean;
  readonly visit: Pick<VisitClient, 'send'>;
  readonly onAnswered: () => void;
  readonly onClose: () => void;
}

/** [PRIV-8] Answered by one touch, without a word or a sound. What was answered is shown nowhere on this screen: somebody may look at it. */
export function AloneQuestion({ reader, asked, visit, onAnswered, onClose }: AloneQuestionProps): ReactNode {
  const say = rooms[reader];
  const [refused, setRefused] = useState<string | null>(null);
  const answer = async (what: SaidAlone): Promise<void> => {
    const answered = await visit.send({ type: 'alone.answer', what });
    if (answered.ok) onAnswered();
    else setRefused(FAMILY_REFUSALS[answered.refusal]);
  };

  return (
    <div className={styles.question}>
      <p>{say.whoSees}</p>
      <div className={styles.answers}>
        {ANSWERS.map(([what, picture]) => (
          <button key={what} type="button" className={styles.answer} onClick={() => void answer(what)}>
            <Icon of={picture} large />
            <span>{say.answers[what]}</span>
          </button>
        ))}
      </div>
      {refused !== null && <p role="alert">{refused}</p>}
      <Button kind="quiet" wide onClick={onClose}>
        {asked ? say.aloneLater : say.aloneBack}
      </Button>
    </div>
  );
}
