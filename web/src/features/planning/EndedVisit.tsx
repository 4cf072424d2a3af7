import type { Phase } from '@doorstep/shared/visit/plan/state.ts';
import { CalendarPlus } from 'lucide-react';
import { type ReactNode, useCallback } from 'react';
import { VISIT_PAGE } from '../../content/staff/visitPage.ts';
import { sayClock, sayDay } from '../../content/times.ts';
import { staffApi } from '../../http/staffApi.ts';
import { useAnswer } from '../../http/useAnswer.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Attendance } from './Attendance.tsx';
import styles from './EndedVisit.module.css';
import { KeptApartRecord } from './KeptApartRecord.tsx';
import { Matters } from './Matters.tsx';
import { ObservedChildren } from './ObservedChildren.tsx';
import { Protection } from './Protection.tsx';
import { SaidBefore } from './SaidBefore.tsx';
import { Talks } from './Talks.tsx';

const WORDS = VISIT_PAGE.ended;

interface EndedVisitProps {
  readonly visit: string;
  readonly phase: Extract<Phase, { is: 'ended' }>;
  readonly isHost: boolean;
}

/** What happened, who was there when, and what comes next. */
export function EndedVisit({ visit, phase, isHost }: EndedVisitProps): ReactNode {
  return (
    <div className={styles.page}>
      <Notice tone="plain" heading={WORDS.heading}>
        <p>{WORDS.at(`${sayClock(phase.at)}, ${sayDay(phase.at, Date.now()).toLowerCase()}`)}</p>
        {phase.words !== '' && (
          <>
            <p>{WORDS.words}:</p>
            <blockquote className={styles.words}>{phase.words}</blockquote>
          </>
        )}
      </Notice>
      {isHost && <HostsRecord visit={visit} endedAt={phase.at} />}
      <section aria-labelledby="next">
        <h2 id="next" className={styles.section}>
          {WORDS.next}
        </h2>
        <p className={styles.next}>{WORDS.nextWhat}</p>
        <LinkButton icon={CalendarPlus} href="/plan">
          {WORDS.planNext}
        </LinkButton>
      </section>
    </div>
  );
}

function HostsRecord({ visit, endedAt }: { visit: string; endedAt: number }): ReactNode {
  const question = useCallback(() => staffApi.record(visit), [visit]);
  const { value: record, problem } = useAnswer(question);
  return (
    <>
      <Attendance visit={visit} endedAt={endedAt} seen={record?.seen ?? []} />
      {problem && (
        <Notice tone="danger" live="alert">
          <p>{problem}</p>
        </Notice>
      )}
      {record !== null && <KeptApartRecord kept={record.keptApart} endedAt={endedAt} now={Date.now()} />}
      {record !== null && <Talks talks={record.talks} />}
      {record !== null && <Protection protection={record.protection} />}
      {record !== null && <ObservedChildren observed={record.observed} />}
      {record !== null && <SaidBefore said={record.said} />}
      {record !== null && record.matters.length > 0 && <Matters matters={record.matters} />}
    </>
  );
}
