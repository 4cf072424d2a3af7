import type { StaffMember } from '@doorstep/shared/protocol/http.ts';
import type { Instant } from '@doorstep/shared/visit/ids.ts';
import { digestOf, freshCredential } from './credential.ts';
import { oldestValid, type StaffSession, type StaffSessions } from './StaffSessions.ts';

/** For tests: whoever signed in is forgotten with this object. */
export class MemoryStaffSessions implements StaffSessions {
  readonly #sessions = new Map<string, StaffSession>();

  async begin(member: StaffMember, now: Instant): Promise<string> {
    for (const [digest, { signedInAt }] of this.#sessions) {
      if (signedInAt <= oldestValid(now)) this.#sessions.delete(digest);
    }
    const credential = freshCredential();
    this.#sessions.set(digestOf(credential), { member, signedInAt: now, lastSeenAt: now });
    return credential;
  }

  async find(credential: string): Promise<StaffSession | null> {
    return this.#sessions.get(digestOf(credential)) ?? null;
  }

  async touch(credential: string, now: Instant): Promise<void> {
    const session = this.#sessions.get(digestOf(credential));
    if (session !== undefined) this.#sessions.set(digestOf(credential), { ...session, lastSeenAt: now });
  }

  async end(credential: string): Promise<void> {
    this.#sessions.delete(digestOf(credential));
  }
}
