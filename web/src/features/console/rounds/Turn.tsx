import type { ReactNode } from 'react';
import { ROUNDS } from '../../../content/staff/rounds.ts';
import { Button } from '../../../ui/Button.tsx';
import type { Acting } from '../useAct.ts';
import type { IntroductionRound } from './introductions.ts';
import styles from './Rounds.module.css';

const WORDS = ROUNDS.introductions;

/** [ROST-3] Whose turn it is, and the one press that goes on from there. */
export function Turn({ round, acting }: { round: IntroductionRound; acting: Acting }): ReactNode {
  const { called, next } = round;
  const { act, isBusy } = acting;
  return (
    <div className={styles.turn}>
      <p role="status" className={styles.says}>
        {called !== null && WORDS.called(called.name)}
        {called === null && (next === null ? WORDS.all : WORDS.next(next.name))}
      </p>
      {called === null && next !== null && (
        <Button
          kind="primary"
          wide
          busy={isBusy}
          onClick={() => void act({ type: 'introduction.call', who: next.who })}
        >
          {WORDS.call(next.name)}
        </Button>
      )}
      {called !== null && next !== null && (
        <Button
          kind="primary"
          wide
          busy={isBusy}
          onClick={() =>
            void act({ type: 'introduction.done', who: called.who }, { type: 'introduction.call', who: next.who })
          }
        >
          {WORDS.doneAndNext(next.name)}
        </Button>
      )}
      {called !== null && (
        <div className={styles.more}>
          <Button
            kind={next === null ? 'primary' : 'quiet'}
            busy={isBusy}
            onClick={() => void act({ type: 'introduction.done', who: called.who })}
          >
            {WORDS.doneWhom(called.name)}
          </Button>
        </div>
      )}
    </div>
  );
}
