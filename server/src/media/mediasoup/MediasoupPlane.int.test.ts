import { expect, test } from 'vitest';
import { DANA, MAIN } from '../fake/FakeCaller.ts';
import { mediaPlaneContract } from '../mediaPlaneContract.ts';
import { startTestPlane } from './startTestPlane.ts';

mediaPlaneContract('mediasoup', startTestPlane);

test('a room speaks Opus with error correction and silence suppression, and VP8 with every repair', async () => {
  const plane = await startTestPlane();
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
