import { addressKey } from './addressKey.ts';

/** How many lines are open from each address; all of one /64 count as one. */
export class Crowd {
  readonly #most: number;
  readonly #open = new Map<string, number>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Whether one more from that address would be too many. */
  isFull(address: string): boolean {
    return (this.#open.get(addressKey(address)) ?? 0) >= this.#most;
  }

  /** Counts one more; returns how it leaves, once. */
  enter(address: string): () => void {
    const key = addressKey(address);
    this.#change(key, 1);
    let inside = true;

    return () => {
      if (inside) this.#change(key, -1);
      inside = false;
    };
  }

  #change(key: string, by: number): void {
    const left = (this.#open.get(key) ?? 0) + by;
    if (left > 0) this.#open.set(key, left);
    else this.#open.delete(key);
  }
}
