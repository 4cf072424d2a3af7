import type { Told } from '../rooms/state.ts';

/** [TEAM-4] What an authority has settled for all its visits, a section for each part of the product that asks. */
export interface AuthorityPolicy {
  readonly rooms: {
    /** [PRIV-4] What the others hear of somebody in a private room, unless the host says otherwise when opening it. */
    readonly told: Told;
  };
}

/** What was settled of it; the usual holds for the rest. */
export type SettledPolicy = { readonly [Section in keyof AuthorityPolicy]?: AuthorityPolicy[Section] | undefined };

/**
 * [TEAM-4] What holds where an authority has said nothing. Of private rooms `away`: a name that goes without a word frightens whoever
 * stays, and with whom somebody talks may be the very thing that must not be known.
 */
const USUAL: AuthorityPolicy = { rooms: { told: 'away' } };

/**
 * The policy with the usual for every section that is not there: an authority settles what it wants to, and a visit that was planned
 * before there was a section has the usual of it.
 */
export const policyOf = (settled: SettledPolicy): AuthorityPolicy => ({
  rooms: settled.rooms ?? USUAL.rooms,
});
