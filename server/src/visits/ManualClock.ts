import { after, type Instant, type Millis } from '@doorstep/shared/visit/ids.ts';
import type { Clock } from './Clock.ts';

interface Alarm {
  readonly at: Instant;
  readonly ring: () => void;
}

/** A clock that stands still until it is told to go on. Rings its alarms in order, each at its own instant. */
export class ManualClock implements Clock {
  #now: Instant;
  readonly #alarms = new Set<Alarm>();

  constructor(start: Instant) {
    this.#now = start;
  }

  now(): Instant {
    return this.#now;
  }

  at(instant: Instant, ring: () => void): () => void {
    const alarm = { at: instant, ring };
    this.#alarms.add(alarm);

    return () => {
      this.#alarms.delete(alarm);
    };
  }

  /** How many alarms are set. */
  get waiting(): number {
    return this.#alarms.size;
  }

  /** Lets `by` milliseconds pass. An alarm that is set while others ring rings in this advance too when it is due. */
  advance(by: Millis): void {
    const end = after(this.#now, by);
    for (let next = this.#nextDue(end); next !== null; next = this.#nextDue(end)) {
      this.#alarms.delete(next);
      this.#now = Math.max(next.at, this.#now) as Instant;
      next.ring();
    }
    this.#now = end;
  }

  #nextDue(end: Instant): Alarm | null {
    const due = [...this.#alarms].filter((alarm) => alarm.at <= end).sort((one, other) => one.at - other.at);

    return due[0] ?? null;
  }
}
