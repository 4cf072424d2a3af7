/** Before the link has been shown to the server: nobody's name is known here. */
export const welcome = {
  heading: 'A video meeting with your worker',
  easy: 'It works here on this page. You do not need an app or a password.',
  nextHeading: 'What happens next',
  next: ['See who asked you.', 'Check your camera and sound.', 'Say who is with you.', 'Wait to be let in.'],
  start: 'Start',
  starting: 'Opening …',
  leaving: 'You can stop at any time. Press “Leave quickly” at the top. This page then closes at once.',
  leavingByKeys: 'With a keyboard, you can press Shift three times.',
};

/** The link did not open the door. */
export const doorClosed = {
  noLinkHeading: 'Please open your link again',
  noLink: ['Go back to the message from your worker.', 'Tap the link in it.'],
  closedHeading: 'This link does not work any more',
  closed: ['Ask your worker for a new link.', 'You have done nothing wrong.'],
  crowdedHeading: 'Your link is open in too many places',
  crowded: [
    'Please close it on your other phones or computers. Then try again.',
    'Not sure where it is open? Please call us and we will help.',
  ],
  offlineHeading: 'We cannot reach the meeting',
  offline: ['Check that your internet is on.', 'Then try again.'],
  tryAgain: 'Try again',
};

/** Who asked, when, and who will be there. From here on the person has a name. */
export const invited = {
  adult: {
    hello: (name: string) => `Hello ${name}`,
    heading: (worker: string) => `${worker} would like to meet you`,
    when: 'When',
    length: 'How long',
    who: 'Who asked you',
    also: 'Also asked to come',
    notYou: (name: string) => `Are you not ${name}? Please close this page. Then call us.`,
    next: 'Next',
  },
  child: {
    hello: (name: string) => `Hello ${name}!`,
    heading: (worker: string) => `${worker} wants to talk with you`,
    when: 'When',
    length: 'How long',
    who: 'Who asked you',
    also: 'Who else may come',
    notYou: (name: string) => `Are you not ${name}? Please tell a grown-up.`,
    next: 'Next',
  },
};

/** While the page is getting itself ready. */
export const opening = {
  heading: 'Opening your meeting',
  body: 'This takes a moment.',
  long: 'This takes longer than it should. Is your internet on? We keep trying.',
};

/** When a screen of ours has fallen. */
export const mishap = {
  heading: 'Sorry, this page stopped',
  body: 'You have done nothing wrong. Nobody can see or hear you just now.',
  kept: 'Your place is kept.',
  carryOn: 'Carry on',
};
