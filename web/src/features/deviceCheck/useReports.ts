import type { CheckReport } from '@doorstep/shared/visit/checks/state.ts';
import { useEffect, useRef } from 'react';
import { NOTHING_TRIED } from './progress.ts';

const QUIET_MS = 400;

/**
 * Tells the whole report whenever it has changed and nothing more has changed for a moment; on leaving the check, what is not told yet.
 * Returns how to tell the last one at once, when the check is left by the same press.
 */
export function useReports(report: CheckReport, tell: (report: CheckReport) => void): (last: CheckReport) => void {
  const told = useRef(NOTHING_TRIED);
  const latest = useRef({ report, tell });
  latest.current = { report, tell };
  const tellLatest = (): void => {
    if (told.current === latest.current.report) return;
    told.current = latest.current.report;
    latest.current.tell(told.current);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed report is what there is to tell.
  useEffect(() => {
    const timer = setTimeout(tellLatest, QUIET_MS);
    return () => clearTimeout(timer);
  }, [report]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the check is left, and only then.
  useEffect(() => tellLatest, []);

  return (last) => {
    told.current = latest.current.report;
    latest.current.tell(last);
  };
}
