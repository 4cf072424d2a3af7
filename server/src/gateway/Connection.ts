import type { MediaNotice } from '@doorstep/shared/protocol/media.ts';
import type { ClientToServer, DoorRefusal, Levels, ServerToClient } from '@doorstep/shared/protocol/socket.ts';
import type { Instant } from '@doorstep/shared/visit/ids.ts';
import type { VisitView } from '@doorstep/shared/visit/viewShape.ts';
import type { Socket } from 'socket.io';
import type { Admission, Place } from './Door.ts';
import { Outbox } from './Outbox.ts';

type Admitted = Extract<Admission, { readonly ok: true }>;

/** What the door found out, kept with the socket. */
export interface SocketData {
  admitted: Admitted;
}

export type DeviceSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

/** One open line to one device. */
export class Connection {
  readonly place: Place;
  readonly #socket: DeviceSocket;
  readonly #outbox: Outbox;
  #stopShowing: () => void = () => {};
  #lastNotice: Instant | null = null;
  #heardAt: Instant;

  constructor(socket: DeviceSocket, place: Place, now: Instant) {
    this.place = place;
    this.#heardAt = now;
    this.#socket = socket;
    this.#outbox = new Outbox({
      line: socket.conn,
      send: (message) => socket.emit('view', message),
      overflow: () => socket.conn.close(true),
    });
  }

  /** Follows the recipient's view until the line is closed; not at all when it is closed already. */
  follow(attach: (show: (view: VisitView) => void) => () => void): void {
    if (this.#socket.connected) this.#stopShowing = attach((view) => this.#outbox.show(view));
  }

  /** [PRIV-5] Shows no view until the answer is due, or the view would tell how long the work took. Resolves or rejects as it does. */
  answering<Answer>(answer: Promise<Answer>): Promise<Answer> {
    return answer.finally(this.#outbox.hold());
  }

  /** Sends media news, which are never dropped while the line is open. */
  notify(notice: MediaNotice, now: Instant): void {
    this.#lastNotice = now;
    this.#socket.emit('media', notice);
  }

  /** Sends what another device said. It is no news of the SFU, and nothing is lost for good when it is. */
  pass(notice: MediaNotice): void {
    this.#socket.emit('media', notice);
  }

  /** When media news was last sent here; null if never. */
  get lastNotice(): Instant | null {
    return this.#lastNotice;
  }

  /** When the person last did something over this line; at first, when it was opened. */
  get heardAt(): Instant {
    return this.#heardAt;
  }

  /** The person has just done something over this line. */
  hear(now: Instant): void {
    this.#heardAt = now;
  }

  /** Worth nothing a moment later: dropped when the line is not free. */
  levels(levels: Levels): void {
    this.#socket.volatile.emit('levels', levels);
  }

  /** Says why, then closes. */
  close(why: DoorRefusal): void {
    this.#socket.emit('goodbye', why);
    this.#socket.disconnect(true);
  }

  /** Shows no view from now on. */
  stopShowing(): void {
    this.#stopShowing();
    this.#stopShowing = () => {};
  }
}
