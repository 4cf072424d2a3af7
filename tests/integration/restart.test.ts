import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientCommand } from '@doorstep/shared/protocol/commands.ts';
import type { ParticipantId } from '@doorstep/shared/visit/ids.ts';
import type { RoomView, VisitView } from '@doorstep/shared/visit/viewShape.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Device, type Seat } from '../harness/Device.ts';
import { Office } from '../harness/Office.ts';
import { openLink } from '../harness/openLink.ts';
import { Product } from '../harness/Product.ts';

const ROUNDS = 4;
const FAMILY = [
  { name: 'Dana Hughes', role: 'parent' },
  { name: 'Sam Hughes', role: 'child' },
] as const;

let pages: string;
let product: Product;
beforeAll(async () => {
  pages = await mkdtemp(join(tmpdir(), 'doorstep-pages-'));
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>Pages are not what is tested here</title>');
  product = await Product.start({ env: { WEB_ROOT: pages } });
});
afterAll(async () => {
  await product.stop();
  await rm(pages, { recursive: true });
});

const isRoom = (view: VisitView): view is RoomView => view.screen === 'room';
const roster = (view: VisitView) => (isRoom(view) ? (view.console?.roster ?? []) : []);

/** What somebody asked for, and whether the server said that it is done. */
interface Asked {
  readonly commandId: string;
  readonly command: ClientCommand;
  acknowledged: boolean;
}

/** Asks one thing after the other until the line is gone. */
async function askOn(device: Device, log: Asked[], next: (n: number) => ClientCommand): Promise<void> {
  for (let n = 0; device.socket.connected; n += 1) {
    const asked: Asked = { commandId: randomUUID(), command: next(n), acknowledged: false };
    log.push(asked);
    const answer = await device.command(asked.command, asked.commandId);
    asked.acknowledged = answer.ok;
    if (!answer.ok) expect(answer.refusal).toBe('silence');
  }
}

/** Connects as soon as the server lets it. */
async function comeBack(seat: Seat): Promise<Device> {
  for (;;) {
    const device = await Device.connect(product.origin, seat).catch(() => null);
    if (device !== null) return device;
  }
}

/** Everybody is inside again and can send: the transports that were made for them are there. */
async function inside(seats: readonly Seat[]): Promise<readonly Device[]> {
  return Promise.all(
    seats.map(async (seat) => {
      const device = await comeBack(seat);
      await device.until(isRoom);
      expect(await device.media({ type: 'join' })).toMatchObject({
        ok: true,
        answer: { seatedAt: expect.any(Number) },
      });

      return device;
    }),
  );
}

async function beginVisit(): Promise<readonly [host: Seat, ...family: Seat[]]> {
  const office = await Office.signIn(product.origin);
  const visit = await office.desk.plan(FAMILY);
  const links = [];
  for (const { name } of FAMILY) links.push(await office.desk.linkFor(visit, name));
  const hostSeat = await office.takePlace(visit);
  const host = await Device.connect(product.origin, hostSeat);
  await host.command({ type: 'visit.start' });
  await host.command({ type: 'presence.enter' });

  const family: Seat[] = [];
  for (const link of links) {
    const seat = await openLink(link);
    const device = await Device.connect(product.origin, seat);
    await device.command({ type: 'lobby.knock' });
    expect(await host.command({ type: 'lobby.admit', session: seat.session })).toEqual({ ok: true });
    await device.until(isRoom);
    family.push(seat);
  }

  return [hostSeat, ...family];
}

