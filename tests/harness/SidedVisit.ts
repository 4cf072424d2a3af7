import type { ClientCommand } from '@doorstep/shared/protocol/commands.ts';
import { AMINA, deviceOf, keyOfDevice, PRIYA } from '@doorstep/shared/testing/personas.ts';
import { shownKeys } from '@doorstep/shared/testing/shownKeys.ts';
import {
  alsoPlanned,
  betweenTheSides,
  insideOf,
  MARK_THERE,
  ordersOf,
  type SidedStep,
  type Sides,
} from '@doorstep/shared/testing/twoSides.ts';
import type { Instant, ParticipantId, RoomId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { ShownKey } from '@doorstep/shared/visit/protection/state.ts';
import type { Mark } from '@doorstep/shared/visit/rooms/state.ts';
import type { Visit } from '@doorstep/shared/visit/visit.ts';
import type { ManualClock } from '../../server/src/visits/ManualClock.ts';
import type { Device, Seat } from './Device.ts';
import { withSound } from './HostileStage.ts';
import type { LiveServer } from './LiveServer.ts';
import { LiveVisit } from './LiveVisit.ts';
import { isRoom } from './views.ts';

/** The id of every key: the stories' clock stands still while keys are given. */
const SAME_TIME = 1;

/** Longer than any view may be held back. */
const PACE = 1_000;

/** What reached the devices of this side by one step, and what the two sides have between them after it. */
export interface Moment {
  readonly heard: readonly string[];
  readonly between: string | null;
}

/** A visit of two sides that are kept apart, played over real sockets from a story in the names of the tests’ people. */
export class SidedVisit {
  readonly #visit: LiveVisit;
  readonly #sides: Sides;
  readonly #clock: ManualClock;
  readonly #begun: Instant;
  readonly #devices = new Map<string, Device>();
  /** What reached each device of this side over all its lines, in order. */
  readonly #heard = new Map<string, string[]>();
  #ssrc = 1_000;

  private constructor(visit: LiveVisit, sides: Sides, clock: ManualClock) {
    this.#visit = visit;
    this.#sides = sides;
    this.#clock = clock;
    this.#begun = clock.now();
  }

  static async begin(server: LiveServer, sides: Sides, clock: ManualClock): Promise<SidedVisit> {
    const visit = await LiveVisit.plan(server, clock.now());
    for (const person of alsoPlanned(sides)) {
      await visit.must({ type: 'roster.add', person });
      await visit.must({ type: 'invitation.issue', participant: person.participant });
    }
    for (const [participant, against] of ordersOf(sides))
      await visit.must({ type: 'separation.order', participant, against });
    const sided = new SidedVisit(visit, sides, clock);
    await sided.#comes(AMINA, 1);
    await sided.#says(AMINA, 1, { type: 'visit.start' });
    await sided.#says(AMINA, 1, { type: 'presence.enter' });
    await sided.#comes(PRIYA, 1);
    await sided.#says(PRIYA, 1, { type: 'presence.enter' });
    for (const who of [AMINA, PRIYA]) await sided.#says(who, 1, { type: 'protection.offer', key: keyOfDevice(who) });
    for (const who of insideOf(sides)) {
      await sided.#comes(who, 1);
      await sided.#says(who, 1, { type: 'lobby.knock' });
      await sided.#says(AMINA, 1, { type: 'lobby.admit', session: sided.#sessionOf(deviceOf(who, 1)) });
    }
    await sided.#settled();

    return sided;
  }

  /** Plays the steps of a story that are `played`; of the others only their time passes. Resolves with all that each device of this side was sent, step by step. */
  async play(
    steps: readonly SidedStep[],
    isPlayed: (step: SidedStep, visit: Visit) => boolean,
  ): Promise<readonly Moment[]> {
    const named = new Map([...this.#heard.keys()].map((name) => [name, nameless(this.#begun)]));
    const moments = [await this.#moment(named)];
    for (const step of steps) {
      this.#clock.advance((step.wait ?? 0) + PACE);
      if (isPlayed(step, (await this.#visit.actor()).visit)) await this.#does(step);
      await this.#settled();
      moments.push(await this.#moment(named));
    }
    for (const device of this.#devices.values()) device.close();

    return moments;
  }

  /** What came since the last one, and what the two sides have between them now. */
  async #moment(named: Map<string, (packet: string) => string>): Promise<Moment> {
    const heard = [...this.#heard].flatMap(([name, packets]) => {
      const nameOf = named.get(name) ?? nameless(this.#begun);
      named.set(name, nameOf);

      return packets
        .splice(0)
        .filter(isTold)
        .map((packet) => `${name}: ${nameOf(packet)}`);
    });

    return { heard, between: await this.#between() };
  }

  /** With devices and rooms called as in the story. */
  async #between(): Promise<string | null> {
    const { visit } = await this.#visit.actor();
    const marks = new Map([...visit.rooms.values()].flatMap(({ id, mark }) => (mark === null ? [] : [[id, mark]])));
    const names = new Map([...this.#devices].map(([name, { seat }]) => [seat.session, name]));
    const between = betweenTheSides(visit, this.#sides);

    return [...marks, ...names].reduce<string | null>(
      (said, [id, name]) => said?.replaceAll(id, name) ?? null,
      between,
    );
  }

  async #does({ actor, command }: SidedStep): Promise<void> {
    if (actor.kind === 'system') {
      if (command.type === 'session.open') await this.#comes(...whose(command.session));
      if (command.type === 'session.connect') await this.#comes(...whose(command.session));
      if (command.type === 'session.lose') await this.#goes(command.session);

      return;
    }
    if (actor.kind !== 'person' || actor.session === null) return;

    const [who, number] = whose(actor.session);
    await this.#says(who, number, this.#translated(command as ClientCommand));
  }

  /** The story names devices and rooms; here they have ids of the server’s. */
  #translated(command: ClientCommand): ClientCommand {
    return {
      ...command,
      ...('session' in command && command.session !== null ? { session: this.#sessionOf(command.session) } : {}),
      ...(command.type === 'protection.check' ? { devices: this.#shownToHost() } : {}),
      ...('room' in command ? { room: this.#roomOf(command.room as RoomId) } : {}),
    } as ClientCommand;
  }

  /** The devices in the room of the host with their keys, as their screen shows them. */
  #shownToHost(): readonly ShownKey[] {
    const view = this.#devices.get(deviceOf(AMINA))?.views.at(-1);

    return view === undefined || !isRoom(view) ? [] : shownKeys(view);
  }

  #sessionOf(name: SessionId): SessionId {
    return this.#devices.get(name)?.seat.session ?? ('nobody-has-this' as SessionId);
  }

  /** Private rooms are known by their marks. */
  #roomOf(name: RoomId): RoomId {
    const marks: Readonly<Record<string, Mark>> = {
      'room-here': 'blue',
      'room-there': MARK_THERE,
      'room-away': 'yellow',
    };
    const mark = marks[name];
    const view = this.#devices.get(deviceOf(AMINA))?.views.at(-1);
    if (mark === undefined || view === undefined || !('console' in view)) return name;

    return view.console?.rooms.find((room) => room.mark === mark)?.id ?? name;
  }

  async #says(who: ParticipantId, number: number, command: ClientCommand): Promise<void> {
    const device = this.#devices.get(deviceOf(who, number));
    if (device?.socket.connected !== true) return;

    const answer = await device.command(command);
    this.#heard.get(deviceOf(who, number))?.push(`${command.type}: ${JSON.stringify(answer)}`);
  }

  async #comes(who: ParticipantId, number: number): Promise<void> {
    const name = deviceOf(who, number);
    const known = this.#devices.get(name);
    if (known?.socket.connected === true) return;

    const isHere = this.#sides.here.includes(who);
    const heard = this.#heard.get(name) ?? [];
    if (isHere) this.#heard.set(name, heard);
    try {
      const device = await this.#visit.connect(known?.seat ?? (await this.#seatOf(who)));
      this.#devices.set(name, device);
      heard.push('connected', ...device.received);
      if (isHere) device.received.push = (...packets: string[]) => heard.push(...packets);
    } catch (refused) {
      // The door says no, to a link that was taken back for one; that too must be the same.
      heard.push(`not connected: ${String(refused)}`);
    }
  }

  #seatOf(who: ParticipantId): Promise<Seat> {
    return who === AMINA || who === PRIYA ? this.#visit.staffSeat(who) : this.#visit.seatOf(who);
  }

  async #goes(session: SessionId): Promise<void> {
    const device = this.#devices.get(session);
    if (device === undefined || device.goodbye !== null) return;

    device.close();
    await device.closed;
  }

  /** Whoever has a place in a room has sound there, and everything that was on its way has come. */
  async #settled(): Promise<void> {
    this.#clock.advance(PACE);
    await this.#quiet();
    for (const device of this.#devices.values()) await this.#soundFor(device);
    for (const device of this.#devices.values()) await this.#keysFrom(device);
    this.#clock.advance(PACE);
    await this.#quiet();
  }

  async #soundFor(device: Device): Promise<void> {
    const view = device.views.at(-1);
    const isLost = device.notices.findLastIndex(({ type }) => type === 'reset') >= 0;
    if (!device.socket.connected || view === undefined || !isRoom(view)) return;
    if (this.#withMedia.has(device) && !isLost) return;

    this.#withMedia.add(device);
    device.notices.splice(0);
    this.#ssrc += 1;
    await withSound(device, this.#ssrc).catch(() => undefined);
  }

  /** Whoever is in a room with others gives each of them a key of their own, and another one when others are there (SAFE-2). */
  async #keysFrom(device: Device): Promise<void> {
    const view = device.views.at(-1);
    if (!device.socket.connected || view === undefined || !isRoom(view)) return;

    const others = view.people
      .filter(({ participant }) => participant !== view.me.participant)
      .flatMap(({ devices }) => devices.map(({ session }) => session));
    if (this.#given.get(device) === others.join()) return;

    this.#given.set(device, others.join());
    // The id of a key tells the time, which no other room changes; a count would tell of them.
    for (const to of others) await device.media({ type: 'giveKey', to, kid: SAME_TIME, wrap: 'sealed' });
  }

  readonly #given = new WeakMap<Device, string>();
  readonly #withMedia = new WeakSet<Device>();

  /** A line keeps its order: when this is answered, whatever was sent before has come. Two rounds, for what the first set going. */
  async #quiet(): Promise<void> {
    for (let round = 0; round < 2; round += 1) {
      await (await this.#visit.actor()).submitAsSystem({ type: 'clock.pass' });
      const connected = [...this.#devices.values()].filter(({ socket }) => socket.connected);
      await Promise.all(connected.map((device) => device.say('command', 'are you there?')));
    }
  }
}

const whose = (session: SessionId): readonly [ParticipantId, number] => {
  const [who, number] = session.split('-device-');

  return [who as ParticipantId, Number(number ?? 1)];
};

/** The line's own heartbeat, and the answers to our asking whether it is quiet, are none of the visit's. */
const isTold = (packet: string): boolean =>
  packet !== '' && !/^3\d+\[\{"ok":false,"refusal":"malformed"\}\]$/.test(packet);

/**
 * What is compared of a packet. Ids are random: which of them are the same, in the order in which this device first met them. Times: since
 * the visit began. Answers: without the number of the question, which the heard answers to our asking have used up.
 */
function nameless(begun: Instant): (packet: string) => string {
  const met = new Map<string, string>();
  const nameOf = (id: string): string => {
    const name = met.get(id) ?? `id ${met.size}`;
    met.set(id, name);

    return name;
  };

  return (packet) =>
    packet
      .replace(/^3\d+\[/, '3[')
      .replace(/\b1[78]\d{11}\b/g, (time) => `${Number(time) - begun} ms`)
      .replace(/[A-Za-z0-9_-]{20,}|\b(?:producer|consumer|transport|place|loop|room)-\d+/g, nameOf);
}
