import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import { type CommandMessage, toVisitCommand } from '@doorstep/shared/protocol/commands.ts';
import type { MediaNotice, MediaRequest, MediaRequestType } from '@doorstep/shared/protocol/media.ts';
import type {
  ClientToServer,
  CommandAnswer,
  DoorRefusal,
  Levels,
  MediaAnswer,
  ServerToClient,
} from '@doorstep/shared/protocol/socket.ts';
import type { CommandType } from '@doorstep/shared/visit/commands.ts';
import type { SessionId, VisitId } from '@doorstep/shared/visit/ids.ts';
import { ALARM, COMINGS, LEADING, TELLINGS } from '@doorstep/shared/visit/telling.ts';
import { Server } from 'socket.io';
import type { SignInId } from '../identity/credential.ts';
import type { Doorkeeper } from '../identity/Doorkeeper.ts';
import { namedByAuthority } from '../identity/namedByAuthority.ts';
import type { StaffSignIn } from '../identity/StaffSignIn.ts';
import type { Clock } from '../visits/Clock.ts';
import type { Log } from '../visits/Log.ts';
import { Allowances, type Rate } from './Allowance.ts';
import { Beat } from './Beat.ts';
import { Connection, type DeviceSocket, type SocketData } from './Connection.ts';
import { type Admission, Door, type Place, type Visits } from './Door.ts';
import { createDispatcher, type Handled } from './dispatch.ts';
import { LineGuard } from './LineGuard.ts';
import { type IsOwnOrigin, originIsFine } from './origin.ts';
import { Presence } from './Presence.ts';
import { Recheck } from './Recheck.ts';
import { wire } from './wire.ts';

/** What the gateway needs of the media plane. */
interface MediaDesk {
  request(visit: VisitId, session: SessionId, request: MediaRequest): Promise<MediaAnswer<MediaRequestType>>;
  onNotice(listener: (visit: VisitId, session: SessionId, notice: MediaNotice) => void): void;
  onLevels(listener: (visit: VisitId, levels: Levels, hearers: readonly SessionId[]) => void): void;
}

export interface GatewayParts {
  readonly visits: Visits;
  readonly doorkeeper: Doorkeeper;
  /** Who can sign in: a colleague's name is the authority's word. */
  readonly staff: Pick<StaffSignIn, 'find'>;
  readonly media: MediaDesk;
  readonly clock: Clock;
  readonly log: Log;
  readonly isOwnOrigin: IsOwnOrigin;
  /** Where a request comes from, for limits: the peer, or what a trusted proxy says. */
  readonly addressOf: (request: IncomingMessage) => string;
  /** Open lines of strangers from one address; a whole office may share one. */
  readonly connectionsPerAddress: number;
  /** Commands are answered a whole number of these after they came (`Beat`). In milliseconds. */
  readonly answersEveryMs: number;
}

/** Of one device, however many lines it opens: each time that it tells something new of itself is an entry in the log. No hand goes on like this for a minute. */
const TELLING: Rate = { burst: 60, perSecond: 1 };
/** Of one device: a page is entered and says its key once each time that it is opened. The relay of keys is made for so many of one hostile device in a full room. */
const COMING: Rate = { burst: 6, perSecond: 0.1 };

const OPTIONS = {
  // A small message each way; everything larger is not ours.
  maxHttpBufferSize: 64 * 1_024,
  // Compression beside secrets leaks them, and one context for each connection costs more memory than it saves.
  perMessageDeflate: false,
  httpCompression: false,
  // A device that is gone shows as such within three seconds (ROST-2), and says so itself before five have gone by. A slow phone may take two
  // for an answer: on 300 kbit/s that is a full queue and a packet that is sent again.
  pingInterval: 1_000,
  pingTimeout: 2_000,
  // A line that does not say whose it is.
  connectTimeout: 5_000,
  transports: ['websocket', 'polling'] as ('websocket' | 'polling')[],
  serveClient: false,
  parser: wire,
};

const isAboutKeys = ({ type }: MediaNotice): boolean => type === 'key' || type === 'keyTaken' || type === 'keyNeeded';

/** The live line between devices and their visits: who they are is settled at the door, what they say goes through one dispatcher. */
export class Gateway {
  readonly #parts: GatewayParts;
  readonly #door: Door;
  readonly #presence: Presence;
  readonly #recheck: Recheck;
  readonly #lines: LineGuard;
  readonly #beat: Beat;
  readonly #io: Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
  readonly #answers = new Map<Handled, number>();
  readonly #tellings = new Allowances<SessionId>(TELLING);
  readonly #comings = new Allowances<SessionId>(COMING);
  readonly #alarms = new Allowances<SessionId>(TELLING);
  readonly #leading = new Allowances<SessionId>(TELLING);
  #closing = false;

