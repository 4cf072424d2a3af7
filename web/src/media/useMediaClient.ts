import { useSyncExternalStore } from 'react';
import type { MediaClient, MediaClientState } from './MediaClient.ts';

/** What arrives from the room and how the line to it stands. */
export function useMediaClient(media: MediaClient): MediaClientState {
  return useSyncExternalStore(media.subscribe, media.getState, media.getState);
}
