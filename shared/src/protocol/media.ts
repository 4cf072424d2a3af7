import * as z from 'zod/mini';
import type { Instant, SessionId } from '../visit/ids.ts';
import { sessionId } from './commands.ts';

/**
 * Media signalling: typed request and response, never logged. The shapes of ICE, DTLS and RTP parameters are mediasoup's;
 * here they are only bounded in size and depth, so that the worker is never handed something unbounded.
 */
const short = z.string().check(z.maxLength(256));
const smallInt = z.int().check(z.minimum(0), z.maximum(0xffffffff));
const scalar = z.union([z.string().check(z.maxLength(512)), z.number(), z.boolean()]);
/** Codec parameters and the like: flat, few and short. */
const flat = z
  .record(z.string().check(z.maxLength(64)), scalar)
  .check(z.refine((value) => Object.keys(value).length <= 32));

const dtlsParameters = z.strictObject({
  role: z.optional(z.enum(['auto', 'client', 'server'])),
  fingerprints: z
    .array(
      z.strictObject({
        algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
        value: z.string().check(z.regex(/^[0-9A-Fa-f:]{20,200}$/)),
      }),
    )
    .check(z.minLength(1), z.maxLength(5)),
});

const rtcpFeedback = z.strictObject({ type: short, parameter: z.optional(short) });

const codecParameters = z.strictObject({
  mimeType: short,
  payloadType: smallInt,
  clockRate: smallInt,
  channels: z.optional(smallInt),
  parameters: z.optional(flat),
  rtcpFeedback: z.optional(z.array(rtcpFeedback).check(z.maxLength(16))),
});

const encoding = z.strictObject({
  ssrc: z.optional(smallInt),
  rid: z.optional(short),
  codecPayloadType: z.optional(smallInt),
  rtx: z.optional(z.strictObject({ ssrc: smallInt })),
  dtx: z.optional(z.boolean()),
  scalabilityMode: z.optional(short),
  scaleResolutionDownBy: z.optional(z.number()),
  maxBitrate: z.optional(z.number()),
  maxFramerate: z.optional(z.number()),
  active: z.optional(z.boolean()),
  adaptivePtime: z.optional(z.boolean()),
  priority: z.optional(short),
  networkPriority: z.optional(short),
});

export const rtpParameters = z.strictObject({
  mid: z.optional(short),
  codecs: z.array(codecParameters).check(z.minLength(1), z.maxLength(16)),
  headerExtensions: z.optional(
    z
      .array(
        z.strictObject({
          uri: short,
          id: z.int().check(z.minimum(1), z.maximum(255)),
          encrypt: z.optional(z.boolean()),
          parameters: z.optional(flat),
        }),
      )
      .check(z.maxLength(32)),
  ),
  encodings: z.optional(z.array(encoding).check(z.minLength(1), z.maxLength(4))),
  rtcp: z.optional(
    z.strictObject({ cname: z.optional(short), reducedSize: z.optional(z.boolean()), mux: z.optional(z.boolean()) }),
  ),
  msid: z.optional(short),
});

export const rtpCapabilities = z.strictObject({
  codecs: z.optional(
    z
      .array(
        z.strictObject({
          kind: z.enum(['audio', 'video']),
          mimeType: short,
          preferredPayloadType: z.optional(smallInt),
          clockRate: smallInt,
          channels: z.optional(smallInt),
          parameters: z.optional(flat),
          rtcpFeedback: z.optional(z.array(rtcpFeedback).check(z.maxLength(16))),
        }),
      )
      .check(z.maxLength(48)),
  ),
  headerExtensions: z.optional(
    z
      .array(
        z.strictObject({
          kind: z.enum(['audio', 'video']),
          uri: short,
          preferredId: z.int().check(z.minimum(1), z.maximum(255)),
          preferredEncrypt: z.optional(z.boolean()),
          direction: z.optional(z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive'])),
        }),
      )
      .check(z.maxLength(48)),
  ),
});

const mediaId = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));

