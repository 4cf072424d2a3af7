import type { Instant, SessionId } from './ids.ts';
import { isLive } from './policies.ts';
import { presentPeople } from './rounds/decide.ts';
import { withoutSightsOf } from './sight/evolve.ts';
import { withDevicesGone } from './unknown/evolve.ts';
import type { Visit } from './visit.ts';

/** The devices that had a place before and have none now, by how they went. */
function departed(before: Visit, now: Visit): { readonly left: Set<SessionId>; readonly putOut: Set<SessionId> } {
  const left = new Set<SessionId>();
  const putOut = new Set<SessionId>();
  for (const [id, session] of now.sessions) {
    const was = before.sessions.get(id);
    if (was === session || was === undefined || !isLive(was) || isLive(session)) continue;
    if (session.standing.is === 'left' || session.standing.is === 'seatLost') left.add(id);
    else putOut.add(id);
  }

  return { left, putOut };
}

/**
 * What follows for the other parts of a visit when a device goes, whichever way it went: it is not looked at any more, is not called on,
 * and a matter about it is left open or settled (UNK-2). One place for every event that can put a device out.
 */
export function withDeparturesNoted(before: Visit | null, now: Visit, at: Instant): Visit {
  if (before === null || before.sessions === now.sessions) return now;

  const { left, putOut } = departed(before, now);
  if (left.size + putOut.size === 0) return now;

  const { calledOn } = now.introductions;
  const isHere = calledOn !== null && presentPeople(now).includes(calledOn);

  return {
    ...now,
    sights: withoutSightsOf(now.sights, new Set([...left, ...putOut])),
    introductions: isHere ? now.introductions : { ...now.introductions, calledOn: null },
    unknowns: withDevicesGone(withDevicesGone(now.unknowns, left, 'left', at), putOut, 'removed', at),
  };
}