  constructor(parts: GatewayParts) {
    this.#parts = parts;
    this.#door = new Door(parts);
    this.#presence = new Presence(parts.visits, parts.clock, parts.log);
    this.#recheck = new Recheck({ ...parts, lines: () => this.#presence.lines });
    this.#lines = new LineGuard({ ...parts, browserOf: ({ headers }) => parts.doorkeeper.browserOf(headers) });
    this.#beat = new Beat(parts.answersEveryMs);
    this.#io = new Server({
      ...OPTIONS,
      allowRequest: (request, answer) => {
        const refusal = this.#refuseRequest(request);
        answer(refusal, refusal === null);
      },
    });
    this.#io.use((socket, next) => void this.#admit(socket, next));
    this.#io.on('connection', (socket) => void this.#open(socket));
    parts.media.onNotice((_visit, session, notice) => this.#notify(session, notice));
    parts.media.onLevels((_visit, levels, hearers) => this.#levels(levels, hearers));
  }

  /** Answers on this server's `/socket.io/` from now on. */
  attach(server: HttpServer | HttpsServer): void {
    this.#recheck.start();
    this.#io.attach(server);
    this.#io.engine.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
      if (!this.#lines.refuses(request)) return next();

      response.writeHead(400);
      response.end();
    });
    this.#io.engine.on('connection', (line: Parameters<LineGuard['watch']>[0]) => this.#lines.watch(line));
  }

  /** How many devices are connected, and what came of the messages so far. */
  snapshot(): { readonly connections: number; readonly answers: ReadonlyMap<Handled, number> } {
    return { connections: this.#presence.size, answers: this.#answers };
  }

  /** Closes every line that was opened by this sign-in, which has ended. */
  signedOut(signIn: SignInId): void {
    this.#presence.signedOut(signIn);
  }

  /** Says goodbye to everyone and lets nobody in any more. The HTTP server is its owner's to close. */
  close(): void {
    this.#closing = true;
    this.#recheck.stop();
    this.#presence.close();
    this.#io.engine.close();
  }

  #refuseRequest(request: IncomingMessage): DoorRefusal | null {
    if (this.#closing) return 'closing';
    if (!originIsFine(request, this.#parts.isOwnOrigin)) return 'notSignedIn';

    return this.#lines.isCrowded(request) ? 'tooMany' : null;
  }

  async #admit(socket: DeviceSocket, next: (error?: Error) => void): Promise<void> {
    const admission = await this.#askDoor(socket);
    if (!admission.ok) return next(new Error(admission.why));

    socket.data.admitted = admission;
    this.#lines.placed(socket.conn);
    next();
  }

  async #askDoor(socket: DeviceSocket): Promise<Admission> {
    if (this.#closing) return { ok: false, why: 'closing' };

    const { request } = socket;
    const { cookie } = request.headers;
    // Neither the secret nor the rest of the request is needed again for as long as the line is open.
    delete request.headers.cookie;
    Reflect.set(socket.conn, 'request', null);
    try {
      return await this.#door.answer({
        auth: socket.handshake.auth,
        cookie,
        address: this.#parts.addressOf(request),
      });
    } catch (error) {
      this.#parts.log.error({ error }, 'the door could not answer');
      return { ok: false, why: 'closing' };
    }
  }

  async #open(socket: DeviceSocket): Promise<void> {
    const { admitted } = socket.data;
    const { place, actor } = admitted;
    const line = new Connection(socket, place, this.#parts.clock.now());
    const dispatch = createDispatcher({
      handlers: {
        command: (message) => {
          line.hear(this.#parts.clock.now());
          return line.answering(this.#beat.answer(() => this.#command(place, message)));
        },
        media: (request) => this.#parts.media.request(place.visit, place.session, request),
      },
      clock: this.#parts.clock,
      log: this.#parts.log,
      count: (handled) => this.#answers.set(handled, (this.#answers.get(handled) ?? 0) + 1),
      cut: () => {
        line.close('tooMany');
        this.#lines.endFlood(socket.conn);
      },
    });
    // Never calls on to socket.io's own listeners: there are none, and some names would mean something to an emitter.
    socket.use(([event, ...args]) => void dispatch(event, args));
    socket.on('disconnect', () => {
      // A line without a place would be nobody’s, and counted nowhere.
      socket.conn.close();
      void this.#presence.leave(line);
    });

    // It is known from here on, so that a sign-out finds it; one that came in between is found by asking once more.
    await Promise.all([this.#presence.arrive(line), this.#recheck.look([line])]);
    line.follow((show) => actor.attach(place, show));
  }

  /** Whoever says a command is who the door let in; the message has no say in that. */
  async #command(place: Place, { commandId, command }: CommandMessage): Promise<CommandAnswer> {
    if (!this.#maySay(command.type, place.session)) return { ok: false, refusal: 'tooFast' };

    const actor = await this.#parts.visits.find(place.visit);
    const named = namedByAuthority(toVisitCommand(command), this.#parts.staff);
    if (actor === null || named === null) return { ok: false, refusal: 'notFound' };

    const { participant, session } = place;

    return actor.submit({ kind: 'person', participant, session }, commandId, named);
  }

  #maySay(type: CommandType, session: SessionId): boolean {
    const now = this.#parts.clock.now();

    return this.#boundOf(type)?.of(session, now).take(now) ?? true;
  }

  #boundOf(type: CommandType): Allowances<SessionId> | null {
    if (type === ALARM) return this.#alarms;
    if (COMINGS.includes(type)) return this.#comings;
    if (LEADING.includes(type)) return this.#leading;

    return TELLINGS.includes(type) ? this.#tellings : null;
  }

  #notify(session: SessionId, notice: MediaNotice): void {
    const line = this.#presence.lineOf(session);
    // Another device must not be able to make this one begin its media anew: a key that is missed is asked for.
    if (isAboutKeys(notice)) line?.pass(notice);
    else if (line === undefined) this.#presence.missed(session);
    else line.notify(notice, this.#parts.clock.now());
  }

  #levels(levels: Levels, hearers: readonly SessionId[]): void {
    for (const hearer of hearers) this.#presence.lineOf(hearer)?.levels(levels);
  }
}
