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
import { beginReading, type Compared, type ReadingIs, useCompared } from './useCompared.ts';

const WORDS = PROTECTION.compare;

/** What everybody in the room sees the same of: drawn, and of which devices and keys. */
export interface PicturesHere {
  readonly drawn: ReactNode;
  readonly shown: readonly ShownKey[];
  /** All that is in them, in one text. */
  readonly madeOf: string;
  /** As this page sees it for itself: `over` when they were compared in this room and that holds no longer. */
  readonly compared: 'never' | 'same' | 'over';
}

interface CompareProps {
  readonly view: RoomView;
  readonly send: Send;
  readonly pictures: PicturesHere;
  /** Null for whoever cannot end the call. */
  readonly onEnd: (() => void) | null;
}

/** [SAFE-2] The pictures, and for whoever leads: read them aloud, say whether they are the same, and what to do when they are not. */
export function Compare({ view, send, pictures, onEnd }: CompareProps): ReactNode {
  const { checkedAt, number } = view.protection;
  const reading = useCompared({ devices: pictures.shown, madeOf: pictures.madeOf, number });
  const isChecked = pictures.compared === 'same';

  return (
    <div className={styles.compare}>
      <p className={styles.soft}>{PROTECTION.pictures.what}</p>
      <Drawn is={reading.is} drawn={pictures.drawn} />
      <div role="status">
        {isChecked && checkedAt !== null && (
          <p className={styles.checked}>
            <Labelled icon={CircleCheck}>{WORDS.checked(sayClock(checkedAt))}</Labelled>
          </p>
        )}
        {pictures.compared === 'over' && <p className={styles.warning}>{WORDS.again}</p>}
      </div>
      {view.can['protection.check'] === 'yes' && (
        <Leading isChecked={isChecked} compared={reading} send={send} onEnd={onEnd} />
      )}
    </div>
  );
}

/** Nothing while others are on their way: whoever read what still stood here would have compared nothing. */
export function Drawn({ is, drawn }: { is: ReadingIs; drawn: ReactNode }): ReactNode {
  return is === 'coming' ? <p role="status">{PROTECTION.pictures.coming}</p> : drawn;
}

interface LeadingProps extends Pick<CompareProps, 'send' | 'onEnd'> {
  readonly isChecked: boolean;
  readonly compared: Compared;
}

/** For whoever leads: to begin, and what comes of reading them aloud. */
function Leading({ isChecked, compared, send, onEnd }: LeadingProps): ReactNode {
  const acting = useAct(send);
  const { reading, is } = compared;
  const [differs, setDiffers] = useState(false);
  const say = (): void => {
    if (reading === null) return;
    const { devices, number } = reading;
    void acting.act({ type: 'protection.check', devices, number });
  };

  return (
    <>
      {!isChecked && (
        <Steps is={is} isBusy={acting.isBusy} onBegin={() => void beginReading(compared, acting.act)} onSame={say} />
      )}
      <div className={styles.acts}>
        <Button kind="quiet" icon={X} aria-expanded={differs} onClick={() => setDiffers(!differs)}>
          {WORDS.differ}
        </Button>
      </div>
      {acting.refused && <p role="alert">{acting.refused}</p>}
      {differs && <NotTheSame onEnd={onEnd} onBack={() => setDiffers(false)} />}
    </>
  );
}

interface StepsProps {
  readonly is: ReadingIs;
  readonly isBusy: boolean;
  readonly onBegin: () => void;
  readonly onSame: () => void;
}

const SAYS: Readonly<Record<ReadingIs, string>> = {
  notBegun: WORDS.start,
  // Said in the place of the pictures.
  coming: '',
  there: WORDS.read,
  over: WORDS.changed,
};

/** First the pictures that are to be read come, then they are read. */
export function Steps({ is, isBusy, onBegin, onSame }: StepsProps): ReactNode {
  return (
    <>
      <p role="status" className={is === 'over' ? styles.warning : styles.read}>
        {SAYS[is]}
      </p>
      <div className={styles.acts}>
        {is === 'there' ? (
          <Button icon={Check} busy={isBusy} onClick={onSame}>
            {WORDS.same}
          </Button>
        ) : (
          <Button busy={isBusy || is === 'coming'} onClick={onBegin}>
            {is === 'over' ? WORDS.beginAgain : WORDS.begin}
          </Button>
        )}
      </div>
    </>
  );
}