/** How the server dies. Each takes everything with it that it has in memory. */
async function die(round: number): Promise<void> {
  const database = await readFile(join(product.dataFolder, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
  const kills = [product.kill('SIGKILL')];
  // Every other time the database goes with it, as when the machine loses its power.
  if (round % 2 === 1 && database !== '') process.kill(Number(database.split('\n')[0]), 'SIGKILL');
  await Promise.all(kills);
}

test('[SAFE-5] a server killed in the middle of a visit comes back with the same people in the same seats, and nothing that it acknowledged is lost', {
  timeout: 240_000,
}, async () => {
  const seats = await beginVisit();
  const added: Asked[] = [];
  let devices = await inside(seats);

  for (let round = 0; round < ROUNDS; round += 1) {
    const [host, dana, sam] = devices;
    if (host === undefined || dana === undefined || sam === undefined) throw new Error('Somebody is missing');
    const switched: Asked[][] = [[], []];
    const asking = [
      askOn(host, added, (n) => newcomer(round, n)),
      ...[dana, sam].map((device, who) => askOn(device, switched[who] ?? [], (n) => switches(n))),
    ];
    await expect
      .poll(() => count(switched[0]) + count(switched[1]), { timeout: 20_000 })
      .toBeGreaterThan(10 + 7 * round);
    await die(round);
    await Promise.all(asking);

    const begun = performance.now();
    await product.begin();
    const listening = performance.now();
    devices = await inside(seats);
    const back = performance.now() - listening;
    console.info(`Listening after ${Math.round(listening - begun)} ms, everybody back after ${Math.round(back)} ms`);

    await expectNothingLost(devices[0], added);
    for (const [who, asked] of switched.entries()) expectSwitchesKept(devices[who + 1], asked);
  }
});

const count = (asked: readonly Asked[] | undefined): number =>
  (asked ?? []).filter(({ acknowledged }) => acknowledged).length;

const switches = (n: number): ClientCommand => ({
  type: 'presence.setMedia',
  microphone: n % 2 === 0 ? 'off' : 'on',
  camera: n % 3 === 0 ? 'off' : 'on',
});

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Somebody more on the roster, with a name like no other, and then off it again, so that it does not grow without end. */
const newcomer = (round: number, n: number): ClientCommand => {
  const number = Math.floor(n / 2);
  const participant = `round-${round}-${number}` as ParticipantId;
  const letters = [round, Math.floor(number / 26) % 26, number % 26].map((place) => LETTERS[place]).join('');

  return n % 2 === 0
    ? {
        type: 'roster.add',
        person: { participant, name: `Q${letters}`, role: 'supporter', relationship: '', staff: null },
      }
    : { type: 'roster.withdraw', participant };
};

/** Everyone whose coming was acknowledged is there unless their going was asked for, and nobody is there twice. */
async function expectNothingLost(host: Device | undefined, added: readonly Asked[]): Promise<void> {
  if (host === undefined) throw new Error('The host is missing');
  const view = await host.until(isRoom);
  expect(view.people.map(({ name }) => name)).toEqual(['Amina Okafor', 'Dana Hughes', 'Sam Hughes']);
  expect(view.people.flatMap(({ devices }) => devices)).toHaveLength(3);
  expect(view.console?.lobby).toEqual([]);

  const names = roster(view).map(({ participant }) => participant);
  expect(new Set(names).size).toBe(names.length);
  for (const { command, acknowledged } of added) {
    if (!acknowledged) continue;
    if (command.type === 'roster.add' && !isAskedToGo(added, command.person.participant)) {
      expect(names).toContain(command.person.participant);
    }
    if (command.type === 'roster.withdraw') expect(names).not.toContain(command.participant);
  }
  // What was not acknowledged may be said again, and counts once.
  for (const asked of added.filter(({ acknowledged }) => !acknowledged)) {
    const again = await host.command(asked.command, asked.commandId);
    expect(again).toEqual({ ok: true });
    asked.acknowledged = true;
  }
}

const isAskedToGo = (added: readonly Asked[], participant: ParticipantId): boolean =>
  added.some(({ command }) => command.type === 'roster.withdraw' && command.participant === participant);

/** The switches are as the last acknowledged wish left them, or as the one after it. */
function expectSwitchesKept(device: Device | undefined, asked: readonly Asked[]): void {
  const last = asked.findLastIndex(({ acknowledged }) => acknowledged);
  const { view } = device ?? {};
  if (view === undefined || !isRoom(view)) throw new Error('Not in the room');

  const { microphone, camera } = view.me;
  expect(asked.slice(last).map(({ command }) => command)).toContainEqual({
    type: 'presence.setMedia',
    microphone,
    camera,
  });
}
