/** Where this device can play sound. */
export interface SoundOutputs {
  /** How many there are; null where the browser does not list them all. */
  count(): Promise<number | null>;
  /** Calls `listener` when something is plugged in or out, until the returned function is called. */
  watch(listener: () => void): () => void;
}

type Devices = Pick<MediaDevices, 'enumerateDevices' | 'addEventListener' | 'removeEventListener'>;

/**
 * The browser's own; none on a page that is not secure, which has no list. Only browsers that name the system's own choice (`default`) list
 * every output: others list none, or only those that belong to a microphone, and then one that goes says nothing of the rest.
 */
export function browserOutputs(devices: Devices | undefined = navigator.mediaDevices): SoundOutputs {
  let listsAll = false;

  return {
    count: async () => {
      const outputs = ((await devices?.enumerateDevices()) ?? []).filter(({ kind }) => kind === 'audiooutput');
      listsAll ||= outputs.some(({ deviceId }) => deviceId === 'default');

      return listsAll ? outputs.length : null;
    },
    watch: (listener) => {
      devices?.addEventListener('devicechange', listener);
      return () => devices?.removeEventListener('devicechange', listener);
    },
  };
}
