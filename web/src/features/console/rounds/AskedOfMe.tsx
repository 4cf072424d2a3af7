import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { Ear, MessageCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { ROUNDS } from '../../../content/staff/rounds.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { Send } from '../send.ts';
import { useAct } from '../useAct.ts';
import styles from './Rounds.module.css';

const WORDS = ROUNDS.senses;
const ANSWERS = [
  { says: WORDS.answers.both, sees: 'yes', hears: 'yes' },
  { says: WORDS.answers.hears, sees: 'no', hears: 'yes' },
  { says: WORDS.answers.sees, sees: 'yes', hears: 'no' },
  { says: WORDS.answers.neither, sees: 'no', hears: 'no' },
] as const;

/** [ROST-3] [ROST-4] What the visit waits for from this professional, as from everybody else. */
export function AskedOfMe({ me: { asked }, send }: { me: RoomView['me']; send: Send }): ReactNode {
  const { act, isBusy, refused } = useAct(send);
  return (
    <div role="status">
      {asked.introduce && (
        <Notice icon={MessageCircle}>
          <p>{ROUNDS.introductions.calledYou}</p>
        </Notice>
      )}
      {asked.seeAndHear && (
        <Notice icon={Ear}>
          <div className={styles.mine}>
            <p>{WORDS.mine}</p>
            {ANSWERS.map(({ says, sees, hears }) => (
              <Button key={says} busy={isBusy} onClick={() => void act({ type: 'senses.answer', sees, hears })}>
                {says}
              </Button>
            ))}
          </div>
          {refused && <p role="alert">{refused}</p>}
        </Notice>
      )}
    </div>
  );
}
