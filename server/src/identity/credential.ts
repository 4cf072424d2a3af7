import { createHash, randomBytes } from 'node:crypto';
import type { Brand } from '@doorstep/shared/lib/brand.ts';

/**
 * The opaque secret in a cookie: 256 bits, known to one browser. It is looked up, never read, and kept as a SHA-256 only;
 * a fast hash is right for a secret that nobody can guess (OWASP ASVS 5.0, 11.4).
 */
export const freshCredential = (): string => randomBytes(32).toString('base64url');

/** Whether a cookie's content has the form of a credential; anything else is nobody's. */
export const isCredential = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

/** What is kept of it. */
export const digestOf = (credential: string): string => createHash('sha256').update(credential).digest('base64url');

/** An id that nobody has used and nobody can guess: 128 bits. */
export const freshId = (): string => randomBytes(16).toString('base64url');

/** Names a sign-in without being able to use it. */
export type SignInId = Brand<string, 'SignInId'>;

/** The name of the sign-in that this credential opened. */
export const signInOf = (credential: string): SignInId => digestOf(credential) as SignInId;
