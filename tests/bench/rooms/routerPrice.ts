import { readFile } from 'node:fs/promises';
import { MEDIA_CODECS, TRANSPORT } from '../../../server/src/media/mediasoup/settings.ts';
import { startWorker } from '../../../server/src/media/mediasoup/startWorker.ts';

const ROUTERS = 200;

/** What a room costs that has a Router of its own: time to open one, memory for each, and time for the two transports that each move needs. */
export interface RouterPrice {
  readonly openMs: readonly number[];
  readonly transportsMs: readonly number[];
  readonly kilobytesEach: number;
}

/** Resident memory of a process, in kB (proc(5), VmRSS). */
async function residentOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');

  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
}

/** Opens many Routers on one real worker, without media in them. */
export async function routerPrice(): Promise<RouterPrice> {
  const workerBin = process.env.MEDIASOUP_WORKER_BIN ?? null;
  const { worker, server } = await startWorker(
    { workerBin, workers: 1, listensAt: [{ ip: '127.0.0.1', announcedAddress: null }], firstPort: 0 },
    0,
  );
  try {
    await worker.createRouter({ mediaCodecs: [...MEDIA_CODECS] });
    const before = await residentOf(worker.pid);
    const openMs: number[] = [];
    const transportsMs: number[] = [];
    for (let n = 0; n < ROUTERS; n += 1) {
      const began = performance.now();
      const router = await worker.createRouter({ mediaCodecs: [...MEDIA_CODECS] });
      openMs.push(performance.now() - began);
      if (n % 10 !== 0) continue;

      const asked = performance.now();
      const transports = await Promise.all(
        [0, 1].map(() => router.createWebRtcTransport({ ...TRANSPORT, webRtcServer: server })),
      );
      transportsMs.push(performance.now() - asked);
      for (const transport of transports) transport.close();
    }

    return { openMs, transportsMs, kilobytesEach: ((await residentOf(worker.pid)) - before) / ROUTERS };
  } finally {
    worker.close();
  }
}
