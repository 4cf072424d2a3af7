import { mediaPlaneContract } from '../mediaPlaneContract.ts';
import { MediasoupPlane } from './MediasoupPlane.ts';

const SETTINGS = {
  workerBin: process.env.MEDIASOUP_WORKER_BIN ?? null,
  workers: 1,
  listenIp: '127.0.0.1',
  announcedAddress: null,
  firstPort: 0,
};
const SILENT = { info: () => {}, warn: () => {}, error: () => {} };

mediaPlaneContract('mediasoup', () =>
  MediasoupPlane.start(SETTINGS, { log: SILENT, now: () => performance.now(), every: () => () => {} }),
);
