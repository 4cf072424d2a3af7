import type { ForEachReader } from './reader.ts';

interface PhoneMeWords {
  readonly ask: string;
  readonly asking: string;
  readonly askedHeading: string;
  readonly next: (worker: string) => string;
  readonly meanwhile: string;
  readonly takeBack: string;
}

/** By phone instead of by video: always on offer, and can be taken back. */
export const phoneMe: ForEachReader<PhoneMeWords> = {
  adult: {
    ask: 'Please phone me instead',
    asking: 'Telling your worker …',
    askedHeading: 'You asked for a phone call',
    next: (worker) => `${worker} can see this now. They will call the number that they have for you.`,
    meanwhile: 'Keep your phone near you. You can still go on here.',
    takeBack: 'I do not need a call now',
  },
  child: {
    ask: 'Please phone me instead',
    asking: 'Telling your worker …',
    askedHeading: 'You asked for a phone call',
    next: (worker) => `${worker} can see this now. They will phone you, or a grown-up who is with you.`,
    meanwhile: 'You can still go on here if you like.',
    takeBack: 'I do not need a call now',
  },
};
