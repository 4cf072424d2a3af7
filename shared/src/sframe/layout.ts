/**
 * What of a frame stays in the clear. The server needs to tell VP8 key frames from others, and packetisers read the first bytes of either;
 * these bytes describe the picture and hold nothing of it. Of Opus it is the byte that says how the sound is coded (RFC 6716 §3.1).
 *
 * A frame on the wire is: clear bytes ‖ SFrame header ‖ ciphertext ‖ tag. Its first byte alone says how many bytes are clear, so that
 * sender and receiver cannot differ.
 */
export type MediaKind = 'audio' | 'video';

/** RFC 6386 §9.1: the frame tag, and of key frames the start code and the size as well. */
const VP8_KEY = 10;
const VP8_OTHER = 3;
const OPUS = 1;

/** Stands before a frame of which nothing is clear. As VP8 it is a frame of a version that there is not. */
export const NOTHING_CLEAR = 0xff;

/** How many bytes are clear in a frame on the wire, by its first byte. */
export function clearLength(kind: MediaKind, first: number): number {
  if (first === NOTHING_CLEAR) return 1;
  if (kind === 'audio') return OPUS;

  return (first & 1) === 0 ? VP8_KEY : VP8_OTHER;
}

/** Whether a frame can be sent with its first bytes clear: it has them, and does not begin as those do of which nothing is clear. */
export function hasClearBytes(kind: MediaKind, frame: Uint8Array): boolean {
  const first = frame[0] ?? NOTHING_CLEAR;

  return first !== NOTHING_CLEAR && frame.length >= clearLength(kind, first);
}
