import type { Can, RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { PROTECTION } from '../../../content/staff/protection.ts';
import { ROUNDS } from '../../../content/staff/rounds.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Labelled } from '../../../ui/Icon.tsx';
import { Unseen } from '../../../ui/Quiet.tsx';
import type { ComparedHere } from '../protection/About.tsx';
import { Compare } from '../protection/Compare.tsx';
import protectionStyles from '../protection/Protection.module.css';
import type { Send } from '../send.ts';
import { type Acting, useAct } from '../useAct.ts';
import { type Introduction, introductionRound } from './introductions.ts';
import styles from './Rounds.module.css';
import { Turn } from './Turn.tsx';

const WORDS = ROUNDS.introductions;

interface IntroductionsProps {
  readonly view: RoomView;
  readonly send: Send;
  readonly compared: ComparedHere;
}

/** [ROST-3] The round of introductions: one after the other, whoever sits beside somebody as well; latecomers are at their place in it. Then the pictures (SAFE-2). */
export function Introductions({ view, send, compared }: IntroductionsProps): ReactNode {
  const acting = useAct(send);
  const round = introductionRound(view);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a keyboard must be able to reach what is below
    <section className={styles.panel} aria-labelledby="introductions" tabIndex={0}>
      <h2 id="introductions" className={styles.heading}>
        {WORDS.heading}
      </h2>
      <p className={styles.what}>{WORDS.what}</p>
      <Turn round={round} can={view.can} acting={acting} />
      {acting.refused && <p role="alert">{acting.refused}</p>}
      <ol className={styles.list}>
        {round.order.map((one) => (
          <Line
            key={one.who}
            one={one}
            isOffered={one === round.next && round.called === null}
            can={view.can}
            acting={acting}
          />
        ))}
      </ol>
      <section className={protectionStyles.inRound} aria-labelledby="compare">
        <h3 id="compare">{PROTECTION.compare.heading}</h3>
        <Compare view={view} send={send} {...compared} />
      </section>
    </section>
  );
}

interface LineProps {
  readonly one: Introduction;
  /** The large button above calls on this very person. */
  readonly isOffered: boolean;
  readonly can: Can;
  readonly acting: Acting;
}

function Line({ one: { who, name, says, introduced, isMe }, isOffered, can, acting }: LineProps): ReactNode {
  const { act, isBusy } = acting;
  const isOpen = introduced === 'notYet';
  const mayCall = isOpen && can[`introduction.call:${who}`] === 'yes';
  const mayMark = isOpen && can[`introduction.done:${who}`] === 'yes';
  return (
    <li className={classes(styles.line, introduced === 'calledOn' && styles.called)}>
      <div className={styles.person}>
        <p className={styles.name}>
          <bdi>{name}</bdi> {isMe && <span className={styles.soft}>({WORDS.you})</span>}
        </p>
        <p className={styles.soft}>{says}</p>
      </div>
      <div className={styles.state}>
        {introduced === 'done' && <Labelled icon={CircleCheck}>{WORDS.states.done}</Labelled>}
        {introduced === 'calledOn' && <strong>{WORDS.states.calledOn}</strong>}
        {mayCall && !isOffered && (
          <Button kind="quiet" busy={isBusy} onClick={() => void act({ type: 'introduction.call', who })}>
            {WORDS.callShort} <Unseen>{name}</Unseen>
          </Button>
        )}
        {mayMark && (
          <Button kind="quiet" busy={isBusy} onClick={() => void act({ type: 'introduction.done', who })}>
            {WORDS.mark} <Unseen>{name}</Unseen>
          </Button>
        )}
      </div>
    </li>
  );
}
