import type {
  DtlsParameters,
  RtpCapabilities,
  RtpParameters,
  TransportOffer,
} from '@doorstep/shared/protocol/media.ts';
import type { Instant } from '@doorstep/shared/visit/ids.ts';
import type { TransportId } from '../MediaPlane.ts';

/** What a browser would say: small, and real enough for a real SFU. */
export const CAPABILITIES: RtpCapabilities = {
  codecs: [
    { kind: 'audio', mimeType: 'audio/opus', preferredPayloadType: 100, clockRate: 48_000, channels: 2 },
    { kind: 'video', mimeType: 'video/VP8', preferredPayloadType: 101, clockRate: 90_000 },
  ],
  headerExtensions: [],
};

export const AUDIO_ONLY: RtpCapabilities = { codecs: (CAPABILITIES.codecs ?? []).slice(0, 1), headerExtensions: [] };

/** A microphone with this synchronisation source. */
export const opus = (ssrc: number): RtpParameters => ({
  codecs: [
    { mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2, parameters: { useinbandfec: 1 } },
  ],
  headerExtensions: [],
  encodings: [{ ssrc }],
});

/** A camera with one layer. */
export const vp8 = (ssrc: number): RtpParameters => ({
  codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 }],
  headerExtensions: [],
  encodings: [{ ssrc }],
});

/** A fingerprint of no certificate in the world. */
export const DTLS: DtlsParameters = {
  role: 'client',
  fingerprints: [{ algorithm: 'sha-256', value: Array.from({ length: 32 }, () => 'AB').join(':') }],
};

/** A transport as the fake SFU offers it. */
export const offerOf = (id: TransportId): TransportOffer => ({
  id,
  iceParameters: {},
  iceCandidates: [],
  dtlsParameters: {},
});

/** When everybody took their seat. */
export const SEATED_AT = 1_000 as Instant;
