/** A value that changes, and those who want to know: what `useSyncExternalStore` asks for. */
export class Store<State> {
  #state: State;
  readonly #listeners = new Set<() => void>();

  constructor(initial: State) {
    this.#state = initial;
  }

  readonly getState = (): State => this.#state;

  /** Calls `listener` after each change until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** Changes the named parts; listeners hear of it only when one of them is a different value. */
  set(change: Partial<State>): void {
    if (isPartOf(this.#state, change)) return;

    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}

function isPartOf<State>(state: State, change: Partial<State>): boolean {
  for (const key in change) {
    if (!Object.is(change[key], state[key])) return false;
  }
  return true;
}
