const KEY = 'written';

/** Asked for anew each time: where storage is switched off, already the looking at it throws. */
type Storing = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
type Entry = readonly [key: string, text: string];

/**
 * What a professional has typed and not sent yet, and which steps are open: it outlives the part of the page that it was typed in, a
 * refusal and a reload. For this tab alone; each text is gone as soon as it was sent or its matter is closed.
 */
export class Drafts {
  readonly #storing: Storing;
  readonly #visit: string;
  readonly #texts: Map<string, string>;
  readonly #listeners = new Set<() => void>();

  constructor(storing: Storing, visit: string) {
    this.#storing = storing;
    this.#visit = visit;
    this.#texts = new Map(entriesIn(quietly(() => storing().getItem(KEY)) ?? null, visit));
  }

  /** Undefined while nothing was written; an emptied text is empty. */
  read(key: string): string | undefined {
    return this.#texts.get(key);
  }

  write(key: string, text: string): void {
    this.#texts.set(key, text);
    this.#changed();
  }

  /** Forgets everything whose key begins so. */
  drop(beginning: string): void {
    this.#dropWhere((key) => key.startsWith(beginning));
  }

  /** Forgets what was written for any matter but these. */
  keepFor(matters: readonly string[]): void {
    this.#dropWhere((key) => key.includes(' ') && !matters.some((id) => key.startsWith(`${id} `)));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  #dropWhere(goes: (key: string) => boolean): void {
    const gone = [...this.#texts.keys()].filter(goes);
    if (gone.length === 0) return;
    for (const key of gone) this.#texts.delete(key);
    this.#changed();
  }

  #changed(): void {
    const kept = this.#texts.size === 0 ? null : JSON.stringify([this.#visit, [...this.#texts]]);
    quietly(() => (kept === null ? this.#storing().removeItem(KEY) : this.#storing().setItem(KEY, kept)));
    for (const listener of [...this.#listeners]) listener();
  }
}

/** What this tab kept for that visit; whatever else stands there counts as nothing. */
function entriesIn(kept: string | null, visit: string): readonly Entry[] {
  const read: unknown = kept === null ? null : quietly(() => JSON.parse(kept));
  if (!Array.isArray(read) || read[0] !== visit || !Array.isArray(read[1])) return [];

  return read[1].filter(isEntry);
}

const isEntry = (value: unknown): value is Entry =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');

/** Storage that is switched off or full is as good as none: what was typed then lives as long as the page. */
function quietly<Value>(act: () => Value): Value | null {
  try {
    return act();
  } catch {
    return null;
  }
}
