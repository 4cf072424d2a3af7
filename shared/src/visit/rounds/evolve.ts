import type { Evolvers } from '../evolver.ts';
import type { RoundsEvent } from './commands.ts';
import { withCalled } from './decide.ts';

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
  'senses.asked': (visit, { at }) => ({ ...visit, senses: { begunAt: at, answers: new Map() } }),
  'senses.answered': (visit, { session, sees, hears, at }) =>
    visit.senses === null
      ? visit
      : {
          ...visit,
          senses: { ...visit.senses, answers: new Map(visit.senses.answers).set(session, { sees, hears, at }) },
        },
};
