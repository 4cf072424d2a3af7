import type { ForEachReader } from './reader.ts';

interface GoodbyeWords {
  readonly heading: string;
  readonly body: readonly string[];
  /** Said, and a button, only where it would not be refused. */
  readonly offer: string;
  readonly action: string;
}

type Ending =
  | 'left'
  | 'denied'
  | 'removed'
  | 'seatLost'
  | 'ended'
  | 'linkClosed'
  | 'openAgain'
  | 'elsewhere'
  | 'reload'
  | 'busy';

const adult: Readonly<Record<Ending, GoodbyeWords>> = {
  left: {
    heading: 'You have left',
    body: ['Your camera and sound are off.'],
    offer: 'Did you leave by mistake? You can ask to come back.',
    action: 'Ask to come back',
  },
  denied: {
    heading: 'You cannot come in just now',
    body: ['Your worker could not let you in this time.', 'You can call us if you are not sure why.'],
    offer: 'You can also ask once more.',
    action: 'Ask again',
  },
  removed: {
    heading: 'You are not in the meeting any more',
    body: ['Your worker ended your part of the meeting.', 'Do you want to talk about it? Please call us.'],
    offer: 'You can also ask to come in again.',
    action: 'Ask again',
  },
  seatLost: {
    heading: 'You were gone for a while',
    body: ['Your internet may have stopped.'],
    offer: 'You can ask to come back.',
    action: 'Ask to come back',
  },
  ended: {
    heading: 'The meeting has ended',
    body: ['Your camera and sound are off.', 'You can close this page now.'],
    offer: '',
    action: '',
  },
  linkClosed: {
    heading: 'This link does not work any more',
    body: ['Ask your worker for a new link.', 'You have done nothing wrong.'],
    offer: '',
    action: '',
  },
  openAgain: {
    heading: 'Please open your link again',
    body: ['Go back to the message from your worker.', 'Tap the link in it.'],
    offer: '',
    action: '',
  },
  elsewhere: {
    heading: 'Your meeting is open on another page',
    body: ['It can only be open once.'],
    offer: 'Do you want it here?',
    action: 'Use it here',
  },
  reload: {
    heading: 'This page is out of date',
    body: ['Your place is kept.'],
    offer: 'Press the button to load it again.',
    action: 'Load it again',
  },
  busy: {
    heading: 'It is very busy just now',
    body: ['This is not your fault.'],
    offer: 'Please wait a minute. Then try again.',
    action: 'Try again',
  },
};

/** How it ends, or stops for now. */
export const goodbye: ForEachReader<Readonly<Record<Ending, GoodbyeWords>>> = {
  adult,
  child: {
    ...adult,
    left: {
      heading: 'You have left',
      body: ['Your camera and sound are off.'],
      offer: 'Was it a mistake? You can ask to come back.',
      action: 'Ask to come back',
    },
    denied: {
      heading: 'Not just now',
      body: ['Your worker could not let you in yet.', 'It is not your fault.'],
      offer: 'You can ask again.',
      action: 'Ask again',
    },
    removed: {
      heading: 'You are not in the meeting any more',
      body: ['It is not your fault.', 'You can talk to a grown-up you trust. You can also call us.'],
      offer: 'You can ask to come in again.',
      action: 'Ask again',
    },
    ended: {
      heading: 'All done!',
      body: ['The meeting is over. Your camera and sound are off.', 'Thank you for coming.'],
      offer: '',
      action: '',
    },
    linkClosed: {
      heading: 'This link does not work any more',
      body: ['You have done nothing wrong.', 'Ask a grown-up to get a new link.'],
      offer: '',
      action: '',
    },
  },
};

export const closingWords = { from: 'Your worker says' };
