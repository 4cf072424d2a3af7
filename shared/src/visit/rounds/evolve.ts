import type { Evolvers } from '../evolver.ts';
import type { RoomId } from '../ids.ts';
import { seatRoomOf } from '../policies.ts';
import type { Visit } from '../visit.ts';
import type { RoundsEvent } from './commands.ts';
import { roomsWith, withCalled, withIntroduction } from './introductions.ts';
import type { Introducible, SensesRound } from './state.ts';

/** Of those in the room who are asked anew, none. */
const answersOutside = ({ senses, sessions }: Visit, room: RoomId): SensesRound['answers'] =>
  new Map(
    [...(senses?.answers ?? [])].filter(([id]) => {
      const session = sessions.get(id);

      return session === undefined || seatRoomOf(session) !== room;
    }),
  );

/** Not called on there any more. */
const introducedIn = (visit: Visit, who: Introducible, room: RoomId): Visit => ({
  ...visit,
  introductions: {
    calledOn: visit.introductions.calledOn.filter((called) => called.who !== who || called.room !== room),
    made: withIntroduction(visit, who, room),
  },
});

export const roundsEvolvers: Evolvers<RoundsEvent['type']> = {
  'introduction.called': (visit, { who, room }) => ({
    ...visit,
    introductions: {
      ...visit.introductions,
      calledOn: withCalled(visit.introductions, who, room === undefined ? roomsWith(visit, who) : [room]),
    },
  }),
  'introduction.made': (visit, { who, room }) =>
    (room === undefined ? roomsWith(visit, who) : [room]).reduce((said, here) => introducedIn(said, who, here), visit),
  'senses.asked': (visit, { room, at }) => ({
    ...visit,
    senses:
      room === undefined
        ? { everywhereAt: at, rooms: new Map(), answers: new Map() }
        : {
            everywhereAt: visit.senses?.everywhereAt ?? null,
            rooms: new Map(visit.senses?.rooms).set(room, at),
            answers: answersOutside(visit, room),
          },
  }),
  'senses.answered': (visit, { session, sees, hears, at }) =>
    visit.senses === null
      ? visit
      : {
          ...visit,
          senses: { ...visit.senses, answers: new Map(visit.senses.answers).set(session, { sees, hears, at }) },
        },
};
