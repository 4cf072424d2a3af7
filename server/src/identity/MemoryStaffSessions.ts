import type { StaffMember } from '@doorstep/shared/protocol/http.ts';
import type { Instant } from '@doorstep/shared/visit/ids.ts';
import { freshCredential, type SignInId, signInOf } from './credential.ts';
import { oldestValid, type StaffSession, type StaffSessions } from './StaffSessions.ts';

/** For tests: whoever signed in is forgotten with this object. */
export class MemoryStaffSessions implements StaffSessions {
  readonly #sessions = new Map<SignInId, StaffSession>();

  async begin(member: StaffMember, now: Instant): Promise<string> {
    for (const [signIn, { signedInAt }] of this.#sessions) {
      if (signedInAt <= oldestValid(now)) this.#sessions.delete(signIn);
    }
    const credential = freshCredential();
    this.#sessions.set(signInOf(credential), { member, signedInAt: now, lastSeenAt: now });
    return credential;
  }

  async find(credential: string): Promise<StaffSession | null> {
    return this.#sessions.get(signInOf(credential)) ?? null;
  }

  async findAll(signIns: readonly SignInId[]): Promise<ReadonlyMap<SignInId, StaffSession>> {
    return new Map([...this.#sessions].filter(([signIn]) => signIns.includes(signIn)));
  }

  async touch(signIns: readonly SignInId[], now: Instant): Promise<void> {
    for (const signIn of signIns) {
      const session = this.#sessions.get(signIn);
      if (session !== undefined) this.#sessions.set(signIn, { ...session, lastSeenAt: now });
    }
  }

  async end(credential: string): Promise<void> {
    this.#sessions.delete(signInOf(credential));
  }
}
