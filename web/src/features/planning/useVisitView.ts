import type { ClientCommand } from '@doorstep/shared/protocol/commands.ts';
import type { VisitView } from '@doorstep/shared/visit/viewShape.ts';
import { useCallback, useState } from 'react';
import { STAFF_REFUSALS } from '../../content/refusals.ts';
import { staffApi } from '../../http/staffApi.ts';
import { useAnswer } from '../../http/useAnswer.ts';

/** People open their links at any moment. */
const ASK_AGAIN_MS = 3_000;

/** Does one command and says why not, or null when it was done. */
export type Act = (command: ClientCommand) => Promise<string | null>;

interface VisitPageState {
  readonly view: VisitView | null;
  readonly problem: string | null;
  readonly act: Act;
}

/** A visit as its professionals see it from outside, kept fresh, and what they do to it. */
export function useVisitView(visit: string): VisitPageState {
  const question = useCallback(() => staffApi.view(visit), [visit]);
  const { value, problem, again } = useAnswer(question, ASK_AGAIN_MS);
  const [isActing, setActing] = useState(false);

  const act = useCallback<Act>(
    async (command) => {
      setActing(true);
      const answer = await staffApi.command(visit, command);
      await again();
      setActing(false);
      if (!answer.ok) return answer.problem.says;
      return answer.value.ok ? null : STAFF_REFUSALS[answer.value.refusal];
    },
    [visit, again],
  );
  return { view: value, problem: isActing ? null : problem, act };
}
