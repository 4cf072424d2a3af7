/** Where this device can play sound. */
export interface SoundOutputs {
  /** How many there are, as far as the browser says; 0 also where it does not list them. */
  count(): Promise<number>;
  /** Calls `listener` when something is plugged in or out, until the returned function is called. */
  watch(listener: () => void): () => void;
}

/** The browser's own; none on a page that is not secure, which has no list. */
export const browserOutputs: SoundOutputs = {
  count: async () => {
    const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];

    return devices.filter(({ kind }) => kind === 'audiooutput').length;
  },
  watch: (listener) => {
    navigator.mediaDevices?.addEventListener('devicechange', listener);
    return () => navigator.mediaDevices?.removeEventListener('devicechange', listener);
  },
};
