import type { MediaRequestType } from '@doorstep/shared/protocol/media.ts';
import type {
  ClientToServer,
  DoorRefusal,
  Handshake,
  MediaAnswer,
  ServerToClient,
} from '@doorstep/shared/protocol/socket.ts';
import { PROTOCOL_VERSION } from '@doorstep/shared/protocol/version.ts';
import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Socket } from 'socket.io-client';
import type { OpenWire, RequestOf, Wire, WireListener } from './wire.ts';

type VisitSocket = Socket<ServerToClient, ClientToServer>;

/** Enough for most; a network that is back is then found soon. */
const ATTEMPT_MS = 3_000;
/** Enough for the slowest that can still carry a voice. */
const PATIENT_ATTEMPT_MS = 8_000;
const ANSWER_MS = 5_000;

const REFUSALS: readonly string[] = [
  'reload',
  'notSignedIn',
  'tooMany',
  'elsewhere',
  'closing',
] satisfies DoorRefusal[];
const isRefusal = (text: string): text is DoorRefusal => REFUSALS.includes(text);

/** Wires over socket.io to the server that gave out this page. The library is fetched with the first attempt. */
export const socketWires =
  (session: SessionId): OpenWire =>
  (listener, attempt) => {
    const wire = new SocketWire(listener);
    import('socket.io-client').then(
      ({ io }) => {
        if (wire.isOver) return;

        const auth: Handshake = { protocol: PROTOCOL_VERSION, session };
        // A middlebox that swallows WebSockets lets an attempt hang, so one in three begins with plain requests, and is patient.
        const isThird = attempt % 3 === 2;
        wire.start(
          io({
            auth,
            forceNew: true,
            reconnection: false,
            timeout: isThird ? PATIENT_ATTEMPT_MS : ATTEMPT_MS,
            transports: isThird ? ['polling', 'websocket'] : ['websocket', 'polling'],
            tryAllTransports: true,
            withCredentials: true,
          }),
        );
      },
      () => wire.end(null),
    );
    return wire;
  };

class SocketWire implements Wire {
  #listener: WireListener | null;
  #socket: VisitSocket | null = null;
  #goodbye: DoorRefusal | null = null;

  constructor(listener: WireListener) {
    this.#listener = listener;
  }

  get isOver(): boolean {
    return this.#listener === null;
  }

  start(socket: VisitSocket): void {
    this.#socket = socket;
    socket.on('connect', () => this.#listener?.opened());
    socket.on('view', ({ view }) => this.#listener?.view(view));
    socket.on('media', (notice) => this.#listener?.media(notice));
    socket.on('levels', (levels) => this.#listener?.levels(levels));
    socket.on('goodbye', (why) => {
      this.#goodbye = why;
      this.end(why);
    });
    socket.on('disconnect', () => this.end(this.#goodbye));
    socket.on('connect_error', (error) => this.end(isRefusal(error.message) ? error.message : null));
  }

  async command(message: Parameters<ClientToServer['command']>[0]) {
    return (
      (await this.#socket
        ?.timeout(ANSWER_MS)
        .emitWithAck('command', message)
        .catch(() => null)) ?? null
    );
  }

  async media<Type extends MediaRequestType>(request: RequestOf<Type>): Promise<MediaAnswer<Type> | null> {
    const answer = await this.#socket
      ?.timeout(ANSWER_MS)
      .emitWithAck('media', request)
      .catch(() => null);
    // The server answers each request in its own shape; the wire's type cannot say which of them belongs to this one.
    return (answer ?? null) as MediaAnswer<Type> | null;
  }

  close(): void {
    this.#listener = null;
    this.#socket?.off();
    this.#socket?.disconnect();
  }

  /** Tells the listener of the end, once. */
  end(why: DoorRefusal | null): void {
    const listener = this.#listener;
    this.close();
    listener?.closed(why);
  }
}
