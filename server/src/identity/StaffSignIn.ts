import type { StaffMember } from '@doorstep/shared/protocol/http.ts';
import type { StaffId } from '@doorstep/shared/visit/ids.ts';

/** How staff prove who they are, and who they can be. */
export interface StaffSignIn {
  /** Everyone who can sign in and be asked to a visit. */
  members(): readonly StaffMember[];
  /** The member with that id, or null. */
  find(id: StaffId): StaffMember | null;
  /** Who signs in by choosing their own name; null where that is not how it is done, or there is nobody of that id. */
  signInAs(id: string): StaffMember | null;
}

/** For trying the product out: whoever can open the page is whom they say they are. Never with real families. */
export class DemoSignIn implements StaffSignIn {
  readonly #members: readonly StaffMember[];

  constructor(members: readonly StaffMember[]) {
    this.#members = members;
  }

  members(): readonly StaffMember[] {
    return this.#members;
  }

  find(id: string): StaffMember | null {
    return this.#members.find((member) => member.id === id) ?? null;
  }

  signInAs(id: string): StaffMember | null {
    return this.find(id);
  }
}

/** Where no way of signing in has been set up: nobody does. */
export const nobodySignsIn: StaffSignIn = { members: () => [], find: () => null, signInAs: () => null };