const connect = z.strictObject({ type: z.literal('connect'), transport: mediaId, dtlsParameters });
/** [JOIN-4] Before going in: two transports in a router of this device's own, for a picture that comes straight back to it. */
const openLoop = z.strictObject({ type: z.literal('openLoop') });
/** The picture for the loop that is open, and what the device can receive: at once it flows back. One picture of one layer. */
const loopBack = z.strictObject({ type: z.literal('loopBack'), rtpParameters, rtpCapabilities });
const closeLoop = z.strictObject({ type: z.literal('closeLoop') });

/** Which of a sender's keys: SFrame's KID (RFC 9605, 4.3). */
const kid = z.int().check(z.minimum(0), z.maximum(0xffffffff));
/** One sender's key, encrypted for one receiver. To the server it is text of a certain length. */
const wrap = z.string().check(z.minLength(1), z.maxLength(128), z.regex(/^[A-Za-z0-9_-]+$/));

export const mediaRequest = z.discriminatedUnion('type', [
  /** Asks for (new) transports in the room where the server has put this device; whatever it had there is closed first. */
  z.strictObject({ type: z.literal('join') }),
  /** What this device can receive; consumers are made from then on. */
  z.strictObject({ type: z.literal('receive'), rtpCapabilities }),
  connect,
  z.strictObject({ type: z.literal('produce'), transport: mediaId, kind: z.enum(['audio', 'video']), rtpParameters }),
  z.strictObject({ type: z.literal('closeProducer'), producer: mediaId }),
  /** The device has set the consumer up; let it flow (with a key frame). */
  z.strictObject({ type: z.literal('resume'), consumer: mediaId }),
  /** The largest layer this device wants to see of a picture, e.g. because its tile is small. */
  z.strictObject({
    type: z.literal('preferLayers'),
    consumer: mediaId,
    spatial: z.int().check(z.minimum(0), z.maximum(3)),
  }),
  z.strictObject({ type: z.literal('restartIce'), transport: mediaId }),
  openLoop,
  loopBack,
  closeLoop,
  /** [SAFE-2] One's own key for another device of the room, which alone can open it. */
  z.strictObject({ type: z.literal('giveKey'), to: sessionId, kid, wrap }),
  /** … which says so when it has. */
  z.strictObject({ type: z.literal('keyTaken'), from: sessionId, kid }),
  /** Something came that cannot be opened: the sender's key is asked for. */
  z.strictObject({ type: z.literal('needKey'), from: sessionId }),
  /** A picture that can be opened only from now on: let it begin anew. */
  z.strictObject({ type: z.literal('keyFrame'), consumer: mediaId }),
]);
export type MediaRequest = z.infer<typeof mediaRequest>;
export type MediaRequestType = MediaRequest['type'];

/** What measuring a line asks for, and nothing of a room. */
export const loopRequest = z.discriminatedUnion('type', [openLoop, connect, loopBack, closeLoop]);
export type LoopRequest = z.infer<typeof loopRequest>;

export type DtlsParameters = z.infer<typeof dtlsParameters>;
export type RtpParameters = z.infer<typeof rtpParameters>;
export type RtpCapabilities = z.infer<typeof rtpCapabilities>;

/** RFC 8445 / RFC 8829 values as mediasoup hands them out; passed on to the client library untouched. */
export interface TransportOffer {
  readonly id: string;
  readonly iceParameters: unknown;
  readonly iceCandidates: unknown;
  readonly dtlsParameters: unknown;
}

/** A relay, with a name and a word that are good for minutes (SAFE-1). */
export interface IceServer {
  readonly urls: readonly string[];
  readonly username: string;
  readonly credential: string;
}

