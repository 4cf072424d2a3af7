/** Times as people say them. Instants are milliseconds; the clock is the reader's own. */

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const startOfDay = (at: number): number => {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
};

/** Whole calendar days from `now` to `at`: 0 today, 1 tomorrow, -1 yesterday. Rounded, because a day may have 23 or 25 hours. */
export const daysBetween = (now: number, at: number): number => Math.round((startOfDay(at) - startOfDay(now)) / DAY);

/** "14:30" */
export const sayClock = (at: number): string => CLOCK.format(at);

/** "Today", "Tomorrow", "Yesterday", "Monday 30 November"; with the year when it is more than half a year away. */
export const sayDay = (at: number, now: number): string => {
  const days = daysBetween(now, at);
  if (days === 0) return 'Today';
  if (days === 1) return 'Tomorrow';
  if (days === -1) return 'Yesterday';
  return Math.abs(days) < 180 ? WEEKDAY.format(at) : DATE.format(at);
};

/** "45 minutes", "1 hour", "1 hour 30 minutes" */
export const sayLength = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [hours > 0 && plural(hours, 'hour'), (rest > 0 || hours === 0) && plural(rest, 'minute')];
  return parts.filter(Boolean).join(' ');
};

/** How long something has lasted, coarsely, so that it is not read out every second: "just now", "4 min", "1 h 05 min". */
export const sayElapsed = (since: number, now: number): string => {
  const minutes = Math.floor(Math.max(0, now - since) / MINUTE);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
};

/** To the second, for what must not last: "0:07", "12:30". A clock that is behind says "0:00". */
export function sayTimer(since: number, now: number): string {
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;
