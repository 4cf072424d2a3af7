import type { Instant, ParticipantId } from '../ids.ts';

/** Whom somebody is kept apart from: these people, or everybody of the family and around it but these. */
export type Against =
  | { readonly is: 'these'; readonly people: readonly ParticipantId[] }
  | { readonly is: 'allBut'; readonly people: readonly ParticipantId[] };

/**
 * Who is kept apart from whom (PLAN-10), by the person it was asked for. It holds both ways. Professionals are never part of it: somebody
 * has to see both sides, and they move between them.
 */
export interface Separations {
  readonly orders: ReadonlyMap<ParticipantId, Against>;
  /** People who came unexpectedly and of whom the host has said that nobody needs to be kept from them but by name. */
  readonly vouchedFor: ReadonlySet<ParticipantId>;
  /** When the first order was made, whether it holds still or not; null while there was none. */
  readonly since: Instant | null;
}

export const NOBODY_APART: Separations = { orders: new Map(), vouchedFor: new Set(), since: null };

/** … with this order as well; it replaces the one that there was for the same person. */
export const withOrder = (
  before: Separations,
  {
    participant,
    against,
    at,
  }: { readonly participant: ParticipantId; readonly against: Against; readonly at: Instant },
): Separations => ({
  ...before,
  since: before.since ?? at,
  orders: new Map(before.orders).set(participant, against),
});

/** … without the order for this person. What was ordered for others stays, also where it names them. */
export const withoutOrder = (before: Separations, participant: ParticipantId): Separations => ({
  ...before,
  orders: new Map([...before.orders].filter(([person]) => person !== participant)),
});

export const withVouched = (before: Separations, participant: ParticipantId): Separations => ({
  ...before,
  vouchedFor: new Set([...before.vouchedFor, participant]),
});
