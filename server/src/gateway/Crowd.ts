/** How many lines are open of each that lines are counted by. */
export class Crowd {
  readonly #most: number;
  readonly #open = new Map<string, number>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Whether one more would be too many. */
  isFull(key: string): boolean {
    return (this.#open.get(key) ?? 0) >= this.#most;
  }

  /** Counts one more; returns how it leaves, once. */
  enter(key: string): () => void {
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