/** A stream to receive. `session` says whose it is; null marks the silent stream that only warms the transport up and is nobody's. */
export interface ConsumerOffer {
  readonly id: string;
  readonly producer: string;
  /** The receiving transport that it comes on: an offer may arrive when its device has already joined anew. */
  readonly transport: string;
  readonly session: SessionId | null;
  readonly kind: 'audio' | 'video';
  readonly rtpParameters: unknown;
}

/** Two transports and all that a device needs to connect them. In which room is not said: a name such as “main-2” would tell that there is another (PRIV-5). */
export interface JoinAnswer {
  /** Since when this device has its place in this room, as its view says it too; null while nobody has admitted it: its transports are only made ready. */
  readonly seatedAt: Instant | null;
  readonly routerRtpCapabilities: unknown;
  readonly send: TransportOffer;
  readonly receive: TransportOffer;
  /** Empty until admitted. */
  readonly iceServers: readonly IceServer[];
  readonly iceTransportPolicy: 'all' | 'relay';
}

/** [JOIN-4] Where a device sends its own picture, and gets it back. Closed by the server within ten seconds, and when the device is let in or goes. */
export interface LoopAnswer {
  readonly routerRtpCapabilities: unknown;
  readonly send: TransportOffer;
  readonly receive: TransportOffer;
  readonly iceTransportPolicy: 'all' | 'relay';
}

/** One's own picture, on its way back. */
export interface LoopBackAnswer {
  readonly producer: string;
  readonly consumer: string;
  readonly rtpParameters: unknown;
}

/** What comes back for each request that is not refused. */
export interface MediaAnswers {
  readonly join: JoinAnswer;
  readonly receive: { readonly warmUp: ConsumerOffer | null };
  readonly connect: Record<string, never>;
  readonly produce: { readonly id: string };
  readonly closeProducer: Record<string, never>;
  readonly resume: Record<string, never>;
  readonly preferLayers: Record<string, never>;
  readonly restartIce: { readonly iceParameters: unknown; readonly iceServers: readonly IceServer[] };
  readonly openLoop: LoopAnswer;
  readonly loopBack: LoopBackAnswer;
  readonly closeLoop: Record<string, never>;
  readonly giveKey: Record<string, never>;
  readonly keyTaken: Record<string, never>;
  readonly needKey: Record<string, never>;
  readonly keyFrame: Record<string, never>;
}

export type MediaRefusal =
  /** No seat and no known link, or not in that room any more. */
  | 'noSeat'
  /** A waiting device asked for more than being made ready. */
  | 'notAdmitted'
  /** A device that is inside asked for a loop. */
  | 'alreadyInside'
  /** The transport, producer or consumer is not this device's, or no such device is in its room: the same for one that is elsewhere and one that never was. */
  | 'notFound'
  /** Parameters that the SFU does not take. */
  | 'badParameters'
  | 'tooMany'
  /** The SFU is being rebuilt; a `reset` notice follows. */
  | 'unavailable';

/** What the server tells a device about media, unasked. */
export type MediaNotice =
  | { readonly type: 'consumer'; readonly consumer: ConsumerOffer }
  | { readonly type: 'consumerClosed'; readonly consumer: string }
  /** Everything this device had at the SFU is gone; it joins again. `admitted` comes with fresh ice servers through `join` or `restartIce`. */
  | { readonly type: 'reset' }
  /** The loop of this device was ended by the server: it is let in, or the time is over. */
  | { readonly type: 'loopClosed' }
  /** The prepared transports are now a seat: publish. */
  | { readonly type: 'seated'; readonly at: Instant; readonly iceServers: readonly IceServer[] }
  | KeyNotice;

/**
 * [SAFE-2] What another device of the same room said about keys, passed on as it came; the server adds who said it. It is not kept for a
 * device without a line: whoever lacks a key asks for it.
 */
export type KeyNotice =
  | { readonly type: 'key'; readonly from: SessionId; readonly kid: number; readonly wrap: string }
  | { readonly type: 'keyTaken'; readonly by: SessionId; readonly kid: number }
  | { readonly type: 'keyNeeded'; readonly by: SessionId };
