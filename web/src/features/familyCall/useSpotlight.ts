import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { useEffect, useState } from 'react';
import { nobody, turnSpotlight } from './speaker.ts';
import { firstToShow, type Tile } from './tiles.ts';

/** Who is shown large now. */
export function useSpotlight(tiles: readonly Tile[], levels: ReadonlyMap<SessionId, number>): SessionId | null {
  const [spotlight, setSpotlight] = useState(nobody);
  const sessions = firstToShow(tiles).map(({ session }) => session);
  const room = sessions.join(' ');

  // biome-ignore lint/correctness/useExhaustiveDependencies: `room` stands for the sessions, whose array is new on every render.
  useEffect(() => {
    setSpotlight((before) => turnSpotlight(before, sessions, levels, performance.now()));
  }, [room, levels]);

  // The one to show is known at once, before the effect has run.
  return spotlight.large !== null && sessions.includes(spotlight.large) ? spotlight.large : (sessions[0] ?? null);
}
