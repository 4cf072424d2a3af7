/** `changed`: what was open is likely to be dead; `awake`: a good moment to try at once. */
export type NetworkSign = 'changed' | 'awake';

/** What the device notices about its own network. */
export interface NetworkSigns {
  /** Tells of every sign until the returned function is called. */
  watch(listener: (sign: NetworkSign) => void): () => void;
}

/** Not in every browser (Network Information API). */
interface Connection extends EventTarget {
  readonly type?: string;
}

const connectionOf = (of: Navigator): Connection | undefined =>
  'connection' in of && of.connection instanceof EventTarget ? of.connection : undefined;

/** The browser's signs: going online, another network, the page shown again. */
export const browserNetworkSigns: NetworkSigns = {
  watch: (listener) => {
    const connection = connectionOf(navigator);
    let type = connection?.type;
    const changed = () => listener('changed');
    // The same event also tells of every new estimate of speed, which is no reason to leave a connection that works.
    const moved = () => {
      if (connection?.type === type) return;
      type = connection?.type;
      changed();
    };
    const shown = () => {
      if (document.visibilityState === 'visible') listener('awake');
    };

    addEventListener('online', changed);
    addEventListener('pageshow', shown);
    document.addEventListener('visibilitychange', shown);
    connection?.addEventListener('change', moved);
    return () => {
      removeEventListener('online', changed);
      removeEventListener('pageshow', shown);
      document.removeEventListener('visibilitychange', shown);
      connection?.removeEventListener('change', moved);
    };
  },
};
