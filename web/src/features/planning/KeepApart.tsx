import type { Can, RosterEntry } from '@doorstep/shared/visit/viewShape.ts';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { KEPT_APART } from '../../content/staff/keptApart.ts';
import { Button } from '../../ui/Button.tsx';
import { Unseen } from '../../ui/Quiet.tsx';
import { ApartDialog } from './ApartDialog.tsx';
import { apartFrom, isOfFamily, sayApart } from './apart.ts';
import styles from './KeepApart.module.css';
import type { Act } from './useVisitView.ts';

interface KeepApartProps {
  readonly roster: readonly RosterEntry[];
  readonly can: Can;
  readonly act: Act;
  /** How often the reader was sent here from elsewhere on the page: each time the heading is read out. */
  readonly timesCalled: number;
}

/** [PLAN-10] Who of the family must not learn of whom, to be settled before links go out. */
export function KeepApart({ roster, can, act, timesCalled }: KeepApartProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const [changing, setChanging] = useState<string | null>(null);
  useEffect(() => {
    if (timesCalled > 0) heading.current?.focus();
  }, [timesCalled]);

  const family = roster.filter(({ role }) => isOfFamily(role));
  const chosen = family.find(({ participant }) => participant === changing);
  if (family.length < 2) return null;
  return (
    <section aria-labelledby="apart" className={styles.section}>
      <h2 ref={heading} id="apart" tabIndex={-1} className={styles.heading}>
        {KEPT_APART.heading}
      </h2>
      <p className={styles.what}>{KEPT_APART.question}</p>
      <p className={styles.what}>{KEPT_APART.what}</p>
      <p className={styles.limits}>{KEPT_APART.limits}</p>
      <ul className={styles.people} aria-label={KEPT_APART.heading}>
        {family.map((entry) => (
          <Line
            key={entry.participant}
            roster={family}
            entry={entry}
            mayChange={can[`separation.order:${entry.participant}`] === 'yes'}
            onChange={() => setChanging(entry.participant)}
          />
        ))}
      </ul>
      {chosen && <ApartDialog family={family} entry={chosen} act={act} onClose={() => setChanging(null)} />}
    </section>
  );
}

interface LineProps {
  readonly roster: readonly RosterEntry[];
  readonly entry: RosterEntry;
  readonly mayChange: boolean;
  readonly onChange: () => void;
}

function Line({ roster, entry, mayChange, onChange }: LineProps): ReactNode {
  return (
    <li className={styles.line}>
      <div>
        <p className={styles.name}>{entry.name}</p>
        <p className={apartFrom(roster, entry).length > 0 ? styles.apart : styles.limits}>{sayApart(roster, entry)}</p>
      </div>
      {mayChange && (
        <Button onClick={onChange}>
          {KEPT_APART.change} <Unseen>{KEPT_APART.changeOf(entry.name)}</Unseen>
        </Button>
      )}
    </li>
  );
}
