import { OWN_DEVICE } from '../../content/staff/ownDevice.ts';

const MINUTE = 60_000;

/** How long somebody was away, as they would say it themselves; milliseconds. */
export function sayAway(ms: number): string {
  const { seconds, minutes, overAnHour } = OWN_DEVICE.away;
  if (ms < MINUTE) return seconds(Math.floor(ms / 1000));
  return ms > 60 * MINUTE ? overAnHour : minutes(Math.round(ms / MINUTE));
}
