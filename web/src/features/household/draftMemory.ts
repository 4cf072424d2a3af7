import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { type Adding, type Beside, type Draft, LONGEST, MOST_BESIDE } from './draft.ts';

/** A word that says nothing. */
const KEY = 'unsent';

/** Asked for anew each time: where storage is switched off, already the looking at it throws. */
type Store = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps an answer for as long as it is being written, so that a reload loses nothing. Once it is told, only the visit has it. */
export interface DraftMemory {
  recall(): Draft | null;
  keep(draft: Draft): void;
  forget(): void;
}

/** For one device's place in a visit: another link opened in the same tab finds nothing. */
export function draftMemory(store: Store, session: SessionId): DraftMemory {
  return {
    recall() {
      const kept = read(quietly(() => store().getItem(KEY)) ?? '');

      return kept?.of === session ? kept.draft : null;
    },
    keep: (draft) => void quietly(() => store().setItem(KEY, JSON.stringify({ of: session, ...draft }))),
    forget: () => void quietly(() => store().removeItem(KEY)),
  };
}

function read(text: string): { readonly of: unknown; readonly draft: Draft } | null {
  const kept = quietly((): unknown => JSON.parse(text));
  if (!isRecord(kept) || !Array.isArray(kept.people)) return null;

  const people = kept.people.flatMap((person) => besideFrom(person) ?? []).slice(0, MOST_BESIDE);
  return { of: kept.of, draft: { people, adding: addingFrom(kept.adding) } };
}

function besideFrom(kept: unknown): Beside | null {
  if (!isRecord(kept)) return null;
  const name = textFrom(kept.name, LONGEST.name);
  const relationship = textFrom(kept.relationship, LONGEST.relationship);

  return name === null || relationship === null ? null : { name, relationship };
}

function addingFrom(kept: unknown): Adding | null {
  if (!isRecord(kept)) return null;
  const name = textFrom(kept.name, LONGEST.name);
  const ownWord = textFrom(kept.ownWord, LONGEST.relationship);

  return name === null || ownWord === null ? null : { name, ownWord, tapped: tappedFrom(kept.tapped) };
}

function tappedFrom(kept: unknown): Adding['tapped'] {
  if (!isRecord(kept)) return { is: 'nothing' };
  const word = textFrom(kept.word, LONGEST.relationship);
  if (kept.is === 'word' && word !== null) return { is: 'word', word };

  return { is: kept.is === 'own' ? 'own' : 'nothing' };
}

const isRecord = (kept: unknown): kept is Readonly<Record<string, unknown>> =>
  typeof kept === 'object' && kept !== null;

const textFrom = (kept: unknown, longest: number): string | null =>
  typeof kept === 'string' && kept.length <= longest ? kept : null;

/** Storage that is switched off or full, and what is not ours in it, are as good as none. */
function quietly<Value>(act: () => Value): Value | null {
  try {
    return act();
  } catch {
    return null;
  }
}
