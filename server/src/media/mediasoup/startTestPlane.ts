import { MediasoupPlane } from './MediasoupPlane.ts';

/** One worker, reached on this machine alone; the worker's program is the one that MEDIASOUP_WORKER_BIN names, if any. */
export const TEST_SETTINGS = {
  workerBin: process.env.MEDIASOUP_WORKER_BIN ?? null,
  workers: 1,
  listensAt: [{ ip: '127.0.0.1', announcedAddress: null }],
  firstPort: 0,
};

const SILENT = { info: () => {}, warn: () => {}, error: () => {} };

/** A real plane in which nothing happens by the clock. */
export const startTestPlane = (): Promise<MediasoupPlane> =>
  MediasoupPlane.start(TEST_SETTINGS, { log: SILENT, now: () => performance.now(), every: () => () => {} });
