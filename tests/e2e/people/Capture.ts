import type { Tapped } from './Tap.ts';

/** RFC 7983: of what shares a port, RTP and RTCP begin so. */
const isRtp = ([first = 0]: Buffer): boolean => first >= 128 && first <= 191;
/** RFC 5761 §4: these payload types are RTCP’s. */
const isControl = (payloadType: number): boolean => payloadType >= 64 && payloadType <= 95;
/** RFC 3550 §5.1. */
const HEADER_BYTES = 12;
const SSRC_AT = 8;
/** Of each stream: ten seconds of sound. */
const KEPT = 500;

/** What somebody on the line makes of the datagrams that go by: RTP by its streams. Its headers are readable to everybody (RFC 3711). */
export class Capture {
  readonly #streams = new Map<number, Buffer[]>();

  readonly keep = (datagram: Buffer): void => {
    if (datagram.length < HEADER_BYTES || !isRtp(datagram) || isControl(payloadTypeOf(datagram))) return;

    const ssrc = datagram.readUInt32BE(SSRC_AT);
    const packets = this.#streams.get(ssrc) ?? [];
    this.#streams.set(ssrc, packets);
    if (packets.length < KEPT) packets.push(Buffer.from(datagram));
  };

  /** The streams of which at least so many packets were caught. What each is, nothing says: so each is tried as a picture and as sound. */
  streams(least: number): readonly Tapped[] {
    const long = [...this.#streams.values()].filter((packets) => packets.length >= least);

    return long.flatMap((packets) =>
      (['audio', 'video'] as const).map((kind) => ({ kind, payloadType: payloadTypeOf(packets[0]), packets })),
    );
  }
}

const payloadTypeOf = (packet: Buffer | undefined): number => (packet?.[1] ?? 0) & 0x7f;
