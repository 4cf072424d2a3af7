import { mattersView } from './matterView.ts';
import { isTogether } from './policies.ts';
import type { Session } from './presence/state.ts';
import type { Participant } from './roster/state.ts';
import { sensesAnswerOf, sensesAskedIn } from './rounds/senses.ts';
import { casesOfChair } from './unknown/leading.ts';
import type { ChairView } from './viewShape.ts';
import type { Visit } from './visit.ts';

/** [ROST-4] What those in the chair's room have answered; null outside a room, and before the round. */
function sensesOf(visit: Visit, own: Session | null): ChairView['senses'] {
  const askedAt = own?.standing.is === 'seated' ? sensesAskedIn(visit, own.standing.room) : null;
  if (askedAt === null) return null;

  return {
    askedAt,
    answers: [...visit.sessions.values()].flatMap((device) => {
      const answer = isTogether(own, device) ? sensesAnswerOf(visit, device) : null;

      return answer === null ? [] : [{ session: device.id, ...answer }];
    }),
  };
}

/** What the chair has before them beside what every professional has; null for everybody else, and once the visit is over. */
export function chairView(visit: Visit, person: Participant, session: Session | null): ChairView | null {
  if (person.role !== 'chair' || visit.phase.is === 'ended') return null;

  return { unknowns: mattersView(visit, casesOfChair(visit, person.id)), senses: sensesOf(visit, session) };
}
