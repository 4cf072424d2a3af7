import type { SessionId } from '@doorstep/shared/visit/ids.ts';

/** Where the link leads when no program runs: an empty page of our own. Asking anybody else's server would tell them who was here. */
export const NEUTRAL_PAGE = '/tab.html';
/** Where the program goes instead: it leaves not even our name in the address bar. */
const NOWHERE = 'about:blank';

/** What is known at that moment of the visit that is being left. */
export interface Leaving {
  /** Null before the link was shown to the server: then there is nobody to tell. */
  readonly session: SessionId | null;
  /** Stops camera and microphone at once. */
  readonly stopMedia: () => void;
}

/** The parts of a window that leaving needs. */
export interface Exit {
  readonly navigator: Pick<Navigator, 'sendBeacon'>;
  readonly sessionStorage: Pick<Storage, 'clear'>;
  readonly location: Pick<Location, 'replace'>;
  readonly document: {
    readonly documentElement: { hidden: HTMLElement['hidden'] };
    readonly body: { replaceChildren(): void };
    querySelectorAll(selector: 'video'): Iterable<{ srcObject: MediaProvider | null }>;
  };
}

const tell = ({ navigator }: Exit, session: SessionId | null): void => {
  if (session !== null) navigator.sendBeacon('/api/join/quick-exit', JSON.stringify({ session }));
};

const blank = ({ document }: Exit): void => {
  for (const video of document.querySelectorAll('video')) video.srcObject = null;
  document.documentElement.hidden = true;
  document.body.replaceChildren();
};

/**
 * Leaves at once (CARE-5): camera and microphone off, the server told, this tab's storage emptied, the page blank and
 * replaced, so that Back does not come here. All of it before the call returns; no step waits for another to succeed.
 */
export function leaveQuickly(exit: Exit, { session, stopMedia }: Leaving): void {
  const steps = [
    stopMedia,
    () => tell(exit, session),
    () => exit.sessionStorage.clear(),
    () => blank(exit),
    () => exit.location.replace(NOWHERE),
  ];
  for (const step of steps) {
    try {
      step();
    } catch {
      // Whatever failed, the next step matters more.
    }
  }
}
