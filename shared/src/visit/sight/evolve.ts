import type { Evolvers } from '../evolver.ts';
import type { SessionId } from '../ids.ts';
import type { Visit } from '../visit.ts';
import type { SightEvent } from './commands.ts';
import type { Sights } from './state.ts';

/** Whoever is out of the room neither sees nor is seen. */
export function withoutSightsOf(sights: Sights, gone: ReadonlySet<SessionId>): Sights {
  if (gone.size === 0 || sights.size === 0) return sights;

  return new Map(
    [...sights]
      .filter(([subject]) => !gone.has(subject))
      .map(([subject, watchers]) => [subject, new Map([...watchers].filter(([watcher]) => !gone.has(watcher)))]),
  );
}

export const sightEvolvers: Evolvers<SightEvent['type']> = {
  'sight.told': (visit: Visit, { by, session, sight, at }) => ({
    ...visit,
    sights: new Map(visit.sights).set(session, new Map(visit.sights.get(session) ?? []).set(by, { sight, since: at })),
  }),
};
