import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { useSyncExternalStore } from 'react';
import type { VisitClient, VisitClientState } from './VisitClient.ts';

/** The client's state, rendering again on every change, speaking levels included. */
export function useVisitClient(client: VisitClient): VisitClientState {
  return useSyncExternalStore(client.subscribe, client.getState, client.getState);
}

/** How loud one device is, 0 to 1, in tenths, so that only its own tile renders again and only when it shows. */
export function useLevel(client: VisitClient, session: SessionId): number {
  const level = () => Math.round((client.getState().levels.get(session) ?? 0) * 10) / 10;
  return useSyncExternalStore(client.subscribe, level, () => 0);
}
