import { type ReactNode, useId } from 'react';
import { ENTERING } from '../../content/staff/entering.ts';
import { Choices } from '../../ui/Choices.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { type Answers, answered, chosen, needsAdvice, type Question } from './answers.ts';
import styles from './DeviceCheck.module.css';

interface SurroundingsProps {
  readonly answers: Answers;
  readonly onAnswers: (answers: Answers) => void;
}

const QUESTIONS: readonly Question[] = ['equipment', 'behind', 'overheard', 'headset'];
const OPTIONS = [
  { value: 'yes', label: ENTERING.yes },
  { value: 'no', label: ENTERING.no },
] as const;

/** [DEV-1] [DEV-2] A short list, to be answered or passed over. An answer may bring advice; none keeps anybody out. */
export function Surroundings({ answers, onAnswers }: SurroundingsProps): ReactNode {
  const heading = useId();
  return (
    <section className={styles.questions} aria-labelledby={heading}>
      <div>
        <h2 id={heading} className={styles.section}>
          {ENTERING.beforeHeading}
        </h2>
        <p className={styles.hint}>{ENTERING.beforeWhy}</p>
      </div>
      {QUESTIONS.map((question) => (
        <div key={question}>
          <Choices
            inline
            label={ENTERING.questions[question].ask}
            options={OPTIONS}
            value={chosen(answers, question)}
            onValue={(value) => onAnswers(answered(answers, question, value === 'yes'))}
          />
          <div role="status">
            {needsAdvice(answers, question) && (
              <Notice tone={question === 'headset' ? 'plain' : 'attention'}>
                <p>{ENTERING.questions[question].advice}</p>
              </Notice>
            )}
          </div>
        </div>
      ))}
    </section>
  );
}
