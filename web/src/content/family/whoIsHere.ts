import type { ForEachReader } from './reader.ts';

interface WhoIsHereWords {
  readonly control: string;
  readonly heading: string;
  readonly you: string;
  readonly withThem: (names: string) => string;
  readonly withYou: (names: string) => string;
  readonly gettingBack: string;
  readonly alone: string;
  readonly close: string;
  readonly lost: (name: string) => string;
  readonly isBack: (name: string) => string;
}

const adult: WhoIsHereWords = {
  control: 'Who is here',
  heading: 'Who is here',
  you: 'You',
  withThem: (names) => `With them: ${names}`,
  withYou: (names) => `With you: ${names}`,
  gettingBack: 'Getting back',
  alone: 'Nobody else is here just now.',
  close: 'Close',
  lost: (name) => `${name} is getting back.`,
  isBack: (name) => `${name} is back.`,
};

/** [SEE-5] Everyone in the visit, in words. */
export const whoIsHere: ForEachReader<WhoIsHereWords> = { adult, child: adult };
