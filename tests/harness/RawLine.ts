import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

export interface Frame {
  /** RFC 6455, 5.2: 1 text, 2 binary, 8 close, 9 ping, 10 pong; the rest is not for us. */
  readonly opcode?: number;
  readonly final?: boolean;
  readonly reserved?: number;
  readonly masked?: boolean;
  /** What the header says, when it does not say the truth. */
  readonly length?: number;
  readonly payload: string | Buffer;
}

const CLOSE = 8;

/** A WebSocket written by hand, byte for byte, so that it can break every rule. Answers heartbeats and a close, as a polite one does. */
export class RawLine {
  readonly #socket: Socket;
  #unread = Buffer.alloc(0);
  /** Resolves when the server has ended the line. */
  readonly ended: Promise<void>;
  received = '';
  /** Whether it ends when the server says that it should. */
  answersClose = true;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('error', () => {});
    socket.on('data', (data) => this.#read(data));
    this.ended = new Promise((resolve) => socket.on('close', () => resolve()));
  }

  /** Upgrades; `received` then begins with the server's answer. With `sid`, a line that is there already. */
  static async open(url: string, headers: Readonly<Record<string, string>>, sid?: string): Promise<RawLine> {
    const { host, hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    const line = new RawLine(socket);
    const lines = Object.entries({
      host,
      upgrade: 'websocket',
      connection: 'Upgrade',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
      origin: url,
      ...headers,
    }).map(([name, value]) => `${name}: ${value}\r\n`);
    const query = `EIO=4&transport=websocket${sid === undefined ? '' : `&sid=${sid}`}`;
    socket.write(`GET /socket.io/?${query} HTTP/1.1\r\n${lines.join('')}\r\n`);
    await new Promise((resolve) => {
      socket.once('data', resolve);
      socket.once('close', resolve);
    });

    return line;
  }

  send(frame: Frame): void {
    this.write(bytesOf(frame));
  }

  write(bytes: Buffer | string): void {
    if (this.#socket.writable) this.#socket.write(bytes);
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(data: Buffer): void {
    this.received += data.toString('latin1');
    this.#unread = Buffer.concat([this.#unread, data]);
    const head = this.#unread.indexOf('\r\n\r\n');
    if (this.#unread.subarray(0, 4).toString() === 'HTTP' && head > 0) this.#unread = this.#unread.subarray(head + 4);
    for (let frame = frameIn(this.#unread); frame !== null; frame = frameIn(this.#unread)) {
      this.#unread = this.#unread.subarray(frame.size);
      if (frame.opcode === CLOSE && this.answersClose) this.send({ opcode: CLOSE, payload: '' });
      if (frame.text === '2') this.send({ payload: '3' });
    }
  }
}

/** A frame as it goes over the wire. */
export function bytesOf({ opcode = 1, final = true, reserved = 0, masked = true, payload, length }: Frame): Buffer {
  const data = Buffer.from(payload);
  const mask = randomBytes(4);
  const body = masked ? data.map((byte, place) => byte ^ (mask[place % 4] ?? 0)) : data;
  const size = sizeBytes(length ?? data.length, masked);
  const first = (final ? 0x80 : 0) | (reserved << 4) | opcode;

  return Buffer.concat([Buffer.from([first]), size, masked ? mask : Buffer.alloc(0), body]);
}

function sizeBytes(length: number, masked: boolean): Buffer {
  const flag = masked ? 0x80 : 0;
  if (length < 126) return Buffer.from([flag | length]);

  const long = Buffer.alloc(length < 65_536 ? 3 : 9);
  long.writeUInt8(flag | (length < 65_536 ? 126 : 127));
  if (length < 65_536) long.writeUInt16BE(length, 1);
  else long.writeBigUInt64BE(BigInt(length), 1);

  return long;
}

/** The first frame of what the server sent, which never masks; null when it is not whole yet. */
function frameIn(bytes: Buffer): { readonly opcode: number; readonly text: string; readonly size: number } | null {
  const [first, second] = bytes;
  if (first === undefined || second === undefined || bytes.subarray(0, 4).toString() === 'HTTP') return null;

  const header = second < 126 ? 2 : second === 126 ? 4 : 10;
  if (bytes.length < header) return null;
  const length = header === 2 ? second : header === 4 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  if (bytes.length < header + length) return null;

  return { opcode: first & 15, text: bytes.toString('utf8', header, header + length), size: header + length };
}
