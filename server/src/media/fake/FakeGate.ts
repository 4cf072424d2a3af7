import type { MediaPlane } from '../MediaPlane.ts';

export type FakeMethod = keyof MediaPlane;

/** Where calls to the fake SFU wait for their turn: told to, it holds them back or lets them fail. */
export class FakeGate {
  readonly #failing = new Map<FakeMethod, Error>();
  readonly #held = new Map<FakeMethod, Promise<void>>();
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

  /** Calls of `method` do not come back until the returned function is called. */
  hold(method: FakeMethod): () => void {
    let open = (): void => {};
    this.#held.set(
      method,
      new Promise((resolve) => {
        open = resolve;
      }),
    );

    return () => {
      this.#held.delete(method);
      open();
    };
  }

  async pass(method: FakeMethod): Promise<void> {
    const error = this.#failing.get(method);
    this.#failing.delete(method);
    await this.#held.get(method);
    if (error) throw error;
    if (this.#broken.has(method)) throw new Error(`${method} is broken`);
  }
}
