import type { Evolvers } from '../evolver.ts';
import type { RoomId } from '../ids.ts';
import { seatRoomOf } from '../policies.ts';
import type { Visit } from '../visit.ts';
import type { RoundsEvent } from './commands.ts';
import { withCalled } from './decide.ts';
import type { SensesRound } from './state.ts';

/** Of those in the room who are asked anew, none. */
const answersOutside = ({ senses, sessions }: Visit, room: RoomId): SensesRound['answers'] =>
  new Map(
    [...(senses?.answers ?? [])].filter(([id]) => {
      const session = sessions.get(id);

      return session === undefined || seatRoomOf(session) !== room;
    }),
  );

export const roundsEvolvers: Evolvers<RoundsEvent['type']> = {
  'introduction.called': (visit, { who }) => ({
    ...visit,
    introductions: { ...visit.introductions, calledOn: withCalled(visit, who) },
  }),
  'introduction.made': (visit, { who, at }) => ({
    ...visit,
    introductions: {
      calledOn: visit.introductions.calledOn.filter((called) => called !== who),
      made: new Map(visit.introductions.made).set(who, at),
    },
  }),
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
