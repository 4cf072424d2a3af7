import process from 'node:process';
import { createWorker, type types } from 'mediasoup';
import { freePort } from '../../freePort.ts';
import type { MediasoupSettings } from './settings.ts';

/** One media process with the one port on which it speaks to devices. */
export interface RunningWorker {
  readonly worker: types.Worker;
  readonly server: types.WebRtcServer;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Starts worker number `index`. Rejects when there is no such program, or its port is taken. */
export async function startWorker(settings: MediasoupSettings, index: number): Promise<RunningWorker> {
  const { workerBin, listensAt, firstPort } = settings;
  const before = SIGNALS.map((signal) => new Set(process.listeners(signal)));
  const starting = createWorker({ logLevel: 'error', ...(workerBin !== null && { workerBin }) });
  // mediasoup closes its workers on these signals, without a word and with the process living on; when to end is ours to say.
  SIGNALS.forEach((signal, which) => {
    for (const listener of process.listeners(signal)) {
      if (!before[which]?.has(listener)) process.removeListener(signal, listener);
    }
  });
  const worker = await starting;

  try {
    const listenInfos: types.TransportListenInfo[] = [];
    for (const { ip, announcedAddress } of listensAt) {
      const port = firstPort === 0 ? await freePort(ip) : firstPort + index;
      const listen = { ip, port, ...(announcedAddress !== null && { announcedAddress }) };
      listenInfos.push({ protocol: 'udp', ...listen }, { protocol: 'tcp', ...listen });
    }
    return { worker, server: await worker.createWebRtcServer({ listenInfos }) };
  } catch (error) {
    worker.close();
    throw error;
  }
}
