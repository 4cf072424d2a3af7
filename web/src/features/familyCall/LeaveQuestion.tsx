import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { familyCall } from '../../content/family/familyCall.ts';
import type { Reader } from '../../content/family/reader.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './FamilyCall.module.css';

interface LeaveQuestionProps {
  readonly reader: Reader;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/**
 * A slip of the thumb should not end it: coming back needs somebody to let you in. It stands where the controls were and
 * covers nothing else, so that the quick exit can be reached (CARE-5).
 */
export function LeaveQuestion({ reader, onStay, onLeave }: LeaveQuestionProps): ReactNode {
  const say = familyCall[reader];
  const question = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    question.current?.focus();
  }, []);
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') onStay();
  };

  return (
    <section className={styles.controls} aria-labelledby={id} onKeyDown={onKeyDown}>
      <h2 ref={question} id={id} tabIndex={-1} className={styles.question}>
        {say.leaveQuestion}
      </h2>
      <div className={styles.answers}>
        <Button large wide onClick={onStay}>
          {say.stay}
        </Button>
        <Button kind="danger" large wide onClick={onLeave}>
          {say.leaveAnswer}
        </Button>
      </div>
    </section>
  );
}
