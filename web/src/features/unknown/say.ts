import type { MatterView, UnknownView } from '@doorstep/shared/visit/viewShape.ts';
import { DEVICES } from '../../content/people.ts';
import { UNKNOWN } from '../../content/staff/unknown.ts';
import { sayClock } from '../../content/times.ts';
import type { FieldName, Step } from './steps.ts';

const deviceOf = ({ device }: UnknownView): string => DEVICES[device ?? 'unknown'];

/** Who or what it is about, in one line. */
export function sayHeadline(matter: UnknownView): string {
  const { about, why, whose } = matter;
  const words = UNKNOWN.headline;
  if (whose === null) return words.nowhere;
  if (about.is === 'nearby') return words.nearby(whose, deviceOf(matter));

  return why === 'anotherDevice' ? words.anotherDevice(whose) : words.device(whose, deviceOf(matter));
}

/** When it began; after it began again, because a device that had left came back, when that was. */
export const sinceOf = ({ steps }: UnknownView): number =>
  steps.filter(({ to }) => to === 'noticed').at(-1)?.at ?? steps[0]?.at ?? 0;

/** What is read out about matters that have come up, or come up again, since those in `heard`. */
export function sayNews(open: readonly UnknownView[], heard: ReadonlySet<string>): string {
  return open
    .filter((matter) => !heard.has(newsOf(matter)))
    .map((matter) => `${sayHeadline(matter)}, ${UNKNOWN.since(sayClock(sinceOf(matter)))}`)
    .join('. ');
}

/** One matter and the time it came up: the same again is no news. */
export const newsOf = (matter: UnknownView): string => `${matter.id} ${sinceOf(matter)}`;

/** Where it stands, in a few words; empty once it is settled. */
export function sayNext({ state }: UnknownView): string {
  const words: Readonly<Partial<Record<UnknownView['state'], string>>> = UNKNOWN.next;
  return words[state] ?? '';
}

/** Who noticed it, and where its device is now. */
export function sayFacts({ noticedBy, by, place }: MatterView, me: string): readonly string[] {
  return [
    ...(noticedBy === null ? [] : [by === me ? UNKNOWN.noticedByYou : UNKNOWN.noticedBy(noticedBy)]),
    ...(place.is === 'noDevice' ? [] : [UNKNOWN.place[place.is]]),
  ];
}

/** What may be said or written at a step; what is made of it goes to the record. */
export function suggestion(step: Step, field: FieldName, matter: UnknownView): string {
  const words = UNKNOWN.suggestions;
  if (step === 'askFamily') return suggestAsking(matter);
  if (step === 'refuse') return words.refuse;
  if (step === 'warn') return words.warn;

  return step === 'end' && field === 'reason' ? words.end : '';
}

function suggestAsking(matter: UnknownView): string {
  const { ask } = UNKNOWN.suggestions;
  const { about, why, whose } = matter;
  if (whose === null || about.is === 'nearby') return ask.nearby;

  return why === 'anotherDevice' ? ask.anotherDevice(whose) : ask.device(whose, deviceOf(matter));
}
