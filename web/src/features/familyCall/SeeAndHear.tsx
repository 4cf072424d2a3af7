import { Check, Volume2, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Reader } from '../../content/family/reader.ts';
import { type RoundWords, rounds } from '../../content/family/rounds.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './SeeAndHear.module.css';
import type { YesNo } from './senses.ts';

interface Answers {
  readonly sees: YesNo | null;
  readonly hears: YesNo | null;
}

const UNANSWERED: Answers = { sees: null, hears: null };

interface SeeAndHearProps {
  readonly reader: Reader;
  /** The host waits for an answer. */
  readonly asked: boolean;
  /** Each time that both are said. */
  readonly onAnswer: (sees: YesNo, hears: YesNo) => void;
  /** Inside the person's tap: makes the sound play. */
  readonly onTapToHear: () => void;
  readonly onClose: () => void;
  /** “Please phone me instead”, for when nothing else helps. */
  readonly phoneMe: ReactNode;
}

/** [ROST-4] “Can you see and hear everyone?”: two answers, each changed by a tap, and one simple thing to try when it is no. */
export function SeeAndHear({ reader, asked, onAnswer, onTapToHear, onClose, phoneMe }: SeeAndHearProps): ReactNode {
  const say = rounds[reader];
  const [answers, setAnswers] = useState(UNANSWERED);
  const [wasAsked, setWasAsked] = useState(asked);
  if (asked !== wasAsked) {
    setWasAsked(asked);
    // Asked once more: what was true a while ago is not an answer to it.
    if (asked) setAnswers(UNANSWERED);
  }
  const answer = (next: Answers): void => {
    setAnswers(next);
    if (next.sees !== null && next.hears !== null) onAnswer(next.sees, next.hears);
  };
  const isTrouble = answers.sees === 'no' || answers.hears === 'no';

  return (
    <div className={styles.questions}>
      <Question say={say} words={say.sees} value={answers.sees} onSay={(sees) => answer({ ...answers, sees })} />
      <Question say={say} words={say.hears} value={answers.hears} onSay={(hears) => answer({ ...answers, hears })} />
      <div role="status">{isTrouble && <Help say={say} answers={answers} onTapToHear={onTapToHear} />}</div>
      {isTrouble && phoneMe}
      <Button kind="quiet" wide onClick={onClose}>
        {asked ? say.later : say.done}
      </Button>
    </div>
  );
}

interface QuestionProps {
  readonly say: RoundWords;
  readonly words: string;
  readonly value: YesNo | null;
  readonly onSay: (value: YesNo) => void;
}

function Question({ say, words, value, onSay }: QuestionProps): ReactNode {
  return (
    <fieldset className={styles.question}>
      <legend>{words}</legend>
      <div className={styles.answers}>
        <Button
          large
          aria-pressed={value === 'yes'}
          icon={value === 'yes' ? Check : undefined}
          onClick={() => onSay('yes')}
        >
          {say.yes}
        </Button>
        <Button large aria-pressed={value === 'no'} icon={value === 'no' ? X : undefined} onClick={() => onSay('no')}>
          {say.no}
        </Button>
      </div>
    </fieldset>
  );
}

/** Hearing first: who hears can be told the rest. */
function Help({
  say,
  answers,
  onTapToHear,
}: {
  say: RoundWords;
  answers: Answers;
  onTapToHear: () => void;
}): ReactNode {
  const help = useRef<HTMLDivElement>(null);
  const isTold = answers.sees !== null && answers.hears !== null;
  // On a small phone it comes below what is in sight, and grows with each answer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answers are what makes it grow
  useEffect(() => {
    help.current?.scrollIntoView({ block: 'nearest' });
  }, [answers]);

  return (
    <div ref={help} className={styles.help}>
      <p>{answers.hears === 'no' ? say.noSound : say.noPicture}</p>
      {answers.hears === 'no' && (
        <Button kind="primary" large wide icon={Volume2} onClick={onTapToHear}>
          {say.tap}
        </Button>
      )}
      {isTold && <p>{say.weKnow}</p>}
    </div>
  );
}
