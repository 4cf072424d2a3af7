import { spawn } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Tapped } from './Tap.ts';

/** Width and height to which pictures are brought: enough to tell one colour from noise. */
const CELLS = 16;
/** Hertz. */
export const SOUND_RATE = 48_000;
/** Packets given at once; a socket holds twice as many and more. */
const BATCH = 40;
const LOOK_EACH_MS = 3;
const PATIENCE_MS = 20_000;

/** Red, green and blue, 0 to 255, of each cell of a picture. */
export type Picture = Buffer;

/** The pictures that ffmpeg makes of it, each 16 by 16 cells. */
export async function picturesIn(stream: Tapped): Promise<readonly Picture[]> {
  const format = ['-vf', `scale=${CELLS}:${CELLS}`, '-fps_mode', 'passthrough', '-pix_fmt', 'rgb24', '-f', 'rawvideo'];
  const bytes = await decoded(stream, 'VP8/90000', format);
  const size = CELLS * CELLS * 3;

  return Array.from({ length: Math.floor(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
}

/** The sound that ffmpeg makes of it: samples from -1 to 1, SOUND_RATE a second. */
export async function soundIn(stream: Tapped): Promise<Float32Array> {
  const format = ['-ac', '1', '-ar', String(SOUND_RATE), '-f', 's16le'];
  const bytes = await decoded(stream, `opus/${SOUND_RATE}/2`, format);

  return Float32Array.from({ length: bytes.length >> 1 }, (_, at) => bytes.readInt16LE(at * 2) / 0x8000);
}

/** ffmpeg receives the packets as it would from anybody who calls, over UDP, and ends with the stream. */
async function decoded(stream: Tapped, codec: string, format: readonly string[]): Promise<Buffer> {
  const port = await freePair();
  const player = spawn(
    'ffmpeg',
    ['-loglevel', 'quiet', '-protocol_whitelist', 'pipe,rtp,udp', '-f', 'sdp', '-i', 'pipe:0', ...format, 'pipe:1'],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const ended = once(player, 'close');
  const made: Buffer[] = [];
  player.stdout.on('data', (bytes: Buffer) => made.push(bytes));
  player.stdin.end(sdpOf(stream, codec, port));
  const socket = createSocket('udp4');
  try {
    await play(stream.packets, socket, port);
    await ended;
  } finally {
    socket.close();
    player.kill('SIGKILL');
  }

  return Buffer.concat(made);
}

/** RFC 8866. */
const sdpOf = ({ kind, payloadType }: Tapped, codec: string, port: number): string =>
  [
    ...['v=0', 'o=- 0 0 IN IP4 127.0.0.1', 's=-', 'c=IN IP4 127.0.0.1', 't=0 0'],
    ...[`m=${kind} ${port} RTP/AVP ${payloadType}`, `a=rtpmap:${payloadType} ${codec}`, ''],
  ].join('\r\n');

/** As fast as they are taken at the other end, so that none is lost. */
async function play(packets: readonly Buffer[], socket: Socket, port: number): Promise<void> {
  for (let at = 0; at < packets.length; at += BATCH) {
    await hasTakenAll(port);
    for (const packet of packets.slice(at, at + BATCH)) socket.send(packet, port, '127.0.0.1');
  }
  socket.send(goodbyeOf(packets), port, '127.0.0.1');
}

async function hasTakenAll(port: number): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while (bytesWaitingAt(port) !== 0) {
    if (performance.now() > until) throw new Error('The player does not take what it is given');
    await pause(LOOK_EACH_MS);
  }
}

/** RFC 3550 §6.1 and 6.6: the sender of these packets has nothing to report, and is gone. */
function goodbyeOf([packet]: readonly Buffer[]): Buffer {
  const goodbye = Buffer.from([0x80, 201, 0, 1, 0, 0, 0, 0, 0x81, 203, 0, 1, 0, 0, 0, 0]);
  packet?.copy(goodbye, 4, 8, 12);
  packet?.copy(goodbye, 12, 8, 12);

  return goodbye;
}

/** proc_net_udp(5): what was received there and not read yet; null while nobody listens. */
function bytesWaitingAt(port: number): number | null {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  const found = ['udp', 'udp6']
    .flatMap((file) => readFileSync(`/proc/net/${file}`, 'utf8').split('\n'))
    .map((line) => line.trim().split(/\s+/))
    .find(([, local]) => local?.endsWith(`:${hex}`));

  return found === undefined ? null : Number.parseInt(found[4]?.split(':')[1] ?? '', 16);
}

/** A free port with a free one above it, as RTP wants them (RFC 3550 §11). */
async function freePair(): Promise<number> {
  const [one, other] = [createSocket('udp4'), createSocket('udp4')];
  try {
    const port = await bound(one, 0);
    await bound(other, port + 1);

    return port;
  } finally {
    one.close();
    other.close();
  }
}

const bound = (socket: Socket, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(port, '127.0.0.1', () => resolve(socket.address().port));
  });
