import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { freePort } from '../../server/src/freePort.ts';
import { chance, FAR_ADDRESS, FarNetwork } from '../harness/FarNetwork.ts';

const ROUND_TRIP_MS = 150;
/** A busy machine may take longer for what is in no hurry; less than the round trip it can never be. */
const AT_MOST_MS = 2_000;

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function farNetwork(loss: number, random: () => number = chance): FarNetwork {
  const network = new FarNetwork({ roundTripMs: ROUND_TRIP_MS, loss, random });
  closers.push(() => network.close());

  return network;
}

/** A socket of one client, or of a server that sends everything back. */
async function udp(port: number, handle: (socket: Socket, datagram: Buffer, from: AddressInfo) => void) {
  const socket = createSocket('udp4');
  socket.on('message', (datagram, from) => handle(socket, datagram, from));
  closers.push(() => socket.close());
  socket.bind(port, '127.0.0.1');
  await once(socket, 'listening');

  return socket;
}

const echo = (port: number): Promise<Socket> =>
  udp(port, (socket, datagram, { port: back, address }) => socket.send(datagram, back, address));

test('a datagram and its answer take the round trip, and each client hears only what is for it', async () => {
  const port = await freePort();
  await farNetwork(0).relayUdp(port);
  await echo(port);
  const heard: [string, string, number][] = [];
  const began = performance.now();
  for (const name of ['one', 'other']) {
    const client = await udp(0, (_, datagram) => {
      heard.push([name, datagram.toString(), performance.now() - began]);
    });
    client.send(`from ${name}`, port, FAR_ADDRESS);
  }

  await expect.poll(() => heard.length).toBe(2);
  expect(new Set(heard.map(([name, text]) => `${name} hears ${text}`))).toEqual(
    new Set(['one hears from one', 'other hears from other']),
  );
  for (const [, , took] of heard) {
    expect(took).toBeGreaterThanOrEqual(ROUND_TRIP_MS - 1);
    expect(took).toBeLessThan(AT_MOST_MS);
  }
});

test('two in a hundred datagrams are lost each way, and those that arrive are in order', async () => {
  const COUNT = 5_000;
  /** So few at once that no buffer of the system overflows; that one of its last twenty gets there and back, chance cannot miss. */
  const BATCH = 200;
  const [port, arrived, answered]: [number, number[], number[]] = [await freePort(), [], []];
  await farNetwork(0.02).relayUdp(port);
  await udp(port, (socket, datagram, from) => {
    arrived.push(datagram.readUInt32BE());
    socket.send(datagram, from.port, from.address);
  });
  const client = await udp(0, (_, datagram) => answered.push(datagram.readUInt32BE()));
  const send = (number: number): void => {
    const datagram = Buffer.alloc(4);
    datagram.writeUInt32BE(number);
    client.send(datagram, port, FAR_ADDRESS);
  };
  for (let from = 0; from < COUNT; from += BATCH) {
    for (let number = from; number < from + BATCH; number += 1) send(number);
    await expect.poll(() => answered.at(-1) ?? 0, { interval: 10 }).toBeGreaterThanOrEqual(from + BATCH - 20);
  }
  // Nothing overtakes: when the one behind them is back, all are that are not lost.
  const last = (): boolean => {
    send(COUNT);
    return answered.at(-1) === COUNT;
  };
  await expect.poll(last).toBe(true);

  const inTime = (numbers: readonly number[]): readonly number[] => numbers.filter((number) => number < COUNT);
  expect(arrived).toEqual([...arrived].sort((a, b) => a - b));
  expect(answered).toEqual([...answered].sort((a, b) => a - b));
  const lost = [COUNT - inTime(arrived).length, inTime(arrived).length - inTime(answered).length];
  // A hundred each way are to be expected, give or take ten: six times ten away is not chance.
  for (const count of lost) {
    expect(count).toBeGreaterThan(40);
    expect(count).toBeLessThan(160);
  }
});

/** How long a word and its answer take over TCP, and what the answer is: a connection that is open first, then three words at once. */
async function overTcp(port: number): Promise<{ readonly tookMs: number; readonly text: string }> {
  const server = createServer((socket) => socket.pipe(socket));
  closers.push(() => server.close());
  server.listen(port, '127.0.0.1');
  const socket = connect(port, FAR_ADDRESS);
  closers.push(() => socket.destroy());
  let text = '';
  socket.on('data', (bytes) => {
    text += String(bytes);
  });
  socket.write('open.');
  await expect.poll(() => text).toBe('open.');

  const began = performance.now();
  for (const word of ['one.', 'two.', 'three.']) socket.write(word);
  while (!text.endsWith('three.')) await once(socket, 'data');

  return { tookMs: performance.now() - began, text };
}

test('what goes over TCP takes the round trip and stays in order', async () => {
  const port = await freePort();
  await farNetwork(0).relayTcp(port);
  const { tookMs, text } = await overTcp(port);

  expect(text).toBe('open.one.two.three.');
  expect(tookMs).toBeGreaterThanOrEqual(ROUND_TRIP_MS - 1);
  expect(tookMs).toBeLessThan(AT_MOST_MS);
});

test('over TCP nothing is lost: what chance would lose comes a round trip and a wait later, each way', async () => {
  const port = await freePort();
  await farNetwork(0.02, () => 0.99).relayTcp(port);
  const { tookMs, text } = await overTcp(port);

  expect(text).toBe('open.one.two.three.');
  expect(tookMs).toBeGreaterThanOrEqual(ROUND_TRIP_MS + 2 * (ROUND_TRIP_MS + 200) - 1);
});
