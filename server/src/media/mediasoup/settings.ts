import type { types } from 'mediasoup';

export interface ListeningAddress {
  readonly ip: string;
  /** Address that devices are told; `ip` when null. */
  readonly announcedAddress: string | null;
}

/** What the operator decides. */
export interface MediasoupSettings {
  /** Path of the worker; mediasoup's own default when null. */
  readonly workerBin: string | null;
  readonly workers: number;
  /** Devices are told all of them, and find out which they reach. At least one. */
  readonly listensAt: readonly ListeningAddress[];
  /** Worker n listens on `firstPort + n`, UDP and TCP; 0 takes any free port for each. */
  readonly firstPort: number;
}

/**
 * One sound and one picture codec, which every browser has; in-band FEC and silence suppression for weak links. Repair and
 * congestion feedback are mediasoup's own, all that it has for a codec.
 */
export const MEDIA_CODECS: types.RouterRtpCodecCapability[] = [
  {
    kind: 'audio',
    mimeType: 'audio/opus',
    clockRate: 48_000,
    channels: 2,
    parameters: { useinbandfec: 1, usedtx: 1 },
  },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
];

/** UDP first; TCP for networks that let no UDP through. No data channels: nothing here needs SCTP. */
export const TRANSPORT = {
  enableUdp: true,
  enableTcp: true,
  preferUdp: true,
  enableSctp: false,
  // Bits per second; enough to begin with the middle layer of two people, the estimate takes over within a second.
  initialAvailableOutgoingBitrate: 1_000_000,
} as const;

/** Bits per second: two simulcast layers and sound with room to spare; more is no better picture on a tile. */
export const MOST_INCOMING_BITRATE = 2_500_000;

/**
 * Bits per second: a voice, and the slowest of a small picture (eight a second). A line that was overrun once may be thought to carry less
 * than any picture; then nothing but the voice is sent, from which nobody learns that it carries more, and the picture never came back.
 */
export const LEAST_OUTGOING_BITRATE = 70_000;

/** A loop carries one picture, and bits per second for that and no more. */
export const LOOP_CODECS: types.RouterRtpCodecCapability[] = MEDIA_CODECS.filter(({ kind }) => kind === 'video');
export const MOST_LOOPED_BITRATE = 700_000;

/** Five times a second, whoever is louder than a whisper. */
export const LEVELS = { maxEntries: 16, threshold: -60, interval: 200 } as const;

/** The silence that warms transports up: a stream that never sends a packet. */
export const SILENCE: types.RtpParameters = {
  codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }],
  encodings: [{ ssrc: 1 }],
};

/** From the observer's dBov (RFC 6464: -127 silent to 0 loudest) to 0…1, so that quiet speech is half-way. */
export const levelOf = (dBov: number): number => Math.min(1, Math.max(0, 1 + dBov / -LEVELS.threshold));
