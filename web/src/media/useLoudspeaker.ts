import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { useEffect, useSyncExternalStore } from 'react';
import type { Loudspeaker, LoudspeakerState } from './Loudspeaker.ts';
import type { RemoteStreams } from './MediaClient.ts';

/** Plays the sound of these streams for as long as the component is shown. */
export function useLoudspeaker(
  loudspeaker: Loudspeaker,
  streams: ReadonlyMap<SessionId, RemoteStreams>,
): LoudspeakerState {
  useEffect(() => loudspeaker.play(streams), [loudspeaker, streams]);
  useEffect(() => () => loudspeaker.stop(), [loudspeaker]);
  return useSyncExternalStore(loudspeaker.subscribe, loudspeaker.getState, loudspeaker.getState);
}
