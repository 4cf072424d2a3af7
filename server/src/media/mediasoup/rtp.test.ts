import type { RtpCapabilities, RtpParameters } from '@doorstep/shared/protocol/media.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CAPABILITIES, DTLS, opus, vp8 } from '../fake/parameters.ts';
import { dtlsParametersOf, receiveCapabilitiesOf, sendParametersOf } from './rtp.ts';

const INJECTED = 'x\r\na=candidate:1 1 udp 1 203.0.113.9 9 typ host';

const simulcast: RtpParameters = {
  mid: '1',
  codecs: [
    {
      mimeType: 'video/VP8',
      payloadType: 96,
      clockRate: 90_000,
      parameters: {},
      rtcpFeedback: [{ type: 'nack', parameter: 'pli' }, { type: 'transport-cc' }],
    },
    { mimeType: 'video/rtx', payloadType: 97, clockRate: 90_000, parameters: { apt: 96 } },
  ],
  headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 4 }],
  encodings: [
    { rid: 'r0', scalabilityMode: 'L1T3', maxBitrate: 120_000 },
    { rid: 'r1', scalabilityMode: 'L1T3', maxBitrate: 700_000 },
  ],
};

describe('what is produced', () => {
  test('keeps what a browser’s simulcast needs', () => {
    expect(sendParametersOf('video', simulcast)).toEqual({
      mid: '1',
      codecs: [
        {
          mimeType: 'video/VP8',
          payloadType: 96,
          clockRate: 90_000,
          parameters: {},
          rtcpFeedback: [{ type: 'nack', parameter: 'pli' }, { type: 'transport-cc' }],
        },
        { mimeType: 'video/rtx', payloadType: 97, clockRate: 90_000, parameters: { apt: 96 }, rtcpFeedback: [] },
      ],
      headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 4 }],
      encodings: [
        { rid: 'r0', scalabilityMode: 'L1T3', maxBitrate: 120_000 },
        { rid: 'r1', scalabilityMode: 'L1T3', maxBitrate: 700_000 },
      ],
      rtcp: { reducedSize: true },
    });
    expect(sendParametersOf('audio', opus(1)).codecs[0]?.parameters).toEqual({ useinbandfec: 1 });
  });

  test('is of its kind, in the codecs of a visit', () => {
    expect(() => sendParametersOf('audio', vp8(1))).toThrow();
    expect(() => sendParametersOf('video', opus(1))).toThrow();
    expect(() =>
      sendParametersOf('video', { codecs: [{ mimeType: 'video/H264', payloadType: 96, clockRate: 90_000 }] }),
    ).toThrow();
  });

  test('carries no text of the sender’s to the browsers of the others', () => {
    const [codec] = opus(1).codecs;
    const hostile: RtpParameters = {
      mid: INJECTED,
      msid: INJECTED,
      codecs: [
        {
          mimeType: 'audio/opus',
          payloadType: 111,
          clockRate: 48_000,
          channels: codec?.channels,
          parameters: { stereo: INJECTED, [INJECTED]: 1, useinbandfec: 1, minptime: '10' },
          rtcpFeedback: [{ type: INJECTED }, { type: 'nack', parameter: INJECTED }],
        },
      ],
      headerExtensions: [{ uri: INJECTED, id: 1, parameters: { a: INJECTED } }],
      encodings: [{ ssrc: 1, rid: INJECTED, scalabilityMode: INJECTED }],
      rtcp: { cname: INJECTED },
    };

    expect(sendParametersOf('audio', hostile)).toEqual({
      codecs: [
        {
          mimeType: 'audio/opus',
          payloadType: 111,
          clockRate: 48_000,
          channels: 2,
          parameters: { useinbandfec: 1 },
          rtcpFeedback: [],
        },
      ],
      headerExtensions: [],
      encodings: [{ ssrc: 1 }],
      rtcp: { reducedSize: true },
    });
  });

  test('says nothing that was said in any field, whatever is said', () => {
    const said = fc.string({ minLength: 5 }).map((text) => `~${text}`);
    fc.assert(
      fc.property(said, said, said, (one, two, three) => {
        const [codec] = opus(1).codecs;
        if (!codec) throw new Error('no codec');
        const built = sendParametersOf('audio', {
          ...opus(1),
          mid: one,
          msid: two,
          codecs: [{ ...codec, parameters: { stereo: one, [two]: three }, rtcpFeedback: [{ type: three }] }],
          encodings: [{ rid: one, scalabilityMode: two }],
          rtcp: { cname: three },
        });
        expect(JSON.stringify(built)).not.toContain('~');
      }),
    );
  });
});

test('what can be received is Opus, VP8 and its repair, whatever else a browser has', () => {
  const browser: RtpCapabilities = {
    codecs: [
      ...(CAPABILITIES.codecs ?? []),
      { kind: 'video', mimeType: 'video/rtx', preferredPayloadType: 102, clockRate: 90_000, parameters: { apt: 101 } },
      { kind: 'video', mimeType: 'video/AV1', preferredPayloadType: 103, clockRate: 90_000 },
      { kind: 'audio', mimeType: 'audio/red', preferredPayloadType: 104, clockRate: 48_000, channels: 2 },
    ],
    headerExtensions: [
      { kind: 'video', uri: 'urn:3gpp:video-orientation', preferredId: 11 },
      { kind: 'video', uri: 'urn:example:unknown', preferredId: 12 },
    ],
  };
  const { codecs, headerExtensions } = receiveCapabilitiesOf(browser);

  expect(codecs?.map(({ mimeType }) => mimeType)).toEqual(['audio/opus', 'video/VP8', 'video/rtx']);
  expect(headerExtensions).toEqual([{ kind: 'video', uri: 'urn:3gpp:video-orientation', preferredId: 11 }]);
});

test('fingerprints go through as they are, a role only when there is one', () => {
  expect(dtlsParametersOf(DTLS)).toEqual(DTLS);
  expect(dtlsParametersOf({ fingerprints: DTLS.fingerprints })).toEqual({ fingerprints: DTLS.fingerprints });
});
