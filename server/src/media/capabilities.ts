import type { RtpCapabilities } from '@doorstep/shared/protocol/media.ts';

/** The two codecs of every visit; every browser with WebRTC has both (RFC 7874, RFC 7742). */
const CODECS = [
  { mimeType: 'audio/opus', clockRate: 48_000, channels: 2 },
  { mimeType: 'video/vp8', clockRate: 90_000, channels: undefined },
] as const;

type Codec = (typeof CODECS)[number];

const receives = ({ codecs = [] }: RtpCapabilities, { mimeType, clockRate, channels }: Codec): boolean =>
  codecs.some(
    (codec) =>
      codec.mimeType.toLowerCase() === mimeType &&
      codec.clockRate === clockRate &&
      (channels === undefined || codec.channels === channels),
  );

/** Whether a device that says it can receive this will be able to consume whatever is produced in a room. */
export const receivesBoth = (capabilities: RtpCapabilities): boolean =>
  CODECS.every((codec) => receives(capabilities, codec));

/** Whether a device that says it can receive this will be able to consume a picture. */
export const receivesPictures = (capabilities: RtpCapabilities): boolean => receives(capabilities, CODECS[1]);
