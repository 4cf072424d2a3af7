/** The parts of a window that a link lives in. */
export interface AddressBar {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>;
  readonly history: Pick<History, 'replaceState'>;
}

const TOKEN = /^[A-Za-z0-9._~-]{1,2048}$/;

/**
 * Takes the link's secret out of the address, where it would be seen over a shoulder and kept in the history.
 * Null when there is none, or nothing that looks like one. Nothing is sent anywhere (JOIN-2).
 */
export function takeToken({ location, history }: AddressBar): string | null {
  const token = location.hash.slice(1);
  if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);

  return TOKEN.test(token) ? token : null;
}

/** Puts the secret back into the address until the returned function takes it out: for an app whose own menu opens the address elsewhere (JOIN-9). */
export function showToken({ location, history }: AddressBar, token: string): () => void {
  const bare = location.pathname + location.search;
  history.replaceState(null, '', `${bare}#${token}`);

  return () => history.replaceState(null, '', bare);
}
