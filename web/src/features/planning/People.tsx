import type { PreparingView } from '@doorstep/shared/visit/viewShape.ts';
import { UserPlus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { PLANNING } from '../../content/staff/planning.ts';
import { VISIT_PAGE } from '../../content/staff/visitPage.ts';
import { Button } from '../../ui/Button.tsx';
import { AddPerson } from './AddPerson.tsx';
import { isTimeToAsk } from './apart.ts';
import { ChangePlan } from './ChangePlan.tsx';
import { KeepApart } from './KeepApart.tsx';
import styles from './People.module.css';
import { PersonRow } from './PersonRow.tsx';
import type { Act } from './useVisitView.ts';

interface PeopleProps {
  readonly visit: string;
  readonly view: PreparingView;
  readonly act: Act;
  /** The plan itself is being changed. */
  readonly isChanging: boolean;
  readonly onChanged: () => void;
}

/** For the host: who comes, their links, and who is kept apart. */
export function People({ visit, view, act, isChanging, onChanged }: PeopleProps): ReactNode {
  const { console, plan, me, can } = view;
  const [isAdding, setAdding] = useState(false);
  const [isSettled, setSettled] = useState(false);
  const [timesCalled, setTimesCalled] = useState(0);
  const roster = console?.roster ?? [];
  const now = Date.now();
  const askedFirst = {
    isDue: !isSettled && isTimeToAsk(roster),
    onNobody: () => setSettled(true),
    onSomebody: () => setTimesCalled(timesCalled + 1),
  };
  return (
    <>
      <section aria-labelledby="people">
        <h2 id="people" className={styles.section}>
          {VISIT_PAGE.people}
        </h2>
        <ul className={styles.people} aria-label={PLANNING.who}>
          {roster.map((entry) => (
            <PersonRow
              key={entry.participant}
              visit={visit}
              roster={roster}
              askedFirst={askedFirst}
              entry={entry}
              isMe={entry.participant === me.participant}
              can={can}
              act={act}
              now={now}
            />
          ))}
        </ul>
        {can['roster.add'] === 'yes' && (
          <Button icon={UserPlus} onClick={() => setAdding(true)}>
            {VISIT_PAGE.addPerson}
          </Button>
        )}
        {isAdding && <AddPerson roster={roster} act={act} onClose={() => setAdding(false)} />}
      </section>
      {isChanging && (
        <ChangePlan
          plan={plan}
          needsPurpose={roster.some(({ invitation }) => invitation?.revoked === false)}
          act={act}
          onClose={onChanged}
        />
      )}
      <KeepApart roster={roster} can={can} act={act} timesCalled={timesCalled} />
    </>
  );
}
