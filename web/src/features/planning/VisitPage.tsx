import type { OutView, PreparingView } from '@doorstep/shared/visit/viewShape.ts';
import { ArrowLeft, Pencil, Video } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { KINDS } from '../../content/kinds.ts';
import { OUT } from '../../content/staff/entering.ts';
import { SHELL } from '../../content/staff/shell.ts';
import { VISIT_PAGE } from '../../content/staff/visitPage.ts';
import { sayClock, sayDay, sayLength } from '../../content/times.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { KeptApartHere } from './KeptApartHere.tsx';
import { PartOfVisit } from './PartOfVisit.tsx';
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

/** Only the host has this part, and only before the end. */
const fetchPeople = () => import('./People.tsx');
/** … and only after it. */
const fetchRecord = () => import('./EndedVisit.tsx');

function Prepared({ visit, view, act, onEnter }: PreparedProps): ReactNode {
  const [isChanging, setChanging] = useState(false);
  const { phase, console } = view;
  const isEnded = phase.is === 'ended';
  return (
    <div className={isEnded ? styles.ended : styles.columns}>
      <PlanHeader view={view} onChange={() => setChanging(true)} />
      {!isEnded && <StartCard view={view} onEnter={onEnter} />}
      <div className={styles.main}>
        {phase.is === 'ended' && (
          <PartOfVisit fetchPart={fetchRecord}>
            {({ EndedVisit }) => <EndedVisit visit={visit} phase={phase} isHost={console !== null} />}
          </PartOfVisit>
        )}
        {!isEnded && console !== null && (
          <PartOfVisit fetchPart={fetchPeople}>
            {({ People }) => (
              <People
                visit={visit}
                view={view}
                act={act}
                isChanging={isChanging}
                onChanged={() => setChanging(false)}
              />
            )}
          </PartOfVisit>
        )}
      </div>
    </div>
  );
}

const MINUTE = 60_000;

interface PlanHeaderProps {
  readonly view: PreparingView;
  readonly onChange: () => void;
}

function PlanHeader({ view: { plan, console, staff, me, can }, onChange }: PlanHeaderProps): ReactNode {
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
        <Button icon={Pencil} onClick={onChange}>
          {plan.purpose === '' ? VISIT_PAGE.addPurpose : VISIT_PAGE.change}
        </Button>
      )}
    </header>
  );
}
