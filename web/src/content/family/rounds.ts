import type { ForEachReader } from './reader.ts';

export interface RoundWords {
  /** [ROST-3] */
  readonly yourTurn: string;
  readonly besideTurn: (name: string) => string;
  readonly othersTurn: (name: string) => string;
  /** [ROST-4] */
  readonly heading: string;
  readonly sees: string;
  readonly hears: string;
  readonly yes: string;
  readonly no: string;
  readonly noSound: string;
  readonly tap: string;
  readonly noPicture: string;
  readonly weKnow: string;
  readonly later: string;
  readonly waiting: string;
  readonly trouble: string;
  readonly done: string;
}

const adult: RoundWords = {
  yourTurn: 'Please say who you are.',
  besideTurn: (name) => `${name}, please say who you are.`,
  othersTurn: (name) => `Now we hear who ${name} is.`,
  heading: 'Can you see and hear everyone?',
  sees: 'Can you see everyone?',
  hears: 'Can you hear everyone?',
  yes: 'Yes',
  no: 'No',
  noSound: 'Turn your sound up. The buttons are on the side of most phones. Then tap here.',
  tap: 'Tap to hear',
  noPicture: 'Pictures can take a moment. It helps to go closer to your Wi-Fi.',
  weKnow: 'Your worker knows now. Does it work again? Then tap “Yes”.',
  later: 'Later',
  waiting: 'Say if you see and hear',
  trouble: 'I cannot see or hear well',
  done: 'Done',
};

/** Called on to say who one is; asked whether one sees and hears. */
export const rounds: ForEachReader<RoundWords> = {
  adult,
  child: {
    ...adult,
    yourTurn: 'It is your turn. Please say who you are.',
    noSound: 'Turn the sound up. A grown-up can help you. Then tap here.',
    noPicture: 'Pictures can take a moment. Can you go closer to the Wi-Fi box?',
    weKnow: 'We know now. Does it work again? Then tap “Yes”.',
  },
};
