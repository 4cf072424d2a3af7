import type { SessionId } from '@doorstep/shared/visit/ids.ts';

/** Quieter than this is breathing and chairs. */
const SPEAKING = 0.15;
/** A cough or a "yes" does not take the picture away … */
const INSIST_MS = 900;
/** … and a face that has just come stays long enough to be seen. */
const STAY_MS = 2_500;

export interface Spotlight {
  readonly large: SessionId | null;
  readonly since: number;
  /** Who has begun to speak instead, and when. */
  readonly rival: SessionId | null;
  readonly rivalSince: number;
}

export const nobody: Spotlight = { large: null, since: 0, rival: null, rivalSince: 0 };

type Levels = ReadonlyMap<SessionId, number>;

const isSpeaking = (levels: Levels, session: SessionId): boolean => (levels.get(session) ?? 0) >= SPEAKING;

/** People breathe between words: for that long they are still called talking. */
export const BREATH_MS = 1_200;

/** When each was last heard, of those who are still talking. */
export type LastHeard = ReadonlyMap<SessionId, number>;

/** Who is talking at `now`, in milliseconds, so that the word does not come and go with every syllable. */
export const stillTalking = (before: LastHeard, levels: Levels, now: number): LastHeard =>
  new Map([
    ...[...before].filter(([, at]) => now - at < BREATH_MS),
    ...[...levels.keys()].filter((session) => isSpeaking(levels, session)).map((session) => [session, now] as const),
  ]);

const loudest = (sessions: readonly SessionId[], levels: Levels): SessionId | null =>
  sessions
    .filter((session) => isSpeaking(levels, session))
    .reduce<SessionId | null>(
      (best, session) => (best === null || (levels.get(session) ?? 0) > (levels.get(best) ?? 0) ? session : best),
      null,
    );

/**
 * Who is shown large (SEE-5): whoever speaks, without jumping about. `sessions` are those in the room, the first of them being the one to
 * show while nobody has spoken; `now` in milliseconds.
 */
export function turnSpotlight(
  before: Spotlight,
  sessions: readonly SessionId[],
  levels: Levels,
  now: number,
): Spotlight {
  const first = sessions[0] ?? null;
  const current = before.large !== null && sessions.includes(before.large) ? before.large : null;
  if (current === null) return first === null ? nobody : { large: first, since: now, rival: null, rivalSince: 0 };

  const speaker = loudest(sessions, levels);
  if (speaker === null || speaker === current) {
    return before.rival === null ? before : { ...before, rival: null };
  }
  if (speaker !== before.rival) return { ...before, rival: speaker, rivalSince: now };
  if (now - before.rivalSince < INSIST_MS || now - before.since < STAY_MS) return before;

  return { large: speaker, since: now, rival: null, rivalSince: 0 };
}
