import type { SaidOfPlace } from '@doorstep/shared/visit/checks/record.ts';
import type { RosterState } from '@doorstep/shared/visit/viewShape.ts';

export const VISIT_PAGE = {
  back: 'All visits',
  hostedByYou: 'You are the host',
  chairedByYou: 'You are the chair',
  untilTime: (from: string, to: string) => `${from} to ${to}`,
  purpose: 'Purpose',
  noPurposeHeading: 'This visit has no purpose yet',
  noPurpose: 'Links can be made once you have said what the visit is for.',
  addPurpose: 'Say what it is for',
  change: 'Change the plan',
  people: 'People',
  addPerson: 'Add a person',
  startHeading: 'Start',
  underWayHeading: 'Under way',
  underWaySince: (time: string) => `The visit started at ${time}.`,
  checkAndStart: 'Check camera and start',
  checkAndEnter: 'Check camera and enter',
  checkAndAsk: 'Check camera and ask to come back',
  hostNotStarted: 'The host has not started this visit yet. This page changes by itself when they do.',
  nobodyWaiting: 'Nobody is waiting yet.',
  early: (time: string) => `Go in by ${time}. People come early, and only you can let them in.`,
  itIsTime: (time: string) => `It is time to go in: the visit begins at ${time}.`,
  overdue: (time: string) => `The visit was to begin at ${time}.`,
  nobodyIn: 'Nobody comes in by themselves. You let each person in from inside the visit.',
  waitingSince: (name: string, time: string) => `${name}, since ${time}`,
  waitingHeading: (count: number) => (count === 1 ? '1 person is waiting' : `${count} people are waiting`),
  you: 'You',
  /** [PRIV-6] */
  comesFor: {
    interpreter: (name: string) => `Interprets for ${name}`,
    supporter: (name: string) => `Supports ${name}`,
  },
  signsIn: 'Signs in, needs no link',
  more: 'More',
  moreOf: (name: string) => `about ${name}`,
  withdraw: 'Take off the visit',
  withdrawHeading: (name: string) => `Take ${name} off the visit?`,
  withdrawWhat: 'Their link stops working. You can add them again later and make a new link.',
  link: {
    none: 'No link yet',
    purposeFirst: 'The visit needs a purpose first.',
    made: 'Link made, not sent',
    sent: 'Link sent',
    opened: 'Link opened',
    stopped: 'Link stopped',
    ranOut: 'Link has run out',
    until: (when: string) => `Works until ${when}`,
    make: 'Make a link',
    show: 'Show link',
    fresh: 'New link',
    stop: 'Stop link',
    heading: (name: string) => `Link for ${name}`,
    onlyFor: (name: string) => `For ${name} only. Each person has their own, so you can see who comes.`,
    address: 'Link',
    copy: 'Copy link',
    copied: 'Copied. Paste it into a message to this person alone.',
    copyByHand: 'Your browser does not let pages copy. The link is selected: copy it with the keyboard or the menu.',
    qr: (name: string) => `QR code with the link for ${name}`,
    qrHint: 'They can point a phone’s camera at this.',
    markSent: 'Mark as sent',
    freshHeading: (name: string) => `Make a new link for ${name}?`,
    freshWhat: 'The link they have now stops working. Send them the new one.',
    stopHeading: (name: string) => `Stop the link for ${name}?`,
    stopWhat: 'They cannot come in with it any more. You can make a new link at any time.',
  },
  ended: {
    heading: 'This visit has ended',
    at: (time: string) => `Ended at ${time}`,
    words: 'What everyone was told at the end',
    whoWasThere: 'Who was there',
    person: 'Person',
    from: 'From',
    until: 'Until',
    length: 'In the visit for',
    seen: 'Seen',
    seenOf: (seen: string, there: string) => `${seen} of ${there}`,
    notSeen: 'Not seen',
    seenHow:
      'Seen: how long their picture was on the screen of at least one professional. It is measured there, to within a few seconds.',
    matters: 'People whom nobody expected',
    matter: {
      anotherDevice: (whose: string, device: string) => `A second device, a ${device}, used ${whose}’s link`,
      device: (whose: string, device: string) => `Somebody unknown was on ${whose}’s ${device}`,
      nearby: (whose: string, device: string) => `Somebody was seen or heard near ${whose}’s ${device}`,
      nowhere: 'Somebody was seen or heard off camera',
      noticedBy: (name: string) => `noticed by ${name}`,
    },
    talks: {
      heading: 'Talks in private',
      when: 'When',
      where: 'Room',
      who: 'Between',
      alone: 'Nobody else there?',
      /** [SAFE-2] */
      protected: 'End to end?',
      is: { everyone: 'Yes', unprotected: 'No, as far as the server' },
      none: 'There were none.',
      said: {
        alone: (name: string) => `${name} said to be alone`,
        notAlone: (name: string) => `${name} said that somebody else was there`,
        notSure: (name: string) => `${name} did not know`,
        nothing: (name: string) => `${name} did not say`,
      },
    },
    protection: {
      heading: 'Protection from end to end',
      notCompared: 'The pictures were not compared.',
      compared: (time: string, names: string, room: string) =>
        `Checked by pictures at ${time} with ${names} (${room}).`,
      saidBy: (name: string) => `${name} said that they were the same.`,
      from: (since: string) => `from ${since} to the end`,
      fromUntil: (since: string, until: string) => `from ${since} until ${until}`,
      accepted: (name: string, device: string, span: string, room: string, at: string) =>
        `${name}’s ${device} was not protected from end to end, ${span} (${room}). The host accepted it for this room at ${at}; nothing was seen or heard of it or on it before.`,
      shutOut: (name: string, device: string, span: string, room: string) =>
        `${name}’s ${device} could not be protected from end to end, ${span} (${room}). The host did not accept it for this room, so nothing was seen or heard of it or on it.`,
    },
    observed: 'What was seen of the child',
    observedOf: (name: string) => `What was seen of ${name}`,
    nothingObserved: (name: string) =>
      `Nothing was written of ${name}, who does not speak yet. What you saw belongs into the record.`,
    before: {
      heading: 'What professionals said before they went in',
      wentIn: 'Went in',
      said: 'Said',
      again: (times: string) => `again ${times}`,
      oftenUntil: (count: number, last: string) => `${count} times in all, the last at ${last}`,
      nothing: 'Nothing was said.',
      notSaid: (what: string) => `Not said: ${what}`,
    },
    inWords: 'In words',
    each: 'Each change as it happened',
    time: 'Time',
    change: 'What happened',
    none: 'Nobody came.',
    next: 'What next',
    nextWhat:
      'Write up the visit in your case system while it is fresh: what you saw, what was said, what happens next.',
    planNext: 'Plan the next visit',
  },
} as const;

