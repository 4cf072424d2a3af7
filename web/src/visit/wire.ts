import type { CommandMessage } from '@doorstep/shared/protocol/commands.ts';
import type { MediaNotice, MediaRequest, MediaRequestType } from '@doorstep/shared/protocol/media.ts';
import type { CommandAnswer, DoorRefusal, Levels, MediaAnswer } from '@doorstep/shared/protocol/socket.ts';
import type { VisitView } from '@doorstep/shared/visit/viewShape.ts';

export type RequestOf<Type extends MediaRequestType> = Extract<MediaRequest, { readonly type: Type }>;

/** What one connection tells, in order. After `closed` it says nothing more. */
export interface WireListener {
  opened(): void;
  view(view: VisitView): void;
  media(notice: MediaNotice): void;
  levels(levels: Levels): void;
  /** Once, whether or not it had opened. `why` is given when the server said so itself. */
  closed(why: DoorRefusal | null): void;
}

/**
 * One connection to the server, from the attempt to its end; a new attempt is a new wire.
 * Answers are null when none came in time or the connection ended first: whether the server acted is then unknown.
 */
export interface Wire {
  command(message: CommandMessage): Promise<CommandAnswer | null>;
  media<Type extends MediaRequestType>(request: RequestOf<Type>): Promise<MediaAnswer<Type> | null>;
  /** Ends it at once and without a further word to the listener. */
  close(): void;
}

/** `attempt` counts the failures since the last connection that opened, so that an adapter can try another way through. */
export type OpenWire = (listener: WireListener, attempt: number) => Wire;
