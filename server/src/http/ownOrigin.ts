/**
 * Whether `origin` is our own pages'. With a public address that is the one; without, the address that the request was made to
 * (`Host`), so that a server on a local network may be reached by each of its names.
 */
export function ownOrigin(publicUrl: string | null): (origin: string, host: string | undefined) => boolean {
  return (origin, host) => {
    if (publicUrl !== null) return origin === publicUrl;
    return URL.canParse(origin) && host !== undefined && new URL(origin).host === host.toLowerCase();
  };
}
