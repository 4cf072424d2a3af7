import type { IncomingMessage } from 'node:http';

/** Whether this is the address of our own pages. Shared with the HTTP routes. */
export type IsOwnOrigin = (origin: string, host: string | undefined) => boolean;

/**
 * Whether a handshake may come from where it says. Browsers send `Origin` with every WebSocket and with every request to another
 * site, so that only a plain same-origin GET of the polling fallback may be without one.
 */
export function originIsFine({ headers }: Pick<IncomingMessage, 'headers'>, isOwnOrigin: IsOwnOrigin): boolean {
  if (headers.origin !== undefined) return isOwnOrigin(headers.origin, headers.host);

  const site = headers['sec-fetch-site'];

  return headers.upgrade === undefined && (site === undefined || site === 'same-origin' || site === 'none');
}

/** A plain request for a line that is a WebSocket: engine.io would keep it open and never answer. */
export const isDeadEnd = ({ headers, url }: Pick<IncomingMessage, 'headers' | 'url'>): boolean =>
  headers.upgrade === undefined && new URLSearchParams(url?.split('?')[1]).get('transport') === 'websocket';
