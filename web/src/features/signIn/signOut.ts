import type { Answer } from '../../http/request.ts';

interface WaySigningOut {
  readonly signOut: () => Promise<Answer<unknown>>;
  /** What this tab kept of the visits: words about people are not left to whoever uses the computer next. */
  readonly forget: () => void;
  /** To the page on which somebody signs in. */
  readonly goOut: () => void;
}

/** Signs out. False where the server did not confirm it: then the page stays, and has to say so. */
export async function signOut({ signOut, forget, goOut }: WaySigningOut): Promise<boolean> {
  const { ok } = await signOut();
  if (!ok) return false;

  forget();
  goOut();
  return true;
}
