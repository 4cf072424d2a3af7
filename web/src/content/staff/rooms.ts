import type { SaidAlone } from '@doorstep/shared/visit/alone/state.ts';
import type { Mark, Told } from '@doorstep/shared/visit/rooms/state.ts';

export const ROOMS = {
  tab: 'Rooms',
  heading: 'Rooms',
  tally: (count: number) => (count === 0 ? 'none' : `${count} open`),
  /** [PRIV-2] */
  marks: {
    blue: 'Blue room',
    green: 'Green room',
    yellow: 'Yellow room',
    purple: 'Purple room',
    orange: 'Orange room',
    grey: 'Grey room',
  } satisfies Record<Mark, string>,
  looks: {
    blue: 'Blue, a circle',
    green: 'Green, a triangle',
    yellow: 'Yellow, a star',
    purple: 'Purple, a square',
    orange: 'Orange, a diamond',
    grey: 'Grey, a cross',
  } satisfies Record<Mark, string>,
  main: 'Main room',
  side: (names: string) => `Room of ${names}`,
  here: {
    with: (names: string) => `With ${names}.`,
    nobody: 'Nobody else is here yet.',
    only: 'Only people in this room see and hear you.',
    tag: 'You are here',
    back: 'Go back',
  },
  title: (room: string, title: string) => `${room}, ${title}`,
  moving: (room: string) => `Moving to: ${room} …`,
  late: (room: string) => `Still on the way to: ${room}. It is tried again and again. You can also go back.`,
  lateBack: (room: string) => `Still on the way to: ${room}. It is tried again and again.`,
  /** [PRIV-3] Of somebody who has a seat in a room and is not there by sound or picture. */
  unreached: {
    lost: 'Connection lost: not there',
    deaf: 'Not there: no sound or picture reaches them',
  },
  /** [PRIV-5] */
  sides: {
    /** For a professional who is not the host; with the names beside it, if they signed in. */
    otherMain:
      'You are in the main room of people who are kept apart from the others in this visit. Do not let on that anybody else is there.',
    here: (mine: string) => `You are with ${mine}.`,
    others: (others: string) =>
      `${others}: kept apart from them, in a room of their own. Do not let on that they are here.`,
    panel:
      'Two sides are kept apart in this visit. Neither may learn that the other is here. Look which room you are in before you speak.',
    endBoth:
      'There are people who are kept apart in this visit. This ends it for both sides at once, which may tell each of the other. You can end it for one side alone in the panel “Rooms”.',
    end: 'End the visit for this side',
    endHeading: (room: string) => `End the visit for one side: ${room}?`,
    endWhat: 'These people are disconnected at once and read these words. The visit goes on for everybody else.',
    ended: (time: string) => `Ended for them at ${time}`,
  },
  /** [PRIV-10] */
  held: {
    says: (names: string, room: string) => `${names} on hold in: ${room}. Nobody can see or hear them.`,
    /** For a colleague, who is not told who it is. */
    family: (room: string) => `Family is on hold in: ${room}. Nobody can see or hear them.`,
    on: 'On hold',
    go: 'Go there',
  },
  told: {
    withWhom: 'The others read with whom they talk',
    away: 'The others read that they are away',
    nothing: 'The others read nothing',
  } satisfies Record<Told, string>,
  since: (elapsed: string) => elapsed,
  nobody: 'Nobody is in it.',
  you: 'You',
  invited: (names: string) => `Asked to come, no answer yet: ${names}`,
  goThere: 'Go there',
  goTo: (room: string) => `Go to: ${room}`,
  callBack: 'Call everybody back',
  callBackOne: (name: string) => `Call ${name} back`,
  close: 'Close',
  closeHeading: (room: string) => `Close: ${room}?`,
  closeWhat: 'Everybody in it goes back to their main room at once.',
  closeYes: 'Close this room',
  keep: 'Keep it open',
  ask: {
    summary: 'Ask somebody to come',
    nobody: 'There is nobody who could be asked.',
    whom: (name: string) => `Ask ${name}`,
    to: (room: string) => `Ask to come: ${room}`,
    asked: 'Asked, no answer yet',
    waits: 'They are moved once they have said yes.',
  },
  tell: {
    summary: 'Write to this room',
    summaryAll: 'Write to all rooms',
    label: (room: string) => `Words for: ${room}`,
    labelAll: 'Words for everybody in every room',
    hint: 'Everybody in it reads this on their screen. At most 200 letters.',
    hintAll: 'Everybody reads the same words. Name nobody, and no other room.',
    send: 'Show it to them',
    sent: (time: string) => `Shown at ${time}`,
    empty: 'Write something first',
  },
  /** [PRIV-5] */
  cover: {
    summary: 'What they read while nobody is with them',
    label: (room: string) => `Words while nobody is with them: ${room}`,
    hint: 'They read this beside “Nobody can see or hear you now”. Leave it empty for the usual words. Name no other room and nobody in it.',
    keep: 'Keep these words',
    kept: 'Kept.',
    now: (words: string) => `They read: “${words}”`,
  },
  open: {
    button: 'Open a private room',
    heading: 'Open a private room',
    what: 'Nobody is moved before they have said yes. What is said there stays there.',
    mark: 'Which room?',
    told: 'What do the others read?',
    options: {
      away: { label: 'That somebody is away', hint: '“Sam is away for a moment.”' },
      withWhom: { label: 'With whom somebody talks', hint: '“Sam is talking with Amina.”' },
      nothing: { label: 'Nothing', hint: 'Whoever goes is gone from their screens, without a word.' },
    } satisfies Record<Told, { label: string; hint: string }>,
    whom: 'Whom do you ask to come?',
    whomNobody: 'There is nobody here to ask yet. You can ask later.',
    enter: 'I go there now',
    enterHint:
      'If no other professional stays, whoever stays is on hold: nobody sees or hears them until somebody is back.',
    yes: 'Open the room',
    opening: 'Opening …',
    notAll: 'The room is open. This was not done:',
    notDone: (what: string, why: string) => `${what}: ${why}`,
    done: 'Close',
  },
  /** [PRIV-7] For a professional who is no host. */
  invitation: {
    asks: (room: string) => `You are asked to come: ${room}`,
    there: (names: string) => `${names} there now.`,
    nobody: 'Nobody is there yet.',
    come: 'Go there',
    stay: 'Stay here',
  },
  words: (words: string) => `From the host: ${words}`,
  understood: 'OK',
  away: (name: string) => `${name} is away.`,
  talkingWith: (name: string, names: string) => `${name} is talking with ${names}.`,
  /** [PRIV-8] */
  alone: {
    said: {
      alone: 'Says that nobody else is there',
      notAlone: 'Says that somebody else is there',
      notSure: 'Is not sure whether somebody else is there',
    } satisfies Record<SaidAlone, string>,
    asked: 'Asked whether anybody else is there. No answer yet.',
    ask: 'Ask again',
    askWhom: (name: string) => `Ask ${name} again whether anybody else is there`,
    of: (name: string, says: string) => `${name}: ${says}`,
  },
  elsewhere: (room: string) => `in: ${room}`,
} as const;
