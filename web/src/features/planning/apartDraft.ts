import type { Against } from '@doorstep/shared/visit/separation/state.ts';

/** From whom somebody is kept apart, as it stands in a form. */
export interface ApartDraft<Id extends string = string> {
  readonly is: 'no' | Against['is'];
  /** Kept apart from, or not kept apart from, as `is` says; empty for `no`. */
  readonly people: readonly Id[];
}

/** Somebody else of the family, as a choice. */
export interface Other<Id extends string = string> {
  readonly id: Id;
  readonly name: string;
  /** [PRIV-6] For whom they interpret or whom they support. */
  readonly helps: Id | null;
}

export const NOT_APART = { is: 'no', people: [] } as const satisfies ApartDraft;

const idsOf = <Id extends string>(others: readonly Other<Id>[]): readonly Id[] => others.map(({ id }) => id);

/**
 * Another way of keeping somebody apart. What was ticked means the opposite now and goes; whoever is there for somebody stays with them
 * (PRIV-6).
 */
export const withWay = <Id extends string>(
  is: ApartDraft['is'],
  self: Id,
  others: readonly Other<Id>[],
): ApartDraft<Id> => ({
  is,
  people: is === 'allBut' ? idsOf(others.filter(({ helps }) => helps === self)) : [],
});

/** Somebody ticked, and with them whoever is there for them (PRIV-6): one shows that the other is there. Each can be unticked alone. */
export function withTick<Id extends string>(
  draft: ApartDraft<Id>,
  { id, isTicked }: { readonly id: Id; readonly isTicked: boolean },
  self: Id,
  others: readonly Other<Id>[],
): ApartDraft<Id> {
  if (!isTicked) return { ...draft, people: draft.people.filter((one) => one !== id) };
  const theirs = idsOf(others.filter(({ id: other, helps }) => helps === id && other !== self));

  return { ...draft, people: [...new Set([...draft.people, id, ...theirs])] };
}

/** The order that a form asks for: null for none, `nobody` where it was not said from whom. People who are not there any more are left out. */
export function orderOf<Id extends string>(
  { is, people }: ApartDraft<Id>,
  others: readonly Other<Id>[],
): { readonly is: Against['is']; readonly people: readonly Id[] } | 'nobody' | null {
  if (is === 'no') return null;
  const there = people.filter((id) => others.some((other) => other.id === id));

  return is === 'these' && there.length === 0 ? 'nobody' : { is, people: there };
}
