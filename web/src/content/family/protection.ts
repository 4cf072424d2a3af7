import type { ForEachReader } from './reader.ts';

export interface ProtectionWords {
  /** In the main room, and in a private one. */
  readonly onlyThese: string;
  readonly onlyInRoom: string;
  readonly heading: string;
  readonly ask: string;
  readonly means: readonly string[];
  readonly limits: string;
  readonly close: string;
  readonly notYet: string;
  readonly pictures: {
    readonly heading: string;
    readonly what: string;
    readonly notTheSame: string;
    readonly coming: string;
    readonly checked: (time: string) => string;
    readonly notChecked: string;
  };
  /** One device at least, of whomever it is. */
  readonly open: string;
  readonly openMore: readonly string[];
  /** One's own. */
  readonly ownOpen: string;
  readonly waiting: string;
  readonly waitingWhy: string;
  readonly waitingUnseen: string;
  readonly waitingNext: string;
}

const adult: ProtectionWords = {
  onlyThese: 'Only the people in this visit can see and hear you',
  onlyInRoom: 'Only the people in this room can see and hear you',
  heading: 'Who can see and hear you',
  ask: 'Who can see and hear us?',
  means: [
    'What you say and show is locked on your own phone or computer.',
    'It is opened only on the phones and computers of the people you see here.',
    'Nobody in between can watch or listen. Not even the people who run Doorstep.',
  ],
  limits: 'It cannot stop a person here from filming, or somebody near them from listening.',
  close: 'Close',
  notYet: 'We are getting the lock ready. It takes a moment.',
  pictures: {
    heading: 'Your twelve pictures',
    what: 'Everyone here has the same pictures, from one to twelve. Your worker may ask you to read them out.',
    notTheSame: 'Is one not the same? Then tell your worker.',
    coming: 'The pictures are coming …',
    checked: (time) => `Checked at ${time}: they were the same.`,
    notChecked: 'You have new pictures now. They have not been checked yet.',
  },
  open: 'This call is locked only on the way to Doorstep and back.',
  openMore: [
    'One of the phones or computers here cannot do more. Your worker knows, and said that we can go on.',
    'The people who run Doorstep could watch or listen. Nobody else on the way can.',
    'Is that not OK for you? Tell your worker. You can talk by phone instead.',
  ],
  ownOpen: 'Your phone or computer cannot lock this call all the way. Your worker said that we can go on.',
  waiting: 'Please wait a moment.',
  waitingWhy: 'Your phone or computer cannot lock this call. We have asked your worker if that is OK.',
  waitingUnseen: 'Nobody can see or hear you now, and you cannot see or hear them.',
  waitingNext: 'You can just wait here. Or open your link on a newer phone or computer, or ask us to phone you.',
};

/** [SAFE-2] Who can see and hear a family, and who cannot. */
export const protection: ForEachReader<ProtectionWords> = {
  adult,
  child: {
    ...adult,
    pictures: {
      ...adult.pictures,
      what: 'Everyone here has the same pictures, from one to twelve. You may be asked to read them out.',
      notTheSame: 'Is one not the same? Please say so.',
    },
    openMore: [
      'One of the phones or computers here cannot do more. Your worker knows, and said that we can go on.',
      'The people who run Doorstep could watch or listen. Nobody else on the way can.',
      'Is that not OK for you? You can always say so.',
    ],
    waitingWhy: 'Your phone or computer cannot lock this call. You did nothing wrong. We have asked your worker.',
    waitingNext: 'You can just wait here. Or ask us to phone you.',
  },
};
