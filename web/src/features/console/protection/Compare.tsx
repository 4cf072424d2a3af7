import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { Check, CircleCheck, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { PROTECTION } from '../../../content/staff/protection.ts';
import { sayClock } from '../../../content/times.ts';
import { Button } from '../../../ui/Button.tsx';
import { Labelled } from '../../../ui/Icon.tsx';
import type { Send } from '../send.ts';
import { useAct } from '../useAct.ts';
import { NotTheSame } from './NotTheSame.tsx';
import styles from './Protection.module.css';

const WORDS = PROTECTION.compare;

interface CompareProps {
  readonly view: RoomView;
  readonly send: Send;
  readonly pictures: ReactNode;
  /** They were compared in this room, and that holds no longer. */
  readonly wasCompared: boolean;
  /** Null for whoever cannot end the call. */
  readonly onEnd: (() => void) | null;
}

/** [SAFE-2] The pictures, and for whoever leads: read them aloud, say whether they are the same, and what to do when they are not. */
export function Compare({ view, send, pictures, wasCompared, onEnd }: CompareProps): ReactNode {
  const { act, isBusy, refused } = useAct(send);
  const [differs, setDiffers] = useState(false);
  const { checkedAt } = view.protection;
  const mayCheck = view.can['protection.check'] === 'yes';

  return (
    <div className={styles.compare}>
      <p className={styles.soft}>{PROTECTION.pictures.what}</p>
      {pictures}
      <div role="status">
        {checkedAt !== null && (
          <p className={styles.checked}>
            <Labelled icon={CircleCheck}>{WORDS.checked(sayClock(checkedAt))}</Labelled>
          </p>
        )}
        {wasCompared && <p className={styles.warning}>{WORDS.again}</p>}
      </div>
      {mayCheck && (
        <>
          {checkedAt === null && <p className={styles.read}>{WORDS.read}</p>}
          <div className={styles.acts}>
            {checkedAt === null && (
              <Button icon={Check} busy={isBusy} onClick={() => void act({ type: 'protection.check' })}>
                {WORDS.same}
              </Button>
            )}
            <Button
              kind={checkedAt === null ? 'secondary' : 'quiet'}
              icon={X}
              aria-expanded={differs}
              onClick={() => setDiffers(!differs)}
            >
              {WORDS.differ}
            </Button>
          </div>
          {refused && <p role="alert">{refused}</p>}
          {differs && <NotTheSame onEnd={onEnd} onBack={() => setDiffers(false)} />}
        </>
      )}
    </div>
  );
}
