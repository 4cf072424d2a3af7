import type { CaptureProblem } from '../../media/capture.ts';
import type { Problem } from './problemSteps.ts';

type Allowed = 'granted' | 'denied' | 'prompt';

/** What the browser says of a permission (W3C Permissions); rejects where it will not tell. */
export type AskPermission = (name: 'camera' | 'microphone') => Promise<Allowed>;

const askPermission: AskPermission = async (name) => (await navigator.permissions.query({ name: name })).state;

/**
 * Tells apart what `getUserMedia` calls by one name: the person said no, the question went away unanswered (it can be asked again at once),
 * or they said yes to the page and the phone itself does not let the browser have it.
 */
export async function whyRefused(
  problem: CaptureProblem,
  asked: readonly ('camera' | 'microphone')[],
  ask: AskPermission = askPermission,
): Promise<Problem> {
  if (problem !== 'refused') return problem;

  const states = await Promise.all(asked.map((name) => ask(name).catch(() => 'denied' as const)));
  if (states.includes('denied')) return 'refused';

  return states.includes('prompt') ? 'dismissed' : 'bySystem';
}
