import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { flushSync } from 'react-dom';
import type { Drafts } from '../../drafts/Drafts.ts';

/** Somebody on a device, or seen or heard beside one. */
export type RaisedAbout = 'device' | 'nearby';

/** Where the form begins; there is one at most. */
export const RAISE_HEADING = 'raise-heading';

/**
 * [UNK-3] Opens the form for raising a matter, wherever on the page one has noticed somebody, and goes to it. `session` fills in the
 * device; null leaves the choice as it was. What was written already stays. Call it from a press.
 */
export function beginRaising(drafts: Drafts, about: RaisedAbout, session: SessionId | null): void {
  flushSync(() => {
    drafts.write('raise', about);
    if (session !== null) drafts.write('raise-which', session);
  });
  document.getElementById(RAISE_HEADING)?.focus();
}
