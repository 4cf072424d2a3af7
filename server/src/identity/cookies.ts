import { isCredential } from './credential.ts';

/** `device` says which browser it is, `staff` who is signed in on it. */
type CookieName = 'device' | 'staff';

export interface Cookies {
  /** The credential in that cookie of a request's `Cookie` header, or null. */
  read(header: string | undefined, name: CookieName): string | null;
  /** A `Set-Cookie` header that gives the browser the credential. */
  give(name: CookieName, credential: string): string;
  /** A `Set-Cookie` header that takes it back. */
  expire(name: CookieName): string;
}

/** A year; the seat behind it ends with its visit, and a signed-in session by its own limits. */
const KEPT_SECONDS = 365 * 24 * 60 * 60;

/**
 * Never readable by a script, never sent by another site. Over HTTPS the `__Host-` prefix keeps another subdomain from
 * setting it (RFC 6265bis, 4.1.3.2); a browser refuses that prefix without HTTPS, as on the demo's loopback address.
 */
export function cookiesFor({ secure }: { readonly secure: boolean }): Cookies {
  const full = (name: CookieName) => `${secure ? '__Host-' : ''}doorstep-${name}`;
  const attributes = `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
  return {
    read: (header, name) => readCookie(header, full(name)),
    give: (name, credential) => `${full(name)}=${credential}; ${attributes}; Max-Age=${KEPT_SECONDS}`,
    expire: (name) => `${full(name)}=; ${attributes}; Max-Age=0`,
  };
}

function readCookie(header: string | undefined, name: string): string | null {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
  // Two of one name: somebody planted one of them.
  return found.length === 1 && found[0] !== undefined && isCredential(found[0]) ? found[0] : null;
}
