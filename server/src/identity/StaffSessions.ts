import type { StaffMember } from '@doorstep/shared/protocol/http.ts';
import { after, type Instant, type Millis } from '@doorstep/shared/visit/ids.ts';
import type { SignInId } from './credential.ts';

/** OWASP ASVS 5.0, 7.3: signed in for a working day at most, and not for longer than this without a sign of life. */
const AT_MOST: Millis = 12 * 3_600_000;
const IDLE_AT_MOST: Millis = 30 * 60_000;

/** Somebody who is signed in on one browser. */
export interface StaffSession {
  readonly member: StaffMember;
  readonly signedInAt: Instant;
  readonly lastSeenAt: Instant;
}

/** Who is signed in. Opaque credentials, kept as a hash only, so that ending one takes effect at once. */
export interface StaffSessions {
  /** Signs somebody in and returns the credential for their cookie. Forgets sessions that are over. */
  begin(member: StaffMember, now: Instant): Promise<string>;
  /** What is known of that credential, over or not; null when it is nobody's. */
  find(credential: string): Promise<StaffSession | null>;
  /** What is known of those sign-ins, over or not; one that has ended is missing. One question to the store, however many. */
  findAll(signIns: readonly SignInId[]): Promise<ReadonlyMap<SignInId, StaffSession>>;
  /** Writes down a sign of life of each of them. */
  touch(signIns: readonly SignInId[], now: Instant): Promise<void>;
  /** Signs out; a credential that is nobody's is let be. */
  end(credential: string): Promise<void>;
}

/** Sessions signed in before this instant are over, whatever happened since. */
export const oldestValid = (now: Instant): Instant => after(now, -AT_MOST);

/** `idle`: over unless the person is known to be at work elsewhere, such as in a visit. */
export function judge({ signedInAt, lastSeenAt }: StaffSession, now: Instant): 'valid' | 'idle' | 'over' {
  if (signedInAt <= oldestValid(now)) return 'over';
  return now - lastSeenAt >= IDLE_AT_MOST ? 'idle' : 'valid';
}