/** One line of the attendance, as a sentence without its subject. */
export const ATTENDANCE: Readonly<Record<RosterState, string>> = {
  expected: 'Was expected',
  checking: 'Was getting ready',
  waiting: 'Waited to be let in',
  here: 'Came in',
  away: 'Was away from the page',
  reconnecting: 'Lost connection',
  left: 'Left',
  removed: 'Was removed by the host',
};
export const CAME_BACK = 'Was back';

type Said = Record<keyof SaidOfPlace, Readonly<Record<'fine' | 'amiss' | 'notSaid', string>>>;

/** [DEV-1] [DEV-2] What a professional said before going in. Nobody but themselves has looked. */
export const SAID: Readonly<Said> = {
  equipment: {
    fine: 'A device of the authority',
    amiss: 'Their own device: was asked to use one of the authority, and went in with it all the same',
    notSaid: 'whose device it was',
  },
  behind: {
    fine: 'Neutral background, nothing private in view',
    amiss: 'Background not neutral, or something private in view',
    notSaid: 'what was behind them',
  },
  overheard: {
    fine: 'Nobody else could hear them or see the screen',
    amiss: 'Somebody else could hear them or see the screen',
    notSaid: 'who could hear them',
  },
  headset: { fine: 'Wore a headset', amiss: 'No headset', notSaid: 'whether they wore a headset' },
};
