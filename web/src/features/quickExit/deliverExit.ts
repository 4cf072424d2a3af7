import type { ExitMark } from './exitMark.ts';
import { QUICK_EXIT } from './leaveQuickly.ts';

const AGAIN_MS = 3_000;
/** A dying network answers nothing and refuses nothing. */
const ANSWER_WITHIN_MS = 10_000;

export interface Delivery {
  readonly mark: ExitMark;
  readonly send: typeof fetch;
  /** Resolves after so many milliseconds, or sooner when the network comes back. */
  readonly pause: (ms: number) => Promise<void>;
}

async function isTaken({ send }: Delivery, told: string): Promise<boolean> {
  try {
    const headers = { 'content-type': 'application/json' };
    return (await send(QUICK_EXIT, { method: 'POST', headers, credentials: 'same-origin', body: told })).ok;
  } catch {
    return false;
  }
}

/**
 * Tells the server of a quick exit that it may not have heard of (CARE-5), and tries until it has. Resolves at once when there
 * is none; never rejects. Nothing of a visit may be shown before.
 */
export async function deliverExit(delivery: Delivery): Promise<void> {
  const { mark, pause } = delivery;
  const told = mark.pending();
  if (told === null) return;

  const late = async (): Promise<boolean> => {
    await pause(ANSWER_WITHIN_MS);
    return false;
  };
  while (!(await Promise.race([isTaken(delivery, told), late()]))) await pause(AGAIN_MS);
  mark.remove();
}
