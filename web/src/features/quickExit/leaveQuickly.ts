import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { ExitMark } from './exitMark.ts';

/** Where the link leads when no program runs: an empty page of our own. Asking anybody else's server would tell them who was here. */
export const NEUTRAL_PAGE = '/tab.html';
/** Where the program goes instead: it leaves not even our name in the address bar. */
const NOWHERE = 'about:blank';

export const QUICK_EXIT = '/api/join/quick-exit';

/** The place that is left, as far as the page knows: its own; or the try at getting one; or none, and this browser is just to be forgotten. */
export type LeftPlace =
  | { readonly session: SessionId }
  | { readonly attempt: string }
  | { readonly session?: never; readonly attempt?: never };

/** What there is to leave. */
export interface Leaving {
  /** As it is at that moment. */
  place(): LeftPlace;
  /** Stops camera and microphone at once, and lets nothing more be opened. */
  stop(): void;
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

/** As JSON, which also makes browsers say where it comes from: of plain text from a page without referrers some of them do not. */
const tell = ({ navigator }: Exit, told: string): void => {
  navigator.sendBeacon(QUICK_EXIT, new Blob([told], { type: 'application/json' }));
};

const blank = ({ document }: Exit): void => {
  for (const video of document.querySelectorAll('video')) video.srcObject = null;
  document.documentElement.hidden = true;
  document.body.replaceChildren();
};

/**
 * Leaves at once (CARE-5): camera and microphone off, the mark set for the case that the server does not hear of it, the server told,
 * and gone. All of it before the call returns; no step waits for another to succeed.
 */
export function leaveQuickly(exit: Exit, mark: ExitMark, leaving: Leaving): void {
  let told = '{}';
  inOrder([
    () => leaving.stop(),
    () => {
      told = mark.set(JSON.stringify(leaving.place()));
    },
    () => tell(exit, told),
    ...disappearing(exit),
  ]);
}

/** Goes along with another tab of this browser that was left quickly: just as much at once, and there is nothing more to tell. */
export const leaveAlong = (exit: Exit, leaving: Leaving): void =>
  inOrder([() => leaving.stop(), ...disappearing(exit)]);

/** This tab's storage emptied, the page blank and replaced, so that Back does not come here. */
const disappearing = (exit: Exit): readonly (() => void)[] => [
  () => exit.sessionStorage.clear(),
  () => blank(exit),
  // A field that goes with its focus may say its last words, and these were kept once more.
  () => exit.sessionStorage.clear(),
  () => exit.location.replace(NOWHERE),
];

function inOrder(steps: readonly (() => void)[]): void {
  for (const step of steps) {
    try {
      step();
    } catch {
      // Whatever failed, the next step matters more.
    }
  }
}
