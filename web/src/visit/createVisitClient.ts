import type { CommandId, SessionId } from '@doorstep/shared/visit/ids.ts';
import { browserNetworkSigns } from './networkSigns.ts';
import { reloadOnce } from './reloadOnce.ts';
import { socketWires } from './socketWire.ts';
import { ReconnectingVisitClient, type VisitClient } from './VisitClient.ts';

/** Connects this tab to the visit in which it has the place `session`, and stays connected until closed. */
export function createVisitClient(session: SessionId): VisitClient {
  return new ReconnectingVisitClient({
    openWire: socketWires(session),
    network: browserNetworkSigns,
    newCommandId: mintCommandId,
    random: spread,
    reloadPage: () => reloadOnce({ location, storage: sessionStorage }),
  });
}

/** From 0 up to 1. */
const spread = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

/** 128 random bits; `crypto.randomUUID` is missing from the oldest phones and from plain http. */
function mintCommandId(): CommandId {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') as CommandId;
}
