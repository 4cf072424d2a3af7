import type { Instant } from '@doorstep/shared/visit/ids.ts';
import { times } from '../../content/family/when.ts';

/** Where and in which tongue times are said; the device's own zone when left out. */
export interface Calendar {
  readonly locale: string;
  readonly timeZone?: string;
}

const HERE: Calendar = { locale: 'en-GB' };
const DAY_MS = 86_400_000;

const dayOf = (at: number, { locale, timeZone }: Calendar): string =>
  new Intl.DateTimeFormat(locale, { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

/** "Today at 2:30 pm", as one would say it. */
export function whenWords(at: Instant, now: number, calendar: Calendar = HERE): string {
  const { locale, timeZone } = calendar;
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit', hour12: true }).format(
    at,
  );
  const day = dayOf(at, calendar);
  if (day === dayOf(now, calendar)) return times.today(time);
  if (day === dayOf(now + DAY_MS, calendar)) return times.tomorrow(time);

  const long = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long', day: 'numeric', month: 'long' }).format(at);

  return times.later(long, time);
}

/** "About one hour and 30 minutes". */
export function lengthWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return times.minutes(String(minutes));
  if (hours === 1) return rest === 0 ? times.hour : times.hourAndMinutes(String(rest));

  return rest === 0 ? times.hours(String(hours)) : times.hoursAndMinutes(String(hours), String(rest));
}
