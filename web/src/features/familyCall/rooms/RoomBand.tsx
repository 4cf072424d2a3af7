import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { readerOf } from '../../../content/family/reader.ts';
import { rooms } from '../../../content/family/rooms.ts';
import { FAMILY_REFUSALS } from '../../../content/refusals.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { RoomShape } from '../../../ui/RoomShape.tsx';
import type { VisitClient } from '../../../visit/VisitClient.ts';
import styles from './RoomBand.module.css';
import { isOnlyHere, WhereYouAre } from './WhereYouAre.tsx';

interface RoomBandProps {
  readonly view: RoomView;
  readonly visit: Pick<VisitClient, 'send'>;
  /** The question whether anybody is there stands on the screen already. */
  readonly isAsking: boolean;
  /** [PRIV-3] Not there yet, although the move should be over. */
  readonly isLate: boolean;
  readonly onAlone: () => void;
}

/** [PRIV-2] [PRIV-7] In a private room: by colour, shape and words which it is and who is there, and the way back. Nothing in a main room. */
export function RoomBand({ view, visit, isAsking, isLate, onAlone }: RoomBandProps): ReactNode {
  const { mark } = view.room;
  const [refused, setRefused] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  if (mark === null) return null;

  const say = rooms[readerOf(view.me.role)];
  const leave = async (): Promise<void> => {
    setBusy(true);
    const answer = await visit.send({ type: 'room.leave' });
    setBusy(false);
    setRefused(answer.ok ? null : FAMILY_REFUSALS[answer.refusal]);
  };

  return (
    <section className={classes(styles.band, isAsking && styles.asking)} aria-label={say.rooms[mark]}>
      <div className={styles.where}>
        <RoomShape colour={mark} />
        <p className={styles.in}>{isLate ? say.onTheWay(say.rooms[mark]) : <WhereYouAre view={view} />}</p>
      </div>
      {!isLate && isOnlyHere(view) && <p className={styles.only}>{say.onlyHere}</p>}
      <div className={styles.acts}>
        <Button icon={ArrowLeft} busy={isBusy} onClick={() => void leave()}>
          {say.goBack}
        </Button>
        {view.can['alone.answer'] === 'yes' && !isAsking && !isLate && (
          <Button onClick={onAlone}>{say.aloneAgain}</Button>
        )}
      </div>
      {refused !== null && <p role="alert">{refused}</p>}
    </section>
  );
}
