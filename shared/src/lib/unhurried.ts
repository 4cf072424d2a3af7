/** Long work in short steps, so that whoever does it can see to something else between them. */
export type Unhurried<Value> = Generator<undefined, Value>;

/** Does all of it without a break: where nobody waits. */
export function atOnce<Value>(work: Unhurried<Value>): Value {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
