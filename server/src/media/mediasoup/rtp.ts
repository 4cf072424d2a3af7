import type { DtlsParameters, RtpCapabilities, RtpParameters } from '@doorstep/shared/protocol/media.ts';
import type { types } from 'mediasoup';
import type { Kind } from '../MediaPlane.ts';

/**
 * What a device says about its media, built anew from what a visit needs. mediasoup hands a sender's codec parameters, stream
 * names and extensions on to every receiver, whose browser writes them into a session description: nothing of a sender's own
 * wording may get there.
 */

const CODECS: Readonly<Record<Kind, readonly string[]>> = {
  audio: ['audio/opus'],
  video: ['video/vp8', 'video/rtx'],
};

/** RFC 7587 §6.1 and RFC 4588 §8.6; all of them are numbers. */
const NUMERIC_PARAMETERS = new Set([
  'apt',
  'cbr',
  'maxaveragebitrate',
  'maxplaybackrate',
  'maxptime',
  'minptime',
  'ptime',
  'sprop-stereo',
  'stereo',
  'useinbandfec',
  'usedtx',
]);

const EXTENSIONS: readonly types.RtpHeaderExtensionUri[] = [
  'urn:ietf:params:rtp-hdrext:sdes:mid',
  'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  'urn:3gpp:video-orientation',
  'urn:ietf:params:rtp-hdrext:toffset',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time',
  'http://www.webrtc.org/experiments/rtp-hdrext/playout-delay',
];

/** RFC 8852 §3.1, kept short. */
const RID = /^[A-Za-z0-9_-]{1,16}$/;
const LAYERS = /^[LS][1-3]T[1-3](?:_KEY)?$/;
const FEEDBACK = /^[a-z-]{1,24}$/;

type Codec = RtpParameters['codecs'][number];
type Encoding = NonNullable<RtpParameters['encodings']>[number];

const isKnownCodec = (kind: Kind, mimeType: string): boolean => CODECS[kind].includes(mimeType.toLowerCase());

const numbersOf = (parameters: Codec['parameters'] = {}): Record<string, number> =>
  Object.fromEntries(
    Object.entries(parameters).filter(
      (entry): entry is [string, number] =>
        NUMERIC_PARAMETERS.has(entry[0].toLowerCase()) && Number.isInteger(entry[1]),
    ),
  );

const feedbackOf = (feedback: Codec['rtcpFeedback'] = []): types.RtcpFeedback[] =>
  feedback
    .filter(({ type, parameter }) => FEEDBACK.test(type) && (!parameter || FEEDBACK.test(parameter)))
    .map(({ type, parameter }) => ({ type, ...(parameter && { parameter }) }));

function codecOf({
  mimeType,
  payloadType,
  clockRate,
  channels,
  parameters,
  rtcpFeedback,
}: Codec): types.RtpCodecParameters {
  return {
    mimeType,
    payloadType,
    clockRate,
    ...(channels !== undefined && { channels }),
    parameters: numbersOf(parameters),
    rtcpFeedback: feedbackOf(rtcpFeedback),
  };
}

function encodingOf({ ssrc, rid, rtx, dtx, scalabilityMode, maxBitrate }: Encoding): types.RtpEncodingParameters {
  return {
    ...(ssrc !== undefined && { ssrc }),
    ...(rid !== undefined && RID.test(rid) && { rid }),
    ...(rtx !== undefined && { rtx: { ssrc: rtx.ssrc } }),
    ...(dtx !== undefined && { dtx }),
    ...(scalabilityMode !== undefined && LAYERS.test(scalabilityMode) && { scalabilityMode }),
    ...(maxBitrate !== undefined && Number.isInteger(maxBitrate) && maxBitrate > 0 && { maxBitrate }),
  };
}

/** What a producer of `kind` may be made with. Throws when there is a codec that a visit does not use. */
export function sendParametersOf(kind: Kind, parameters: RtpParameters): types.RtpParameters {
  const { mid, codecs, headerExtensions = [], encodings = [] } = parameters;
  const stranger = codecs.find(({ mimeType }) => !isKnownCodec(kind, mimeType));
  if (stranger) throw new TypeError(`not a codec for ${kind}`);

  return {
    ...(mid !== undefined && RID.test(mid) && { mid }),
    codecs: codecs.map(codecOf),
    headerExtensions: headerExtensions.flatMap(({ uri, id }) => {
      const known = EXTENSIONS.find((extension) => extension === uri);
      return known ? [{ uri: known, id }] : [];
    }),
    encodings: encodings.map(encodingOf),
    rtcp: { reducedSize: true },
  };
}

/** What a device can receive, of what there is in a visit. */
export function receiveCapabilitiesOf({ codecs = [], headerExtensions = [] }: RtpCapabilities): types.RtpCapabilities {
  return {
    codecs: codecs.flatMap(({ kind, mimeType, preferredPayloadType, clockRate, channels, parameters, rtcpFeedback }) =>
      preferredPayloadType !== undefined && isKnownCodec(kind, mimeType)
        ? [
            {
              kind,
              preferredPayloadType,
              mimeType,
              clockRate,
              ...(channels !== undefined && { channels }),
              parameters: numbersOf(parameters),
              rtcpFeedback: feedbackOf(rtcpFeedback),
            },
          ]
        : [],
    ),
    headerExtensions: headerExtensions.flatMap(({ kind, uri, preferredId }) => {
      const known = EXTENSIONS.find((extension) => extension === uri);
      return known ? [{ kind, uri: known, preferredId }] : [];
    }),
  };
}

/** RFC 8122 fingerprints, as mediasoup takes them. */
export const dtlsParametersOf = ({ role, fingerprints }: DtlsParameters): types.DtlsParameters => ({
  ...(role && { role }),
  fingerprints: fingerprints.map(({ algorithm, value }) => ({ algorithm, value })),
});
