import type { OutView, PreparingView } from '@doorstep/shared/visit/viewShape.ts';
import { ArrowLeft, Pencil, UserPlus, Video } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { KINDS } from '../../content/kinds.ts';
import { OUT } from '../../content/staff/entering.ts';
import { PLANNING } from '../../content/staff/planning.ts';
import { SHELL } from '../../content/staff/shell.ts';
import { VISIT_PAGE } from '../../content/staff/visitPage.ts';
import { sayClock, sayDay, sayLength } from '../../content/times.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { AddPerson } from './AddPerson.tsx';
import { isTimeToAsk } from './apart.ts';
import { ChangePlan } from './ChangePlan.tsx';
import { EndedVisit } from './EndedVisit.tsx';
import { KeepApart } from './KeepApart.tsx';
import { KeptApartHere } from './KeptApartHere.tsx';
import { PersonRow } from './PersonRow.tsx';
import { StartCard } from './StartCard.tsx';
import { useVisitView } from './useVisitView.ts';
import styles from './VisitPage.module.css';

interface VisitPageProps {
  readonly visit: string;
  /** To the camera and microphone, and then into the visit. */
  readonly onEnter: (starts: boolean) => void;
}

/** A visit before and after its call: the plan, the people and their links, who is at the door, and how it ended. */
export function VisitPage({ visit, onEnter }: VisitPageProps): ReactNode {
  usePageTitle(SHELL.titles.visit);
  const page = useVisitView(visit);
  const { view, problem } = page;
  return (
    <div className={styles.page}>
      <LinkButton kind="quiet" icon={ArrowLeft} href="/">
        {VISIT_PAGE.back}
      </LinkButton>
      {problem && (
        <Notice tone="danger" live="status" heading={SHELL.problem}>
          <p>{problem}</p>
        </Notice>
      )}
      {view === null && problem === null && <p>{SHELL.loading}</p>}
      {view?.screen === 'out' && <Outside view={view} onEnter={onEnter} />}
      {view?.screen === 'preparing' && <Prepared visit={visit} view={view} act={page.act} onEnter={onEnter} />}
    </div>
  );
}

/** Taken off the plan, or put out and able to ask. */
function Outside({ view, onEnter }: { view: OutView; onEnter: VisitPageProps['onEnter'] }): ReactNode {
  const words = OUT[view.why];
  return (
    <>
      <h1 className={styles.when}>{words.heading}</h1>
      <p>{words.what}</p>
      {view.why === 'removed' && (
        <Button kind="primary" icon={Video} onClick={() => onEnter(false)}>
          {VISIT_PAGE.checkAndAsk}
        </Button>
      )}
    </>
  );
}

interface PreparedProps extends VisitPageProps {
  readonly view: PreparingView;
  readonly act: ReturnType<typeof useVisitView>['act'];
}

function Prepared({ visit, view, act, onEnter }: PreparedProps): ReactNode {
  const isEnded = view.phase.is === 'ended';
  return (
    <div className={isEnded ? styles.ended : styles.columns}>
      <PlanHeader view={view} act={act} />
      {!isEnded && <StartCard view={view} onEnter={onEnter} />}
      <div className={styles.main}>
        {view.phase.is === 'ended' && <EndedVisit visit={visit} phase={view.phase} isHost={view.console !== null} />}
        {!isEnded && view.console !== null && <People visit={visit} view={view} act={act} />}
      </div>
    </div>
  );
}

const MINUTE = 60_000;

function PlanHeader({ view: { plan, console, staff, me, can }, act }: Pick<PreparedProps, 'view' | 'act'>): ReactNode {
  const [isChanging, setChanging] = useState(false);
  const start = plan.scheduledFor;
  const times = VISIT_PAGE.untilTime(sayClock(start), sayClock(start + plan.lengthMinutes * MINUTE));
  return (
    <header className={styles.header}>
      <p className={styles.kind}>
        {KINDS[plan.kind].label} · {sayLength(plan.lengthMinutes)}
        {console !== null && ` · ${VISIT_PAGE.hostedByYou}`}
        {me.role === 'chair' && ` · ${VISIT_PAGE.chairedByYou}`}
      </p>
      <h1 className={styles.when}>
        {sayDay(start, Date.now())}, <time>{times}</time>
      </h1>
      {plan.purpose === '' ? (
        <Notice tone="attention" heading={VISIT_PAGE.noPurposeHeading}>
          <p>{VISIT_PAGE.noPurpose}</p>
        </Notice>
      ) : (
        <p className={styles.purpose}>{plan.purpose}</p>
      )}
      {console === null && <KeptApartHere staff={staff} />}
      {can['visit.replan'] === 'yes' && (
        <Button icon={Pencil} onClick={() => setChanging(true)}>
          {plan.purpose === '' ? VISIT_PAGE.addPurpose : VISIT_PAGE.change}
        </Button>
      )}
      {isChanging && (
        <ChangePlan
          plan={plan}
          needsPurpose={console?.roster.some(({ invitation }) => invitation?.revoked === false) ?? false}
          act={act}
          onClose={() => setChanging(false)}
        />
      )}
    </header>
  );
}

function People({ visit, view: { console, me, can }, act }: Omit<PreparedProps, 'onEnter'>): ReactNode {
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
      <KeepApart roster={roster} rooms={console?.rooms ?? []} can={can} act={act} timesCalled={timesCalled} />
    </>
  );
}
