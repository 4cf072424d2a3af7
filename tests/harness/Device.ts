import { randomUUID } from 'node:crypto';
import type { ClientCommand } from '@doorstep/shared/protocol/commands.ts';
import type { MediaNotice, MediaRequest, MediaRequestType } from '@doorstep/shared/protocol/media.ts';
import type {
  CommandAnswer,
  DoorRefusal,
  Levels,
  MediaAnswer,
  ServerToClient,
} from '@doorstep/shared/protocol/socket.ts';
import { PROTOCOL_VERSION } from '@doorstep/shared/protocol/version.ts';
import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { VisitView } from '@doorstep/shared/visit/viewShape.ts';
import { io, type Socket } from 'socket.io-client';

/** What a browser has of a visit: its cookie, and which place this tab is for. */
export interface Seat {
  readonly cookie: string;
  readonly session: SessionId;
}

export interface HowToConnect {
  readonly origin?: string;
  /** In place of the handshake that this seat would send. */
  readonly auth?: Readonly<Record<string, unknown>>;
  readonly transport?: 'websocket' | 'polling';
  /** Whether it opens a new line when one was lost, as a page does; not when the server said goodbye. */
  readonly comesBack?: boolean;
}

/** How long an answer is waited for that may well stay out. */
const SILENCE_AFTER = 5_000;
/** How long is waited for what has to come; only a machine that is busy with other tests takes any of it. */
const PATIENCE = 20_000;

/** The server did not answer this message, or closed the line instead. */
export const SILENCE = { ok: false, refusal: 'silence' } as const;

/** A device without a browser: one raw line to the server, and everything that came over it. */
export class Device {
  readonly seat: Seat;
  /** Untyped, because anything may be said on it. */
  readonly socket: Socket;
  /** Every packet as it came over the wire, text or binary. */
  readonly received: string[] = [];
  readonly views: VisitView[] = [];
  readonly notices: MediaNotice[] = [];
  readonly levels: Levels[] = [];
  goodbye: DoorRefusal | null = null;
  /** Resolves when the line is closed for good, by whomever, with socket.io's reason. */
  readonly closed: Promise<string>;

  private constructor(url: string, seat: Seat, how: HowToConnect) {
    this.seat = seat;
    this.socket = io(url, {
      auth: how.auth ?? { protocol: PROTOCOL_VERSION, session: seat.session },
      extraHeaders: { cookie: seat.cookie, origin: how.origin ?? url },
      transports: [how.transport ?? 'websocket'],
      reconnection: how.comesBack ?? false,
      reconnectionDelay: 100,
      reconnectionDelayMax: 1_000,
      forceNew: true,
    });
    this.socket.io.on('open', () => {
      this.socket.io.engine.on('packet', ({ data }) => this.received.push(String(data ?? '')));
    });
    const on = <Event extends keyof ServerToClient>(event: Event, listener: ServerToClient[Event]) =>
      void this.socket.on<string>(event, listener);
    on('view', ({ view }) => this.views.push(view));
    on('media', (notice) => this.notices.push(notice));
    on('levels', (levels) => this.levels.push(levels));
    on('goodbye', (why) => {
      this.goodbye = why;
    });
    this.closed = new Promise((resolve) =>
      this.socket.on('disconnect', (reason) => {
        if (how.comesBack !== true || !this.socket.active) resolve(reason);
      }),
    );
  }

  /** Connects, or rejects with an error whose message is the door's refusal. */
  static async connect(url: string, seat: Seat, how: HowToConnect = {}): Promise<Device> {
    const device = new Device(url, seat, how);
    await new Promise<void>((resolve, reject) => {
      device.socket.once('connect', resolve);
      device.socket.once('connect_error', reject);
    }).catch((error: unknown) => {
      device.close();
      throw error;
    });

    return device;
  }

  /** The newest view that came. */
  get view(): VisitView {
    const view = this.views.at(-1);
    if (view === undefined) throw new Error('No view has come yet');

    return view;
  }

  /** The first view, of those that came and those to come, that is as described. */
  async until<View extends VisitView>(described: (view: VisitView) => view is View): Promise<View>;
  async until(described: (view: VisitView) => boolean): Promise<VisitView>;
  async until(described: (view: VisitView) => boolean): Promise<VisitView> {
    const newest = this.views.at(-1);
    if (newest !== undefined && described(newest)) return newest;

    return this.#within((resolve) => {
      const look = ({ view }: { readonly view: VisitView }) => {
        if (described(view)) resolve(view);
      };
      this.socket.on('view', look);
      return () => this.socket.off('view', look);
    }, 'No such view came');
  }

  command(command: ClientCommand, commandId: string = randomUUID()): Promise<CommandAnswer | typeof SILENCE> {
    return this.say('command', { commandId, command });
  }

  /** Says it until it was answered, over as many lines as it takes: the command's id makes it happen once. */
  async insist(command: ClientCommand): Promise<CommandAnswer> {
    const commandId = randomUUID();
    for (;;) {
      if (!this.socket.active) throw new Error('The line is closed for good');
      if (!this.socket.connected) await this.#within((resolve) => this.#onceConnected(resolve), 'No new line came');
      const answer = await this.command(command, commandId);
      if (answer.ok || answer.refusal !== 'silence') return answer;
    }
  }

  #onceConnected(resolve: (now: null) => void): () => void {
    const connected = () => resolve(null);
    this.socket.once('connect', connected);
    if (this.socket.connected) connected();

    return () => this.socket.off('connect', connected);
  }

  media<Type extends MediaRequestType>(
    request: Extract<MediaRequest, { type: Type }>,
  ): Promise<MediaAnswer<Type> | typeof SILENCE> {
    return this.say('media', request);
  }

  /** Says anything at all, and asks for an answer. */
  async say<Answer>(event: string, ...message: readonly unknown[]): Promise<Answer | typeof SILENCE> {
    if (!this.socket.connected) return SILENCE;

    const answer: Promise<Answer | typeof SILENCE> = this.socket
      .timeout(SILENCE_AFTER)
      .emitWithAck(event, ...message)
      .catch(() => SILENCE);

    return Promise.race([answer, this.closed.then(() => SILENCE)]);
  }

  /** Writes a packet of socket.io's as text, whatever it says. */
  raw(packet: string | Buffer): void {
    this.socket.io.engine.write(packet);
  }

  close(): void {
    this.socket.disconnect();
  }

  async #within<Value>(begin: (resolve: (value: Value) => void) => () => void, otherwise: string): Promise<Value> {
    const { promise, settle } = deferred<Value>();
    const stop = begin((value) => settle.resolve(value));
    const timer = setTimeout(() => settle.reject(new Error(otherwise)), PATIENCE);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      stop();
    }
  }
}

function deferred<Value>() {
  let resolve: (value: Value) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes;
    reject = no;
  });

  return { promise, settle: { resolve, reject } };
}
