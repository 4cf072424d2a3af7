import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { CircleCheck, Ear } from 'lucide-react';
import type { ReactNode } from 'react';
import { sayNames } from '../../../content/names.ts';
import { ROUNDS } from '../../../content/staff/rounds.ts';
import { sayClock } from '../../../content/times.ts';
import { Button } from '../../../ui/Button.tsx';
import { Labelled } from '../../../ui/Icon.tsx';
import { sidesOf } from '../rooms/roomNames.ts';
import type { Send } from '../send.ts';
import { useAct } from '../useAct.ts';
import { CannotLine } from './CannotLine.tsx';
import styles from './Rounds.module.css';
import { type SensesLine, type SensesTally, sensesAskedAt, sensesElsewhere, sensesTally } from './senses.ts';

const WORDS = ROUNDS.senses;

/** [ROST-4] “Can everyone see and hear?”: asked on each screen, counted as answers come, and whoever cannot by name. */
export function SeeAndHear({ view, send }: { view: RoomView; send: Send }): ReactNode {
  const { act, isBusy, refused } = useAct(send);
  const askedAt = sensesAskedAt(view);
  const tally = sensesTally(view);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a keyboard must be able to reach what is below
    <section className={styles.panel} aria-labelledby="senses" tabIndex={0}>
      <h2 id="senses" className={styles.heading}>
        {WORDS.heading}
      </h2>
      <p className={styles.what}>{WORDS.what}</p>
      <Elsewhere view={view} />
      {askedAt !== null && <Tally tally={tally} askedAt={askedAt} />}
      {askedAt !== null && tally.exceptions.length > 0 && (
        <>
          <h3 className={styles.part}>{WORDS.exceptions}</h3>
          <ul>
            {tally.exceptions.map((line) => (
              <CannotLine key={line.device.session} line={line} view={view} send={send} />
            ))}
          </ul>
        </>
      )}
      {askedAt !== null && <Unanswered lines={tally.waiting} />}
      {view.can['senses.ask'] === 'yes' && (
        <Button
          kind={askedAt === null ? 'primary' : 'secondary'}
          icon={Ear}
          wide
          busy={isBusy}
          onClick={() => void act({ type: 'senses.ask' })}
        >
          {askedAt === null ? WORDS.start : WORDS.again}
        </Button>
      )}
      {askedAt !== null && <p className={styles.soft}>{WORDS.againWhat}</p>}
      {refused && <p role="alert">{refused}</p>}
    </section>
  );
}

/** Nobody is left out without a word. */
function Elsewhere({ view }: { view: RoomView }): ReactNode {
  const names = sensesElsewhere(view);
  if (names.length === 0) return null;
  return <p className={styles.soft}>{sayElsewhere(view)(sayNames(names))}</p>;
}

function sayElsewhere(view: RoomView): (names: string) => string {
  if (view.console === null) return WORDS.notHere;

  return sidesOf(view).length > 1 ? WORDS.otherSides : WORDS.inOtherRooms;
}

function Tally({ tally, askedAt }: { tally: SensesTally; askedAt: number }): ReactNode {
  const isAll = tally.fine.length === tally.all;
  return (
    <div className={styles.turn}>
      <p role="status" className={styles.says}>
        {isAll ? <Labelled icon={CircleCheck}>{WORDS.all}</Labelled> : WORDS.fine(tally.fine.length, tally.all)}
      </p>
      <p className={styles.soft}>{WORDS.askedAt(sayClock(askedAt))}</p>
    </div>
  );
}

function Unanswered({ lines }: { lines: readonly SensesLine[] }): ReactNode {
  if (lines.length === 0) return null;
  return (
    <p className={styles.waiting}>
      {WORDS.waiting}: <strong>{lines.map(({ name }) => name).join(', ')}</strong>
    </p>
  );
}
