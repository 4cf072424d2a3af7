import type { ShownKey } from '@doorstep/shared/visit/protection/state.ts';
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
import { useCompared } from './useCompared.ts';

const WORDS = PROTECTION.compare;

/** What everybody in the room sees the same of: drawn, and of which devices and keys. */
export interface PicturesHere {
  readonly drawn: ReactNode;
  readonly shown: readonly ShownKey[];
}

interface CompareProps {
  readonly view: RoomView;
  readonly send: Send;
  readonly pictures: PicturesHere;
  /** They were compared in this room, and that holds no longer. */
  readonly wasCompared: boolean;
  /** Null for whoever cannot end the call. */
  readonly onEnd: (() => void) | null;
}

/** [SAFE-2] The pictures, and for whoever leads: read them aloud, say whether they are the same, and what to do when they are not. */
export function Compare({ view, send, pictures, wasCompared, onEnd }: CompareProps): ReactNode {
  const { checkedAt } = view.protection;

  return (
    <div className={styles.compare}>
      <p className={styles.soft}>{PROTECTION.pictures.what}</p>
      {pictures.drawn}
      <div role="status">
        {checkedAt !== null && (
          <p className={styles.checked}>
            <Labelled icon={CircleCheck}>{WORDS.checked(sayClock(checkedAt))}</Labelled>
          </p>
        )}
        {wasCompared && <p className={styles.warning}>{WORDS.again}</p>}
      </div>
      {view.can['protection.check'] === 'yes' && (
        <Leading isChecked={checkedAt !== null} shown={pictures.shown} send={send} onEnd={onEnd} />
      )}
    </div>
  );
}

interface LeadingProps extends Pick<CompareProps, 'send' | 'onEnd'> {
  readonly isChecked: boolean;
  readonly shown: readonly ShownKey[];
}

/** For whoever leads: what comes of reading them aloud. */
function Leading({ isChecked, shown, send, onEnd }: LeadingProps): ReactNode {
  const { act, isBusy, refused } = useAct(send);
  const { devices, isOver, begin } = useCompared(shown);
  const [differs, setDiffers] = useState(false);
  const isAgain = isOver && !isChecked;

  return (
    <>
      <div role="status">
        {!isChecked && <p className={isAgain ? styles.warning : styles.read}>{isAgain ? WORDS.changed : WORDS.read}</p>}
      </div>
      <div className={styles.acts}>
        {isAgain && <Button onClick={begin}>{WORDS.begin}</Button>}
        {!isAgain && !isChecked && (
          <Button icon={Check} busy={isBusy} onClick={() => void act({ type: 'protection.check', devices })}>
            {WORDS.same}
          </Button>
        )}
        <Button
          kind={isChecked ? 'quiet' : 'secondary'}
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
  );
}
