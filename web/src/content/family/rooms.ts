import type { RoomColour } from '../../ui/RoomShape.tsx';
import type { ForEachReader } from './reader.ts';

export interface RoomWords {
  readonly rooms: Readonly<Record<RoomColour, string>>;
  /** [PRIV-2] */
  readonly inWith: (room: string, names: string) => string;
  readonly inAlone: (room: string) => string;
  readonly onlyHere: string;
  readonly goBack: string;
  /** [PRIV-7] */
  readonly asksYou: (name: string, room: string) => string;
  readonly areThere: string;
  readonly nobodyThere: string;
  readonly onlyThere: string;
  readonly come: string;
  readonly comeWith: (names: string) => string;
  readonly comeWithout: (names: string) => string;
  readonly stay: string;
  readonly waiting: (room: string) => string;
  /** [PRIV-3] */
  readonly moving: (room: string) => string;
  readonly movingBack: string;
  readonly back: string;
  readonly onTheWay: (room: string) => string;
  readonly late: string;
  readonly stillMoving: (room: string) => string;
  readonly stillMovingBack: string;
  /** [PRIV-10] */
  readonly held: string;
  readonly willBeBack: (name: string) => string;
  readonly nothingToDo: string;
  /** [PRIV-4] */
  readonly away: (name: string) => string;
  readonly talkingWith: (name: string, names: string) => string;
  /** [PRIV-9] */
  readonly message: (name: string) => string;
  readonly ok: string;
  /** [PRIV-8] */
  readonly alone: string;
  readonly whoSees: string;
  readonly answers: Readonly<Record<'alone' | 'notAlone' | 'notSure', string>>;
  readonly aloneAgain: string;
  readonly aloneLater: string;
  readonly aloneBack: string;
  /** Read aloud in the place of the question, so that nobody beside the device hears what is asked. */
  readonly aQuestion: string;
}

const adult: RoomWords = {
  rooms: {
    blue: 'blue room',
    green: 'green room',
    yellow: 'yellow room',
    purple: 'purple room',
    orange: 'orange room',
    grey: 'grey room',
  },
  inWith: (room, names) => `You are in the ${room} with ${names}.`,
  inAlone: (room) => `You are in the ${room}.`,
  onlyHere: 'Only people in this room can see and hear you.',
  goBack: 'Go back',
  asksYou: (name, room) => `${name} asks you to come to the ${room}.`,
  areThere: 'You will see there:',
  nobodyThere: 'Nobody is there yet.',
  onlyThere: 'Only people in that room will see and hear you. You can go back at any time.',
  come: 'Go there',
  comeWith: (names) => `Go with ${names}`,
  comeWithout: (names) => `Go without ${names}`,
  stay: 'Stay here',
  waiting: (room) => `You are asked to come to the ${room}`,
  moving: (room) => `Moving to the ${room} …`,
  movingBack: 'Going back …',
  back: 'You are back.',
  onTheWay: (room) => `On the way to the ${room}`,
  late: 'The internet is slow. This takes longer.',
  stillMoving: (room) => `We are still bringing you to the ${room}.`,
  stillMovingBack: 'We are still bringing you back.',
  held: 'Nobody can see or hear you now.',
  willBeBack: (name) => `${name} will be back soon.`,
  nothingToDo: 'You can just wait here. Your place is kept.',
  away: (name) => `${name} is away for a moment.`,
  talkingWith: (name, names) => `${name} is talking with ${names}.`,
  message: (name) => `${name} says:`,
  ok: 'OK',
  alone: 'Is anyone else with you?',
  whoSees: 'Only your worker and their team see what you tap.',
  answers: { alone: 'Just me', notAlone: 'Somebody is here', notSure: 'I am not sure' },
  aloneAgain: 'Is someone with you?',
  aloneLater: 'Later',
  aloneBack: 'Close',
  aQuestion: 'There is a question for you on the screen.',
};

/** Rooms for a few, and what is said of who is away. Nothing here says that there are other rooms than one’s own. */
export const rooms: ForEachReader<RoomWords> = {
  adult,
  child: {
    ...adult,
    asksYou: (name, room) => `${name} asks: do you want to come to the ${room}?`,
    onlyThere: 'Only people in that room will see and hear you. You can always go back.',
    come: 'Yes, go there',
    comeWith: (names) => `Yes, with ${names}`,
    comeWithout: (names) => `Yes, without ${names}`,
    stay: 'No, stay here',
    nothingToDo: 'You did nothing wrong. You can just wait here.',
    alone: 'Is someone there with you?',
    whoSees: 'Tap a picture. Only your worker and their team will know.',
  },
};
