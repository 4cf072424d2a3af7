import type { ForEachReader } from './reader.ts';

/** Who somebody is to the one who tells: tapped, and sent as it stands. */
export const relations: ForEachReader<readonly string[]> = {
  adult: ['Child', 'Partner', 'Mum', 'Dad', 'Gran', 'Grandad', 'Brother', 'Sister', 'Friend'],
  child: ['Mum', 'Dad', 'Gran', 'Grandad', 'Brother', 'Sister', 'Friend'],
};

export interface HouseholdWords {
  readonly heading: string;
  readonly why: (worker: string) => string;
  readonly nobody: string;
  readonly somebody: string;
  readonly another: string;
  readonly full: string;
  readonly list: string;
  readonly remove: string;
  readonly everyone: string;
  readonly telling: string;
  readonly skip: string;
  readonly mayLater: string;
  readonly name: string;
  readonly nameHint: string;
  readonly relation: string;
  readonly other: string;
  readonly otherField: string;
  readonly put: string;
  readonly back: string;
  readonly added: (name: string) => string;
  readonly gone: (name: string) => string;
  readonly wrong: {
    readonly nameless: string;
    readonly unreadable: string;
    readonly twice: (name: string) => string;
  };
  readonly askedNow: (worker: string) => string;
  readonly headingNow: string;
  readonly later: string;
  readonly waiting: string;
  readonly cameIn: string;
}

const adult: HouseholdWords = {
  heading: 'Who is with you?',
  why: (worker) =>
    `${worker} sees only what is in your picture. So please say who else is near you. Others in the meeting can read it.`,
  nobody: 'Nobody else',
  somebody: 'Somebody is with me',
  another: 'Add somebody else',
  full: 'Eight people fit here. Please tell us of anyone else when we talk.',
  list: 'With you',
  remove: 'Take off',
  everyone: 'That is everyone',
  telling: 'One moment …',
  skip: 'Skip this',
  mayLater: 'You do not have to say. You can also do it later.',
  name: 'First name',
  nameHint: 'Only if you like.',
  relation: 'Who are they to you?',
  other: 'Somebody else',
  otherField: 'In your own words',
  put: 'Add',
  back: 'Back',
  added: (name) => `${name} is on your list.`,
  gone: (name) => `${name} is off your list.`,
  wrong: {
    nameless: 'Please write a name, or tap who it is.',
    unreadable: 'Please write it in letters.',
    twice: (name) => `${name} is on your list already. Is this somebody else? Write another name.`,
  },
  askedNow: (worker) => `${worker} asks: who is with you now?`,
  headingNow: 'Who is with you now?',
  later: 'Later',
  waiting: 'Say who is with you',
  cameIn: 'Somebody came in?',
};

/** [JOIN-5] “Who is with you?”: before going in, and whenever it is asked again. */
export const household: ForEachReader<HouseholdWords> = {
  adult,
  child: {
    ...adult,
    heading: 'Who is there with you?',
    why: (worker) => `${worker} can only see your picture. Who else is in the room? Others in the meeting can read it.`,
    nobody: 'Only me',
    somebody: 'Somebody is here',
    full: 'Eight people fit here. Tell us of the others when we talk.',
    everyone: 'That is all',
    skip: 'Not now',
    mayLater: 'You do not have to say. That is fine.',
    nameHint: 'Only if you like.',
    relation: 'Who is it to you?',
    wrong: {
      nameless: 'Tap who it is. Or write a name.',
      unreadable: 'Please write it in letters.',
      twice: (name) => `${name} is there already. Is this somebody else? Write another name.`,
    },
    askedNow: (worker) => `${worker} asks: who is there with you now?`,
    headingNow: 'Who is there with you now?',
    waiting: 'Say who is there',
    cameIn: 'Did somebody come in?',
  },
};

/** Somebody beside a phone, as they are spoken of: “Ruth (Gran)”, or “Gran” alone. */
export const sayBeside = (name: string, relationship: string): string =>
  relationship === '' || relationship.toLowerCase() === name.toLowerCase() ? name : `${name} (${relationship})`;
