import * as z from 'zod/mini';
import type { SessionId } from '../visit/ids.ts';
import type { RefusalCode } from '../visit/refusals.ts';
import type { VisitView } from '../visit/viewShape.ts';
import { type CommandMessage, sessionId } from './commands.ts';
import type { MediaAnswers, MediaNotice, MediaRefusal, MediaRequest, MediaRequestType } from './media.ts';

/** Sent with the handshake. Who it is comes from the cookie; `session` only says which of that browser's places this tab is for. */
export const handshake = z.strictObject({ protocol: z.int(), session: sessionId });
export type Handshake = z.infer<typeof handshake>;

/** Why a connection is refused or closed by the server. */
export type DoorRefusal = 'reload' | 'notSignedIn' | 'tooMany' | 'elsewhere' | 'closing';

/** Refusals that the door itself gives, before the visit is asked. */
export type GatewayRefusal = 'malformed' | 'tooFast' | 'fault';

export type CommandAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: RefusalCode | GatewayRefusal };

export type MediaAnswer<Type extends MediaRequestType> =
  | { readonly ok: true; readonly answer: MediaAnswers[Type] }
  | { readonly ok: false; readonly refusal: MediaRefusal | GatewayRefusal };

/** How loud each device of the room is, 0 (silent) to 1, a few times a second; may be lost. */
export type Levels = readonly { readonly session: SessionId; readonly level: number }[];

/** socket.io's typed events: everything that a client may send … */
export interface ClientToServer {
  command: (message: CommandMessage, answer: (answer: CommandAnswer) => void) => void;
  media: (request: MediaRequest, answer: (answer: MediaAnswer<MediaRequestType>) => void) => void;
}

/** … and everything that the server sends. `sequence` counts this connection's views from 1. */
export interface ServerToClient {
  view: (message: { readonly sequence: number; readonly view: VisitView }) => void;
  media: (notice: MediaNotice) => void;
  levels: (levels: Levels) => void;
  /** The server closes this connection and why; the client does not come back by itself except for `closing`. */
  goodbye: (why: DoorRefusal) => void;
}
