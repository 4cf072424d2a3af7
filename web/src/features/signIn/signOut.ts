import type { Answer } from '../../http/request.ts';

interface WaySigningOut {
  readonly signOut: () => Promise<Answer<unknown>>;
  /** To the page on which somebody signs in. */
  readonly goOut: () => void;
}

/** Signs out. False where the server did not confirm it: then the page stays, and has to say so. */
export async function signOut({ signOut, goOut }: WaySigningOut): Promise<boolean> {
  const { ok } = await signOut();
  if (ok) goOut();

  return ok;
}
