import { CONSOLE } from '../../content/staff/console.ts';
import { sayElapsed } from '../../content/times.ts';

const MINUTE = 60_000;
/** From here on the time that is left is said. */
const NEAR_END = 5 * MINUTE;

export interface ClockFace {
  readonly says: string;
  /** Said beside it when the time is nearly or quite over; null before. */
  readonly warns: string | null;
}

/** The time since the start against the time that was planned. It warns and never does anything: visits may run on. */
export function clockFace(startedAt: number, lengthMinutes: number, now: number): ClockFace {
  const left = startedAt + lengthMinutes * MINUTE - now;
  const says = CONSOLE.clock.of(sayMinutes(now - startedAt), sayMinutes(lengthMinutes * MINUTE));
  if (left > NEAR_END) return { says, warns: null };
  if (left > 0) return { says, warns: CONSOLE.clock.nearEnd(sayMinutes(left + MINUTE - 1)) };
  return { says, warns: left > -MINUTE ? null : CONSOLE.clock.over(sayElapsed(0, -left)) };
}

const sayMinutes = (length: number): string => (length < MINUTE ? '0 min' : sayElapsed(0, length));
