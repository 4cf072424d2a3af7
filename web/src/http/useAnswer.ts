import { useCallback, useEffect, useRef, useState } from 'react';
import { keepAsking } from './keepAsking.ts';
import type { Answer } from './request.ts';

interface Asked<Value> {
  /** The latest that was answered well; kept while asking again. */
  readonly value: Value | null;
  /** Why the latest question had no good answer. */
  readonly problem: string | null;
  readonly again: () => Promise<void>;
}

/**
 * Asks when the page opens, again every `every` milliseconds while the page is looked at (`evenHidden`: also while it is not), at once
 * when it is looked at again, and on wish. Answers that were overtaken by a later question are dropped. `question` has to be stable
 * (useCallback), for it is asked anew when it changes.
 */
export function useAnswer<Value>(
  question: () => Promise<Answer<Value>>,
  every: number | null = null,
  evenHidden = false,
): Asked<Value> {
  const [value, setValue] = useState<Value | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const latest = useRef(0);

  const again = useCallback(async () => {
    latest.current += 1;
    const mine = latest.current;
    const answer = await question();
    if (mine !== latest.current) return;
    if (answer.ok) setValue(answer.value);
    setProblem(answer.ok ? null : answer.problem.says);
  }, [question]);

  useEffect(() => {
    void again();
    if (every === null) return;
    return keepAsking(() => void again(), { every, evenHidden }, document);
  }, [again, every, evenHidden]);

  return { value, problem, again };
}
