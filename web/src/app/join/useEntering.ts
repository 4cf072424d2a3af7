import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { DeviceKind } from '@doorstep/shared/visit/presence/state.ts';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import type { WhyClosed } from '../../features/join/DoorClosed.tsx';
import { exchange } from '../../features/join/exchange.ts';
import { takeToken } from '../../features/join/token.ts';
import type { Leaving } from '../../features/quickExit/leaveQuickly.ts';
import { mintId } from '../../http/mintId.ts';
import { seatMemory } from '../../visit/seatMemory.ts';
import type { FamilyVisit } from './familyVisit.ts';
import type { VisitJourneyProps } from './VisitJourney.tsx';

/** Where somebody stands who has opened the page. */
export type Entering =
  | { readonly is: 'looking' }
  | { readonly is: 'welcome'; readonly token: string; readonly starting: boolean }
  | { readonly is: 'closed'; readonly why: WhyClosed; readonly trying: boolean }
  | {
      readonly is: 'inside';
      readonly family: FamilyVisit;
      readonly Journey: ComponentType<VisitJourneyProps>;
      /** Counts the lines that this page has opened. */
      readonly opened: number;
    };

/** What this page holds to get in with, in memory only: the link's secret until it is exchanged, then the seat. */
interface Keys {
  token: string | null;
  /** The page's own name for its tries at exchanging that token. */
  attempt: string | null;
  seat: SessionId | null;
  family: FamilyVisit | null;
  opened: number;
  /** Was left quickly: whatever was under way opens nothing any more. */
  isLeft: boolean;
}

const noKeys: Keys = { token: null, attempt: null, seat: null, family: null, opened: 0, isLeft: false };

const memory = seatMemory(() => sessionStorage);

/** Line, sound and picture are fetched only now, so that the first screen is there at once on a slow line. */
const fetchVisit = async () => ({
  ...(await import('./familyVisit.ts')),
  ...(await import('./VisitJourney.tsx')),
});

async function open(keys: Keys, session: SessionId): Promise<Entering> {
  const { openFamilyVisit, VisitJourney } = await fetchVisit();
  if (keys.isLeft) return { is: 'looking' };

  keys.family?.close();
  keys.family = openFamilyVisit(session);
  keys.opened += 1;

  return { is: 'inside', family: keys.family, Journey: VisitJourney, opened: keys.opened };
}

/** Shows the link, or the seat that this tab has already. */
async function enter(keys: Keys, device: DeviceKind): Promise<Entering> {
  const closed = (why: WhyClosed): Entering => ({ is: 'closed', why, trying: false });
  if (keys.token !== null) {
    keys.attempt ??= mintId();
    const exchanged = await exchange({ token: keys.token, device, attempt: keys.attempt }, fetch);
    if (keys.isLeft) return { is: 'looking' };
    if (exchanged.is !== 'open') return closed(exchanged.is);

    keys.token = null;
    keys.seat = exchanged.session;
    memory.keep(exchanged.session);
  }
  if (keys.seat === null) return closed('noLink');

  // Fails when the rest of the page cannot be fetched.
  return open(keys, keys.seat).catch(() => closed('unreachable'));
}

const leavingOf = (keys: Keys): Leaving => ({
  place() {
    if (keys.seat !== null) return { session: keys.seat };

    return keys.attempt === null ? {} : { attempt: keys.attempt };
  },
  stop() {
    keys.isLeft = true;
    keys.family?.local.stop();
  },
});

const trying = (at: Entering): Entering => {
  if (at.is === 'welcome') return { ...at, starting: true };

  return at.is === 'closed' ? { ...at, trying: true } : at;
};

/** Takes the link and waits for the button; or comes straight back to the seat that this tab had (JOIN-2, JOIN-7). */
export function useEntering(device: DeviceKind) {
  const [at, setAt] = useState<Entering>({ is: 'looking' });
  const keys = useRef<Keys>({ ...noKeys }).current;

  const [leaving] = useState(() => leavingOf(keys));

  const go = (): void => {
    setAt(trying);
    void enter(keys, device).then(setAt);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page has loaded.
  useEffect(() => {
    const take = (): void => {
      const token = takeToken(window);
      if (token === null) return;

      keys.family?.close();
      Object.assign(keys, { token, attempt: null, seat: null, family: null });
      memory.forget();
      setAt({ is: 'welcome', token, starting: false });
    };
    take();
    if (keys.token === null && keys.seat === null) {
      keys.seat = memory.recall();
      go();
    }
    // The same tab, and another link pasted into its address.
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);

  /** Ends the line, as a page that is closed does: the seat is kept. */
  const shut = (): void => keys.family?.close();

  return { at, go, shut, leaving };
}
