import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { STAFF_AMINA, STAFF_PRIYA } from '@doorstep/shared/testing/personas.ts';
import { MemoryEventStore } from '../../server/src/events/MemoryEventStore.ts';
import { Gateway } from '../../server/src/gateway/Gateway.ts';
import { cookiesFor } from '../../server/src/identity/cookies.ts';
import { freshId } from '../../server/src/identity/credential.ts';
import { DeviceCredentials } from '../../server/src/identity/DeviceCredentials.ts';
import { CookieDoorkeeper } from '../../server/src/identity/Doorkeeper.ts';
import { MemorySeats } from '../../server/src/identity/MemorySeats.ts';
import { MemoryStaffSessions } from '../../server/src/identity/MemoryStaffSessions.ts';
import { StaffDesk } from '../../server/src/identity/StaffDesk.ts';
import { DemoSignIn } from '../../server/src/identity/StaffSignIn.ts';
import { seatedIn } from '../../server/src/identity/seatedIn.ts';
import { FakeMediaPlane } from '../../server/src/media/fake/FakeMediaPlane.ts';
import { MediaReconciler } from '../../server/src/media/MediaReconciler.ts';
import type { Clock } from '../../server/src/visits/Clock.ts';
import type { Log } from '../../server/src/visits/Log.ts';
import { systemClock } from '../../server/src/visits/systemClock.ts';
import { VisitRegistry } from '../../server/src/visits/VisitRegistry.ts';

const PROFESSIONALS = [
  { id: STAFF_AMINA, name: 'Amina Okafor', team: 'North' },
  { id: STAFF_PRIYA, name: 'Priya Shah', team: 'North' },
  { id: 'staff-tom', name: 'Tom Reilly', team: 'North' },
];

export interface LiveServerSettings {
  readonly connectionsPerAddress?: number;
  /** Ports of the server that a test wants to hold in its own hand. */
  readonly store?: MemoryEventStore;
  readonly staffSessions?: MemoryStaffSessions;
  /** The machine's own unless told. */
  readonly clock?: Clock;
}

/** Everything between a socket and the log, for real, in this process; the log, the identities and the SFU are in memory. */
export class LiveServer {
  readonly store: MemoryEventStore;
  readonly plane = new FakeMediaPlane();
  readonly cookies = cookiesFor({ secure: false });
  readonly devices = new DeviceCredentials(randomBytes(32));
  readonly seats = new MemorySeats();
  readonly staffSessions: MemoryStaffSessions;
  readonly clock: Clock;
  readonly registry: VisitRegistry;
  readonly gateway: Gateway;
  /** What was logged as an error: a hostile client must never cause one. */
  readonly errors: string[] = [];
  /** Everything that was logged, errors too. */
  readonly logged: string[] = [];
  readonly #http: Server;

  private constructor(settings: LiveServerSettings) {
    const log = this.#log();
    this.store = settings.store ?? new MemoryEventStore();
    this.staffSessions = settings.staffSessions ?? new MemoryStaffSessions();
    this.clock = settings.clock ?? systemClock;
    const { clock } = this;
    const media = new MediaReconciler({
      plane: this.plane,
      log,
      icePolicy: 'all',
      iceServersFor: () => [{ urls: ['turn:relay.example'], username: 'secret-user', credential: 'secret-word' }],
      now: () => clock.now(),
    });
    this.registry = new VisitRegistry({ store: this.store, media, clock, freshId, log });
    const desk = new StaffDesk({
      cookies: this.cookies,
      sessions: this.staffSessions,
      seats: this.seats,
      now: () => clock.now(),
      isSeated: seatedIn(this.registry),
    });
    this.gateway = new Gateway({
      visits: this.registry,
      doorkeeper: new CookieDoorkeeper({ cookies: this.cookies, devices: this.devices, seats: this.seats, desk }),
      staff: new DemoSignIn(PROFESSIONALS),
      media,
      clock,
      log,
      isOwnOrigin: (origin) => origin === this.url,
      addressOf: ({ socket }) => socket.remoteAddress ?? '',
      connectionsPerAddress: settings.connectionsPerAddress ?? 100,
      // As soon as may be: thousands of commands are given here.
      answersEveryMs: 1,
    });
    this.#http = createServer((_request, response) => response.writeHead(404).end());
    this.gateway.attach(this.#http);
  }

  static async open(settings: LiveServerSettings = {}): Promise<LiveServer> {
    const server = new LiveServer(settings);
    await new Promise<void>((resolve) => server.#http.listen(0, '127.0.0.1', resolve));

    return server;
  }

  get port(): number {
    const address: AddressInfo | string | null = this.#http.address();
    if (address === null || typeof address === 'string') throw new Error('Not listening');

    return address.port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async close(): Promise<void> {
    this.gateway.close();
    await this.registry.close();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  #log(): Log {
    const said = (fields: object, message: string): string => `${message} ${JSON.stringify(fields)}`;
    const keep = (fields: object, message: string) => this.logged.push(said(fields, message));
    const error = (fields: object, message: string) => {
      keep(fields, message);
      this.errors.push(said(fields, message));
    };

    return { info: keep, warn: keep, error };
  }
}
