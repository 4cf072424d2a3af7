import { expect, test } from 'vitest';
import { DANA, MAIN } from '../fake/FakeCaller.ts';
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

const start = () =>
  MediasoupPlane.start(SETTINGS, { log: SILENT, now: () => performance.now(), every: () => () => {} });

mediaPlaneContract('mediasoup', start);

test('a room speaks Opus with error correction and silence suppression, and VP8 with every repair', async () => {
  const plane = await start();
  await plane.openRoom(MAIN);
  const offer = await plane.openPlace(MAIN, DANA);
  await plane.close();

  expect(offer.routerRtpCapabilities).toMatchObject({
    codecs: [
      { mimeType: 'audio/opus', parameters: { useinbandfec: 1, usedtx: 1 } },
      {
        mimeType: 'video/VP8',
        rtcpFeedback: expect.arrayContaining([
          { type: 'nack', parameter: '' },
          { type: 'nack', parameter: 'pli' },
          { type: 'ccm', parameter: 'fir' },
          { type: 'transport-cc', parameter: '' },
        ]),
      },
      { mimeType: 'video/rtx' },
    ],
  });
});
