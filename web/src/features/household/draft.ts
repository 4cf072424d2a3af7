import type { OwnHousehold } from '@doorstep/shared/visit/viewShape.ts';

/** As many as may be told of beside one device; the longest texts in UTF-16 units. The server holds to the same. */
export const MOST_BESIDE = 8;
export const LONGEST = { name: 60, relationship: 40 } as const;

/** Somebody beside the device, as whoever holds it says. */
export interface Beside {
  readonly name: string;
  readonly relationship: string;
}

/** Somebody who is being written down. */
export interface Adding {
  readonly name: string;
  /** The word that was tapped; `own` for one that is not among them. */
  readonly tapped: { readonly is: 'nothing' } | { readonly is: 'word'; readonly word: string } | { readonly is: 'own' };
  readonly ownWord: string;
}

/** An answer to “Who is with you?” that has not been told yet. */
export interface Draft {
  readonly people: readonly Beside[];
  readonly adding: Adding | null;
}

export type Problem = { readonly is: 'nameless' | 'unreadable' } | { readonly is: 'twice'; readonly name: string };

export const NOBODY_YET: Adding = { name: '', tapped: { is: 'nothing' }, ownWord: '' };

/** Begins with what was said before. */
export const draftOf = (household: OwnHousehold): Draft => ({ people: household ?? [], adding: null });

/** A child need not know Gran's name: the word for her is name enough. */
function besideOf({ name, tapped, ownWord }: Adding): Beside {
  const relationship = tapped.is === 'word' ? tapped.word : tapped.is === 'own' ? tidy(ownWord) : '';
  const named = tidy(name);

  return { name: named === '' ? relationship : named, relationship };
}

/** Father and son may have one name; the same name and the same word would be taken for one person. */
const isOne = (one: Beside, other: Beside): boolean =>
  isSameText(one.name, other.name) && isSameText(one.relationship, other.relationship);

const isSameText = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Something to be read out; the visit takes no other name. */
const hasLetters = (name: string): boolean => /\p{L}/u.test(name);

/** Why this person cannot be put on the list yet; null when they can. */
export function problemOf({ people, adding }: Draft): Problem | null {
  if (adding === null) return null;

  const somebody = besideOf(adding);
  if (somebody.name === '') return { is: 'nameless' };
  if (!hasLetters(somebody.name)) return { is: 'unreadable' };

  const same = people.find((person) => isOne(person, somebody));
  return same === undefined ? null : { is: 'twice', name: same.name };
}

/** The list with the one who was being written down; unchanged while something is wrong with them, or the list is full. */
export function put(draft: Draft): Draft {
  const { people, adding } = draft;
  if (adding === null || problemOf(draft) !== null || isFull(draft)) return draft;

  return { people: [...people, besideOf(adding)], adding: null };
}

export const without = ({ people, adding }: Draft, gone: Beside): Draft => ({
  people: people.filter((person) => person !== gone),
  adding,
});

export const isFull = ({ people }: Draft): boolean => people.length >= MOST_BESIDE;
