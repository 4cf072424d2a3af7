import { randomInt } from 'node:crypto';
import { createSocket, type RemoteInfo, type Socket as UdpSocket } from 'node:dgram';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { DelayLine } from './DelayLine.ts';

/** Where the far end of the line is; the server itself listens on 127.0.0.1, on the same ports. */
export const FAR_ADDRESS = '127.0.0.2';
const SERVER_ADDRESS = '127.0.0.1';
/** Bytes of a TCP segment on most lines. */
const SEGMENT = 1_400;
/** What Linux adds to the round trip before it sends a segment again that nobody acknowledged (RFC 6298 with TCP_RTO_MIN). */
const LEAST_WAIT_MS = 200;

/** From 0 up to 1. */
export const chance = (): number => randomInt(2 ** 32) / 2 ** 32;

export interface FarNetworkSettings {
  readonly roundTripMs: number;
  /** The share of packets each way that is lost, 0 to 1. */
  readonly loss: number;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Somebody on the way who keeps every datagram that goes by, each way. */
  readonly capture?: (datagram: Buffer) => void;
}

/**
 * A long and lossy line to a server on this machine, for kernels without netem: a relay at `FAR_ADDRESS`, on ports that are the server's own,
 * so that only the address in a candidate needs to be another.
 *
 * UDP: half the round trip each way, datagrams lost by chance, order kept. TCP is a likeness: bytes cannot be lost here, so each piece is held up
 * half the round trip, and where chance would have lost one of its segments, it and all behind it are held up by one more round trip and the
 * wait before a segment is sent again. A connection begins one round trip late, as its handshake takes. Not shown: slow start, bandwidth.
 */
export class FarNetwork {
  readonly #settings: FarNetworkSettings;
  readonly #lines = new Set<DelayLine>();
  readonly #servers: Server[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #doors: UdpSocket[] = [];
  /** By the door and the client's address: where its datagrams go on from, so that the server tells clients apart. */
  readonly #mappings = new Map<string, (datagram: Buffer) => void>();

  constructor(settings: FarNetworkSettings) {
    this.#settings = settings;
  }

  /** Relays TCP connections to this port of the server. */
  async relayTcp(port: number): Promise<void> {
    const server = createServer((near) => this.#splice(near, connect(port, SERVER_ADDRESS)));
    this.#servers.push(server);
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, FAR_ADDRESS, resolve));
  }

  /** Relays datagrams to this port of the server, and its answers back. */
  async relayUdp(port: number): Promise<void> {
    const door = createSocket('udp4');
    this.#doors.push(door);
    door.on('message', (datagram, client) => this.#mapping(door, client, port)(datagram));
    await new Promise<void>((resolve, reject) => door.once('error', reject).bind(port, FAR_ADDRESS, resolve));
  }

  async close(): Promise<void> {
    for (const line of this.#lines) line.close();
    for (const socket of this.#sockets) socket.destroy();
    for (const door of this.#doors) door.close();
    await Promise.all(this.#servers.map((server) => new Promise((resolve) => server.close(resolve))));
  }

  #line(): DelayLine {
    const line = new DelayLine(this.#settings.roundTripMs / 2);
    this.#lines.add(line);

    return line;
  }

  #mapping(door: UdpSocket, { address, port }: RemoteInfo, serverPort: number): (datagram: Buffer) => void {
    const client = `${serverPort} ${address} ${port}`;
    const known = this.#mappings.get(client);
    if (known) return known;

    const { loss, random, capture } = this.#settings;
    const inner = createSocket('udp4');
    this.#doors.push(inner);
    const [there, back] = [this.#line(), this.#line()];
    inner.on('message', (datagram) => {
      capture?.(datagram);
      if (random() >= loss) back.put(() => door.send(datagram, port, address));
    });
    // Nobody listens there: as on a real line, the sender does not hear of it.
    inner.on('error', () => {});
    const send = (datagram: Buffer): void => {
      capture?.(datagram);
      if (random() >= loss) there.put(() => inner.send(datagram, serverPort, SERVER_ADDRESS));
    };
    this.#mappings.set(client, send);

    return send;
  }

  #splice(near: Socket, far: Socket): void {
    const { roundTripMs } = this.#settings;
    this.#pump(near, far, roundTripMs);
    this.#pump(far, near, 0);
  }

  #pump(from: Socket, to: Socket, handshakeMs: number): void {
    const line = this.#line();
    let extraMs = handshakeMs;
    this.#sockets.add(from);
    from.setNoDelay(true);
    from.on('data', (bytes) => {
      line.put(() => to.write(bytes), extraMs + this.#heldUp(bytes.length));
      extraMs = 0;
    });
    from.on('end', () => line.put(() => to.end()));
    from.on('error', () => to.destroy());
    from.on('close', () => this.#sockets.delete(from));
  }

  /** How long a piece of so many bytes waits for what chance lost of it. */
  #heldUp(bytes: number): number {
    const { roundTripMs, loss, random } = this.#settings;
    const arrives = (1 - loss) ** Math.ceil(bytes / SEGMENT);

    return random() < arrives ? 0 : roundTripMs + LEAST_WAIT_MS;
  }
}
