import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mediaRequest } from './media.ts';

const rtpParameters = {
  mid: '0',
  codecs: [
    {
      mimeType: 'audio/opus',
      payloadType: 111,
      clockRate: 48000,
      channels: 2,
      parameters: { useinbandfec: 1 },
      rtcpFeedback: [],
    },
  ],
  headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 1, encrypt: false, parameters: {} }],
  encodings: [{ ssrc: 1234, dtx: true }],
  rtcp: { cname: 'a', reducedSize: true },
};
const produce = { type: 'produce', transport: 'abc', kind: 'audio', rtpParameters } as const;

describe('media signalling at the door', () => {
  test('what a browser says is understood', () => {
    expect(mediaRequest.safeParse(produce).success).toBe(true);
    expect(mediaRequest.safeParse({ type: 'join' }).success).toBe(true);
    const wrap = 'x'.repeat(128);
    expect(mediaRequest.safeParse({ type: 'giveKey', to: 'a', kid: 2 ** 32 - 1, wrap }).success).toBe(true);
  });

  test.each([
    [
      '300 encodings',
      { ...produce, rtpParameters: { ...rtpParameters, encodings: Array.from({ length: 300 }, () => ({ ssrc: 1 })) } },
    ],
    ['no codec', { ...produce, rtpParameters: { ...rtpParameters, codecs: [] } }],
    [
      'a header extension id beyond RFC 8285',
      { ...produce, rtpParameters: { ...rtpParameters, headerExtensions: [{ uri: 'a', id: 256 }] } },
    ],
    ['a negative ssrc', { ...produce, rtpParameters: { ...rtpParameters, encodings: [{ ssrc: -1 }] } }],
    [
      'nested codec parameters',
      {
        ...produce,
        rtpParameters: { ...rtpParameters, codecs: [{ ...rtpParameters.codecs[0], parameters: { a: { b: 1 } } }] },
      },
    ],
    ['an unknown kind', { ...produce, kind: 'data' }],
    ['no fingerprint', { type: 'connect', transport: 'abc', dtlsParameters: { fingerprints: [] } }],
    [
      'a fingerprint that is none',
      {
        type: 'connect',
        transport: 'abc',
        dtlsParameters: { fingerprints: [{ algorithm: 'sha-256', value: '<script>' }] },
      },
    ],
    ['a room of one’s own choice', { type: 'join', room: 'private-1' }],
    ['a key for everybody', { type: 'giveKey', kid: 1, wrap: 'sealed' }],
    ['a key as if from somebody else', { type: 'giveKey', to: 'a', from: 'b', kid: 1, wrap: 'sealed' }],
    ['a wrap that is too long', { type: 'giveKey', to: 'a', kid: 1, wrap: 'x'.repeat(129) }],
    ['a wrap of other letters', { type: 'giveKey', to: 'a', kid: 1, wrap: '<b>' }],
    ['a wrap that is empty', { type: 'giveKey', to: 'a', kid: 1, wrap: '' }],
    ['a key’s number beyond 32 bits', { type: 'keyTaken', from: 'a', kid: 2 ** 32 }],
    ['half a key’s number', { type: 'keyTaken', from: 'a', kid: 0.5 }],
    ['somebody else’s session', { type: 'resume', consumer: 'abc', session: 'other' }],
  ])('[SAFE-6] %s is not understood', (_what, request) => {
    expect(mediaRequest.safeParse(request).success).toBe(false);
  });

  test('[SAFE-6] anything at all is answered with yes or no, never with an exception', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 5 }), (value) => {
        expect(typeof mediaRequest.safeParse(value).success).toBe('boolean');
        expect(typeof mediaRequest.safeParse({ ...produce, rtpParameters: value }).success).toBe('boolean');
      }),
    );
  });
});
