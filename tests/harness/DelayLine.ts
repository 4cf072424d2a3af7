/** One direction of a long line: whatever is put in comes out so much later, in the order in which it was put in. */
export class DelayLine {
  readonly #delayMs: number;
  readonly #queue: { readonly due: number; readonly deliver: () => void }[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastDue = 0;

  constructor(delayMs: number) {
    this.#delayMs = delayMs;
  }

  /** `extraMs` holds up this one and, since nothing overtakes, everything behind it. */
  put(deliver: () => void, extraMs = 0): void {
    const due = Math.max(this.#lastDue, performance.now() + this.#delayMs + extraMs);
    this.#lastDue = due;
    this.#queue.push({ due, deliver });
    if (this.#queue.length === 1) this.#wake();
  }

  /** What is under way never arrives. */
  close(): void {
    clearTimeout(this.#timer);
    this.#queue.length = 0;
  }

  #wake(): void {
    const next = this.#queue[0];
    // Timers are of whole milliseconds and may come a little early.
    if (next !== undefined) {
      this.#timer = setTimeout(() => this.#deliverDue(), Math.max(0, Math.ceil(next.due - performance.now())));
    }
  }

  #deliverDue(): void {
    while (this.#queue[0] !== undefined && this.#queue[0].due <= performance.now()) this.#queue.shift()?.deliver();
    this.#wake();
  }
}
