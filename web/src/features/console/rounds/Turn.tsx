import type { Can, CanKey } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { STAFF_REFUSALS } from '../../../content/refusals.ts';
import { ROUNDS } from '../../../content/staff/rounds.ts';
import { Button } from '../../../ui/Button.tsx';
import { WithName } from '../../../ui/WithName.tsx';
import type { Acting } from '../useAct.ts';
import type { IntroductionRound } from './introductions.ts';
import styles from './Rounds.module.css';

const WORDS = ROUNDS.introductions;

interface TurnProps {
  readonly round: IntroductionRound;
  readonly can: Can;
  readonly acting: Acting;
}

const whyNot = (answer: Can[CanKey]): string | null => (answer === 'yes' ? null : STAFF_REFUSALS[answer ?? 'notYours']);

/** [ROST-3] Whose turn it is, and the one press that goes on from there. */
export function Turn({ round, can, acting }: TurnProps): ReactNode {
  const { called, next } = round;
  const { act, isBusy } = acting;
  return (
    <div className={styles.turn}>
      <p role="status" className={styles.says}>
        {called !== null && <WithName says={WORDS.called} name={called.name} />}
        {called === null && (next === null ? WORDS.all : <WithName says={WORDS.next} name={next.name} />)}
      </p>
      {called === null && next !== null && (
        <Button
          kind="primary"
          wide
          busy={isBusy}
          unable={whyNot(can[`introduction.call:${next.who}`])}
          onClick={() => void act({ type: 'introduction.call', who: next.who })}
        >
          <WithName says={WORDS.call} name={next.name} />
        </Button>
      )}
      {called !== null && next !== null && (
        <Button
          kind="primary"
          wide
          busy={isBusy}
          unable={whyNot(can[`introduction.call:${next.who}`])}
          onClick={() =>
            void act({ type: 'introduction.done', who: called.who }, { type: 'introduction.call', who: next.who })
          }
        >
          <WithName says={WORDS.doneAndNext} name={next.name} />
        </Button>
      )}
      {called !== null && (
        <div className={styles.more}>
          <Button
            kind={next === null ? 'primary' : 'quiet'}
            busy={isBusy}
            onClick={() => void act({ type: 'introduction.done', who: called.who })}
          >
            <WithName says={WORDS.doneWhom} name={called.name} />
          </Button>
        </div>
      )}
    </div>
  );
}
