/** What was opened, to be closed in the opposite order: also when the start fails half-way. */
export class Closers {
  readonly #stack: (() => unknown)[] = [];

  /** To be closed before everything that was added earlier. */
  add(close: () => unknown): void {
    this.#stack.push(close);
  }

  /** Closes everything once; what fails is handed to `onError` and the rest is closed all the same. */
  async closeAll(onError: (error: unknown) => void): Promise<void> {
    for (let close = this.#stack.pop(); close !== undefined; close = this.#stack.pop()) {
      try {
        await close();
      } catch (error) {
        onError(error);
      }
    }
  }
}
