import type { Blur } from '@doorstep/shared/visit/condition/state.ts';

/** How often it is looked at where the browser does not tell of changes. */
const LOOK_EVERY_MS = 3_000;

/** What is asked of a camera's track. */
export type BlurSource = Pick<MediaStreamTrack, 'getSettings' | 'addEventListener' | 'removeEventListener'> &
  Partial<Pick<MediaStreamTrack, 'getCapabilities'>>;

/**
 * [SEE-3] Whether the device blurs what is behind somebody, as the browser says (Media Capture and Streams Extensions, background blur).
 * "Off" is believed only of a camera that can tell: a browser that merely repeats what was asked of it names no capability.
 */
export function blurOf(track: BlurSource): Blur {
  const setting = track.getSettings().backgroundBlur;
  if (setting === true) return 'on';

  const possible = track.getCapabilities?.().backgroundBlur;
  if (possible?.every((blurred) => blurred) === true && possible.length > 0) return 'on';
  if (setting === undefined) return 'notKnown';

  return track.getCapabilities === undefined || possible !== undefined ? 'off' : 'notKnown';
}

/** Tells `listener` when it may have changed, until the returned function is called. */
export function watchBlur(track: BlurSource, listener: () => void): () => void {
  track.addEventListener('configurationchange', listener);
  const looking = 'onconfigurationchange' in track ? undefined : setInterval(listener, LOOK_EVERY_MS);

  return () => {
    track.removeEventListener('configurationchange', listener);
    clearInterval(looking);
  };
}
