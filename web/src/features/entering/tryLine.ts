import { mintId } from '../../http/mintId.ts';
import { staffApi } from '../../http/staffApi.ts';
import { checkNetwork, type NetworkCheck } from '../../media/NetworkCheck.ts';
import type { VisitClient } from '../../visit/VisitClient.ts';

/**
 * [JOIN-4] Measures the line of somebody who is signed in and not in the visit: by request and answer, since only those who go in have a
 * line to it. Never rejects; `refused` also when the server has ended it, as a restart does: what was measured then says nothing.
 */
export async function tryLine(visit: string, signal: AbortSignal): Promise<NetworkCheck> {
  const page = mintId();
  let isEndedByServer: Promise<boolean> = Promise.resolve(false);
  const request: VisitClient['request'] = async (asked) => {
    const answering = staffApi.line(visit, page, asked);
    if (asked.type === 'closeLoop')
      isEndedByServer = answering.then(
        (closed) => closed.ok && !closed.value.ok && closed.value.refusal === 'notFound',
      );
    const answer = await answering;
    return answer.ok
      ? answer.value
      : { ok: false, refusal: answer.problem.refusal === 'tooFast' ? 'tooMany' : 'unavailable' };
  };

  const check = await checkNetwork({ ...ALWAYS_THERE, request }, { signal });
  if (check.why === 'cutShort' || !(await isEndedByServer)) return check;

  return { ...check, grade: 'failed', why: 'refused' };
}

/** What a line to a visit tells by itself, a desk does not: nobody lets it in or puts it out. */
const ALWAYS_THERE: Pick<VisitClient, 'getState' | 'subscribe' | 'onNotice'> = {
  getState: () => ({ connection: 'connected', view: null, goodbye: null, levels: new Map() }),
  subscribe: () => () => {},
  onNotice: () => () => {},
};
