import type { RtpCapabilities } from '@doorstep/shared/protocol/media.ts';

/** The two codecs of every visit; every browser with WebRTC has both (RFC 7874, RFC 7742). */
const CODECS = [
  { mimeType: 'audio/opus', clockRate: 48_000, channels: 2 },
  { mimeType: 'video/vp8', clockRate: 90_000, channels: undefined },
] as const;

/** Whether a device that says it can receive this will be able to consume whatever is produced in a room. */
export const receivesBoth = ({ codecs = [] }: RtpCapabilities): boolean =>
  CODECS.every(({ mimeType, clockRate, channels }) =>
    codecs.some(
      (codec) =>
        codec.mimeType.toLowerCase() === mimeType &&
        codec.clockRate === clockRate &&
        (channels === undefined || codec.channels === channels),
    ),
  );
