/** How many lines are open from each address. */
export class Crowd {
  readonly #most: number;
  readonly #open = new Map<string, number>();

  constructor(most: number) {
    this.#most = most;
  }

  isFull(address: string): boolean {
    return (this.#open.get(address) ?? 0) >= this.#most;
  }

  /** Counts one more; returns how it leaves, once. */
  enter(address: string): () => void {
    this.#change(address, 1);
    let inside = true;

    return () => {
      if (inside) this.#change(address, -1);
      inside = false;
    };
  }

  #change(address: string, by: number): void {
    const left = (this.#open.get(address) ?? 0) + by;
    if (left > 0) this.#open.set(address, left);
    else this.#open.delete(address);
  }
}
