import type { SessionId } from '@doorstep/shared/visit/ids.ts';

/** Quieter than this is breathing and chairs. */
const SPEAKING = 0.15;
/** A cough or a "yes" does not take the picture away … */
const INSIST_MS = 900;
/** … and a face that has just come stays long enough to be seen. */
const STAY_MS = 2_500;
/** Whoever has talked on for so long beside whoever is large has their turn: two at once would else never change places. */
const TURN_MS = 6_000;

export interface Spotlight {
  readonly large: SessionId | null;
  readonly since: number;
  /** Who has begun to speak instead, and when. */
  readonly rival: SessionId | null;
  readonly rivalSince: number;
  /** Who else is talking, since when, and when they were last heard. */
  readonly beside: ReadonlyMap<SessionId, { readonly since: number; readonly heard: number }>;
}

export const nobody: Spotlight = { large: null, since: 0, rival: null, rivalSince: 0, beside: new Map() };

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

/** Those who talk and are not large, breaths included; the very same when there are none. */
function talkingBeside(before: Spotlight, sessions: readonly SessionId[], levels: Levels, now: number) {
  const others = sessions
    .filter((session) => session !== before.large)
    .flatMap((session) => {
      const known = before.beside.get(session);
      const isKnown = known !== undefined && now - known.heard < BREATH_MS;
      if (isSpeaking(levels, session)) return [[session, { since: isKnown ? known.since : now, heard: now }] as const];
      return isKnown ? [[session, known] as const] : [];
    });

  return others.length === 0 && before.beside.size === 0 ? before.beside : new Map(others);
}

/** Who has talked beside the large one for long enough, the longest of them; null when nobody has. */
function longestBeside({ beside }: Spotlight, levels: Levels, now: number): SessionId | null {
  const [longest] = [...beside]
    .filter(([session, { since }]) => now - since >= TURN_MS && isSpeaking(levels, session))
    .sort(([, one], [, other]) => one.since - other.since);

  return longest?.[0] ?? null;
}

const shown = (large: SessionId, now: number, { beside }: Spotlight): Spotlight => ({
  ...nobody,
  large,
  since: now,
  beside,
});

/**
 * Who is shown large (SEE-5): whoever speaks, without jumping about; of those who speak at once the louder, and each in turn if they go
 * on. `sessions` are those in the room, the first of them being the one to show while nobody has spoken; `now` in milliseconds.
 */
export function turnSpotlight(last: Spotlight, sessions: readonly SessionId[], levels: Levels, now: number): Spotlight {
  const first = sessions[0] ?? null;
  const current = last.large !== null && sessions.includes(last.large) ? last.large : null;
  if (current === null) return first === null ? nobody : shown(first, now, nobody);

  const beside = talkingBeside(last, sessions, levels, now);
  const before = beside === last.beside ? last : { ...last, beside };
  const longest = now - before.since < TURN_MS ? null : longestBeside(before, levels, now);
  if (longest !== null) return shown(longest, now, before);

  const speaker = loudest(sessions, levels);
  if (speaker === null || speaker === current) {
    return before.rival === null ? before : { ...before, rival: null };
  }
  if (speaker !== before.rival) return { ...before, rival: speaker, rivalSince: now };
  if (now - before.rivalSince < INSIST_MS || now - before.since < STAY_MS) return before;

  return shown(speaker, now, before);
}
