import type { CommandId, SessionId } from '@doorstep/shared/visit/ids.ts';
import { mintId } from '../http/mintId.ts';
import { browserNetworkSigns } from './networkSigns.ts';
import { reloadOnce } from './reloadOnce.ts';
import { reloadWhenRestored } from './reloadWhenRestored.ts';
import { socketWires } from './socketWire.ts';
import { ReconnectingVisitClient, type VisitClient } from './VisitClient.ts';

/** Connects this tab to the visit in which it has the place `session`, and stays connected until closed. */
export function createVisitClient(session: SessionId): VisitClient {
  reloadWhenRestored();
  return new ReconnectingVisitClient({
    openWire: socketWires(session),
    network: browserNetworkSigns,
    newCommandId: () => mintId() as CommandId,
    random: spread,
    reloadPage: () => reloadOnce({ location, storage: sessionStorage }),
  });
}

/** From 0 up to 1. */
const spread = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
