import { eventually } from './eventually.ts';
import { huesOnScreen, pitchesHeard, sameHue, samePitch } from './mediaProbe.ts';
import type { Person } from './Person.ts';

const names = (people: readonly Person[], matches: (person: Person) => boolean): string[] =>
  people.filter(matches).map(({ likeness }) => `hue ${likeness.hue}`);

/**
 * Waits until this person sees exactly these people, on the screen and not only on the wire, and themselves.
 * `everybody` is who could be mistaken for them.
 */
export const sees = (
  person: Person,
  others: readonly Person[],
  everybody: readonly Person[],
  within = 20_000,
): Promise<void> =>
  eventually(async () => {
    const hues = (await huesOnScreen(person.page)).filter((hue) => hue !== null);
    const shown = names(everybody, ({ likeness }) => hues.some((hue) => sameHue(hue, likeness.hue)));
    const expected = names(everybody, (one) => one === person || others.includes(one));
    if (shown.join() !== expected.join())
      throw new Error(`sees ${shown.join(', ') || 'nobody'}, not ${expected.join(', ')}`);
  }, within);

/** Waits until this person receives exactly these voices. */
export const hears = (
  person: Person,
  others: readonly Person[],
  everybody: readonly Person[],
  within = 20_000,
): Promise<void> =>
  eventually(async () => {
    const pitches = await pitchesHeard(person.page);
    const heard = names(everybody, ({ likeness }) => pitches.some((pitch) => samePitch(pitch, likeness.pitch)));
    const expected = names(everybody, (one) => others.includes(one));
    if (heard.join() !== expected.join()) {
      throw new Error(`hears ${heard.join(', ') || 'nobody'} (${pitches.join(', ')} Hz), not ${expected.join(', ')}`);
    }
  }, within);
