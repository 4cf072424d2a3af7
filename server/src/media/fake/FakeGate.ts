import type { MediaPlane } from '../MediaPlane.ts';

export type FakeMethod = keyof MediaPlane;

/** Where calls to the fake SFU wait for their turn: told to, it holds them back or lets them fail. */
export class FakeGate {
  readonly #failing = new Map<FakeMethod, Error>();
  readonly #held = new Map<FakeMethod, () => Promise<void>>();
  readonly #broken = new Set<FakeMethod>();

  /** The next call of `method` rejects. */
  failNext(method: FakeMethod, error = new Error(`${method} failed`)): void {
    this.#failing.set(method, error);
  }

  /** Every call of `method` rejects until the returned function is called. */
  failAlways(method: FakeMethod): () => void {
    this.#broken.add(method);
    return () => this.#broken.delete(method);
  }

  /** Calls of `method` do not come back until `release` is called. `reached` resolves when the first one waits. */
  hold(method: FakeMethod): { readonly reached: Promise<void>; readonly release: () => void } {
    const barrier = { arrive: () => {}, open: () => {} };
    const reached = new Promise<void>((resolve) => {
      barrier.arrive = resolve;
    });
    const released = new Promise<void>((resolve) => {
      barrier.open = resolve;
    });
    const wait = (): Promise<void> => {
      barrier.arrive();
      return released;
    };
    this.#held.set(method, wait);

    return {
      reached,
      release: () => {
        this.#held.delete(method);
        barrier.open();
      },
    };
  }

  async pass(method: FakeMethod): Promise<void> {
    const error = this.#failing.get(method);
    this.#failing.delete(method);
    await this.#held.get(method)?.();
    if (error) throw error;
    if (this.#broken.has(method)) throw new Error(`${method} is broken`);
  }
}
