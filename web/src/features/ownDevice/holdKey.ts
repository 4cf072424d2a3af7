import type { HoldToTalk } from './HoldToTalk.ts';

/** Whatever has a use of its own for the Space bar: fields, buttons, links, and everything in a dialog. */
const USES_SPACE =
  'input, textarea, select, button, a[href], summary, label, audio, video, [contenteditable], [tabindex]:not([tabindex="-1"]), dialog, [role="dialog"]';

const isTaken = ({ target }: Event): boolean => target instanceof Element && target.closest(USES_SPACE) !== null;

const isBareSpace = ({ code, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  code === 'Space' && !altKey && !ctrlKey && !metaKey && !shiftKey;

/** [DEV-4] The Space bar holds the microphone open, wherever nothing else wants it, until the returned function is called. */
export function listenForHold(hold: HoldToTalk): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const press = (event: KeyboardEvent): void => {
    if (!isBareSpace(event) || isTaken(event)) return;
    if (event.repeat ? hold.isHeld() : hold.press('key')) event.preventDefault();
  };
  const release = (event: KeyboardEvent): void => {
    if (event.code !== 'Space') return;
    // Else the Space bar would press a button that was focused meanwhile.
    if (hold.isHeld()) event.preventDefault();
    hold.release('key');
  };
  const leave = (): void => hold.releaseAll();
  window.addEventListener('keydown', press, { signal });
  window.addEventListener('keyup', release, { signal });
  window.addEventListener('blur', leave, { signal });
  window.addEventListener('pagehide', leave, { signal });
  document.addEventListener('visibilitychange', leave, { signal });

  return () => {
    stop.abort();
    hold.releaseAll();
  };
}
