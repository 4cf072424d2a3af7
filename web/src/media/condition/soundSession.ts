/** Whether the system has taken the sound away from this page, such as for a phone call. */
export interface SoundSession {
  isInterrupted(): boolean;
  /** Calls `listener` when that may have changed, until the returned function is called. */
  watch(listener: () => void): () => void;
}

const NONE: SoundSession = { isInterrupted: () => false, watch: () => () => {} };

/** The browser's own (W3C Audio Session), which iPhones and iPads have; elsewhere the players themselves are stopped, which the loudspeaker notices. */
export function browserSoundSession(from: object = navigator): SoundSession {
  const session = 'audioSession' in from ? from.audioSession : null;
  if (!(session instanceof EventTarget) || !('state' in session)) return NONE;

  return {
    isInterrupted: () => session.state === 'interrupted',
    watch: (listener) => {
      session.addEventListener('statechange', listener);
      return () => session.removeEventListener('statechange', listener);
    },
  };
}
