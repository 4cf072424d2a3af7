import type { Instant, SessionId } from '../ids.ts';

/**
 * What a professional's screen shows of somebody: measured there, because the server does not look into pictures (SEE-4). `notShown`: that
 * screen itself shows nobody, or not this picture, as when another tab is in front.
 */
export type Sight = 'seen' | 'frozen' | 'black' | 'lost' | 'off' | 'notShown';

export interface Sighting {
  readonly sight: Sight;
  readonly since: Instant;
}

/** Whose picture is seen how, by each watching device. */
export type Sights = ReadonlyMap<SessionId, ReadonlyMap<SessionId, Sighting>>;
