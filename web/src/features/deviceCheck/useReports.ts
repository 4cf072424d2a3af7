import type { CheckReport } from '@doorstep/shared/visit/checks/state.ts';
import { useEffect, useRef } from 'react';
import { NOTHING_TRIED } from './progress.ts';

const QUIET_MS = 400;

/** Tells the whole report whenever it has changed and nothing more has changed for a moment; on leaving the check, what is not told yet. */
export function useReports(report: CheckReport, tell: (report: CheckReport) => void): void {
  const told = useRef(NOTHING_TRIED);
  const latest = useRef({ report, tell });
  latest.current = { report, tell };

  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed report is what there is to tell.
  useEffect(() => {
    const timer = setTimeout(() => tellLatest(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [report]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the check is left, and only then.
  useEffect(() => () => tellLatest(), []);

  function tellLatest(): void {
    if (told.current === latest.current.report) return;
    told.current = latest.current.report;
    latest.current.tell(told.current);
  }
}
