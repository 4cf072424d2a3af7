import fc from 'fast-check';
import type { Visit } from '../visit/visit.ts';
import { steps } from './arbitraries.ts';
import { resolved } from './hereArbitraries.ts';
import { chaired, type Script, type Step, started, underWay, withLinks, withNurse } from './script.ts';

const openings = fc.constantFrom(
  withLinks,
  started,
  underWay,
  underWay,
  () => withNurse(withLinks()),
  () => withNurse(underWay()),
  () => chaired(underWay()),
  () => chaired(withNurse(underWay())),
);

interface Stories {
  readonly openings: fc.Arbitrary<() => Script>;
  readonly steps: fc.Arbitrary<readonly Step[]>;
}

/** How often all stories are played once more, with new ones, where something was too rare. Chance alone never comes as far as the last. */
const ROUNDS = 6;
/** How long that may take on a machine with much else to do, in milliseconds. */
export const PLAYED_WITHIN = 300_000;

/** Looks at the visit after a step; `before` is the visit as it was. */
type Look = (script: Script, before: Visit, step: Step) => void;

/** Random stories, played from a scripted opening, and a tally of how often each interesting thing happened in them. */
export class Playing {
  readonly #runs: number;
  readonly #stories: Stories;
  readonly #seen = new Map<string, number>();
  readonly #plays: (() => void)[] = [];

  constructor(runs: number, stories: Stories = { openings, steps }) {
    this.#runs = runs;
    this.#stories = stories;
  }

  count(what: string, times = 1): void {
    this.#seen.set(what, (this.#seen.get(what) ?? 0) + times);
  }

  /** Whole stories: `after` sees each when it has been played, `look` each step of it. */
  stories(after: (script: Script) => void, look: Look = () => undefined): void {
    const play = () =>
      fc.assert(
        fc.property(this.#stories.openings, this.#stories.steps, (opening, story) => {
          const script = opening();
          for (const told of story) this.#step(script, told, look);
          after(script);
        }),
        { numRuns: this.#runs },
      );
    this.#plays.push(play);
    play();
  }

  /** Every step, also one that was refused or changed nothing. */
  everyStep(look: Look): void {
    this.stories(() => undefined, look);
  }

  /** Every step that changed something. */
  always(look: Look): void {
    this.everyStep((script, before, step) => {
      if (script.current !== before) look(script, before, step);
    });
  }

  #step(script: Script, told: Step, look: Look): void {
    const before = script.current;
    const step = { ...told, command: resolved(told.command, before) };
    script.attempt(step);
    for (const { event } of script.log.slice(before.version)) this.count(event.type);
    look(script, before, step);
  }

  /** What happened less often than it must for the stories to be worth playing, however many more are played. */
  tooRare(floors: Readonly<Record<string, number>>): readonly string[] {
    for (let round = 1; round < ROUNDS && this.#rare(floors).length > 0; round += 1) {
      for (const play of this.#plays) play();
    }

    return this.#rare(floors);
  }

  #rare(floors: Readonly<Record<string, number>>): readonly string[] {
    return Object.entries(floors)
      .filter(([what, floor]) => (this.#seen.get(what) ?? 0) < floor)
      .map(([what, floor]) => `${what}: ${this.#seen.get(what) ?? 0} of ${floor}`);
  }
}
