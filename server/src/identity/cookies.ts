import { isCredential } from './credential.ts';

/** `device` says which browser it is, `staff` who is signed in on it. */
type CookieName = 'device' | 'staff';

/** How a browser is given its credentials, and shows them. */
export interface Cookies {
  /** The credential in that cookie of a request's `Cookie` header, or null. */
  read(header: string | undefined, name: CookieName): string | null;
  /** A `Set-Cookie` header that gives the browser the credential. */
  give(name: CookieName, credential: string): string;
  /** A `Set-Cookie` header that takes it back. */
  expire(name: CookieName): string;
}

const HOUR = 60 * 60;
/**
 * In seconds. A browser remembers a place long enough for a visit that is opened days before it happens, and not for ever: a phone
 * that changes hands should have nothing of us. A sign-in ends after twelve hours in any case.
 */
const KEPT: Readonly<Record<CookieName, number>> = { device: 7 * 24 * HOUR, staff: 12 * HOUR };

/**
 * Never readable by a script, never sent by another site. Over HTTPS the `__Host-` prefix keeps another subdomain from
 * setting it (RFC 6265bis, 4.1.3.2); a browser refuses that prefix without HTTPS, as on the demo's loopback address.
 */
export function cookiesFor({ secure }: { readonly secure: boolean }): Cookies {
  const full = (name: CookieName) => `${secure ? '__Host-' : ''}doorstep-${name}`;
  const attributes = `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
  return {
    read: (header, name) => readCookie(header, full(name)),
    give: (name, credential) => `${full(name)}=${credential}; ${attributes}; Max-Age=${KEPT[name]}`,
    expire: (name) => `${full(name)}=; ${attributes}; Max-Age=0`,
  };
}

function readCookie(header: string | undefined, name: string): string | null {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
  // Two of one name: somebody planted one of them.
  return found.length === 1 && found[0] !== undefined && isCredential(found[0]) ? found[0] : null;
}
