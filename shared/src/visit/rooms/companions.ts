import type { Session } from '../presence/state.ts';
import type { Visit } from '../visit.ts';

/**
 * [PRIV-6] The devices of those who interpret for this person or support them, and sit with them now. Whoever helps two people who sit in
 * two rooms is where the one who needs them first is, and is not torn away.
 */
export function companionsOf(visit: Visit, { participant, standing }: Session): readonly Session[] {
  if (standing.is !== 'seated') return [];

  const helpers = [...visit.participants.values()].filter(({ helps }) => helps === participant).map(({ id }) => id);

  return [...visit.sessions.values()].filter(
    (session) =>
      helpers.includes(session.participant) &&
      session.standing.is === 'seated' &&
      session.standing.room === standing.room,
  );
}
