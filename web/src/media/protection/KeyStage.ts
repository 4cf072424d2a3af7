import type { ClientCommand } from '@doorstep/shared/protocol/commands.ts';
import type { MediaAnswers, MediaNotice, MediaRequest, MediaRequestType } from '@doorstep/shared/protocol/media.ts';
import type { CommandAnswer, MediaAnswer } from '@doorstep/shared/protocol/socket.ts';
import type { Instant, RoomId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { RoomView, VisitView } from '@doorstep/shared/visit/viewShape.ts';
import { Store } from '../../visit/store.ts';
import { aDevice, aPerson, aRoom, me } from '../../visit/testViews.ts';
import type { VisitClient, VisitClientState } from '../../visit/VisitClient.ts';
import type { RequestOf } from '../../visit/wire.ts';
import { EndToEnd } from './EndToEnd.ts';
import { FakeFrames } from './FakeFrames.ts';
import type { Pace } from './Pace.ts';

export const MAIN = 'main' as RoomId;

export const deviceOf = (name: string): SessionId => `${name}-phone` as SessionId;

/** What a server between the devices makes of what one says to another; null when it keeps it. */
export type Relay = (from: SessionId, to: SessionId, notice: MediaNotice) => MediaNotice | null;

const OUT: VisitView = { screen: 'out', why: 'left', words: null, me: { name: '', role: 'child' }, can: {} };

interface Present {
  readonly room: RoomId;
  readonly since: Instant;
}

/** One device: its line to a server under a test's control, and its frames, sealed for real. */
export class StagedDevice implements VisitClient {
  readonly name: string;
  readonly frames = new FakeFrames();
  /** As the visit knows it. */
  key: string | null = null;
  readonly #stage: KeyStage;
  readonly #store = new Store<VisitClientState>({
    connection: 'connected',
    view: null,
    goodbye: null,
    levels: new Map(),
  });
  readonly #listeners = new Set<(notice: MediaNotice) => void>();

  constructor(name: string, stage: KeyStage) {
    this.name = name;
    this.#stage = stage;
  }

  readonly getState = (): VisitClientState => this.#store.getState();
  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  onNotice(listener: (notice: MediaNotice) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(notice: MediaNotice): void {
    for (const listener of [...this.#listeners]) listener(notice);
  }

  show(view: VisitView): void {
    this.#store.set({ view });
  }

  async send(command: ClientCommand): Promise<CommandAnswer> {
    if (command.type === 'protection.offer') {
      if (this.#stage.refusesOffers) return { ok: false, refusal: 'tooFast' };

      this.key = command.key;
      this.#stage.show();
    }

    return { ok: true };
  }

  async request<Type extends MediaRequestType>(request: RequestOf<Type>): Promise<MediaAnswer<Type>> {
    this.#stage.pass(deviceOf(this.name), request);
    if (this.#stage.answersNothing) await new Promise(() => {});

    return { ok: true, answer: {} as MediaAnswers[Type] };
  }

  close(): void {}
}

/** Some devices and the server between them, which passes on what they say about keys unless a test has it do something else. */
export class KeyStage {
  readonly devices = new Map<SessionId, StagedDevice>();
  readonly protections: EndToEnd[] = [];
  /** What was passed on, newest last. */
  readonly passed: MediaNotice[] = [];
  relay: Relay = (_from, _to, notice) => notice;
  /** Whether the room's screens say that not everything is protected. */
  isUnprotected = false;
  /** Offers of keys are refused, as when a page was opened many times in a row. */
  refusesOffers = false;
  /** Requests are passed on, and never answered. */
  answersNothing = false;
  /** Whether a device is told by the media server of its seat when it is shown its room. */
  reseats = true;
  now = Date.UTC(2026, 5, 1);
  /** How fast devices may make keys. */
  pace: Pick<Pace, 'turn'> = { turn: async () => {} };
  readonly #away = new Set<SessionId>();
  readonly #present = new Map<SessionId, Present>();

  /** Somebody opens the page, and is in no room yet. */
  async arrives(name: string): Promise<StagedDevice> {
    const device = new StagedDevice(name, this);
    this.devices.set(deviceOf(name), device);
    this.protections.push(
      await EndToEnd.begin(device, device.frames, () => this.now, {
        turn: (isWanted) => this.pace.turn(isWanted),
      }),
    );

    return device;
  }

  protectionOf(name: string): EndToEnd {
    const place = [...this.devices.keys()].indexOf(deviceOf(name));
    const protection = this.protections[place];
    if (protection === undefined) throw new Error(`${name} has not arrived`);

    return protection;
  }

  /** Takes a seat in a room; everybody there is shown it, but for those named. */
  sits(name: string, room: RoomId = MAIN, except: readonly string[] = []): void {
    this.now += 1_000;
    this.#present.set(deviceOf(name), { room, since: this.now as Instant });
    this.show(except);
  }

  /** Their line is lost: they are shown as such to the others, who go on, and nothing reaches them. */
  losesLine(name: string): void {
    this.#away.add(deviceOf(name));
    this.show([name]);
  }

  leaves(name: string): void {
    this.#present.delete(deviceOf(name));
    this.devices.get(deviceOf(name))?.show(OUT);
    this.show();
  }

  /** Shows everybody who sits somewhere the room as it is; those named nothing new. */
  show(except: readonly string[] = []): void {
    for (const [session, { room, since }] of this.#present) {
      const device = this.devices.get(session);
      if (device === undefined || except.includes(device.name)) continue;
      device.show(this.#viewOf(device, room, since));
      if (this.reseats) this.protectionOf(device.name).seated(since);
    }
  }

  pass(from: SessionId, request: MediaRequest): void {
    const [to, notice] = passedOn(from, request);
    if (to === null || notice === null) return;

    const told = this.relay(from, to, notice);
    if (told === null) return;
    this.passed.push(told);
    if (!this.#away.has(to)) this.devices.get(to)?.tell(told);
  }

  end(): void {
    for (const protection of this.protections) protection.close();
  }

  #viewOf(device: StagedDevice, room: RoomId, since: Instant): RoomView {
    const here = [...this.#present].filter(([, present]) => present.room === room);

    return aRoom({
      room: { id: room, kind: 'main', since, mark: null, heldSince: null, cover: null, words: null },
      protection: { is: this.isUnprotected ? 'unprotected' : 'everyone', checkedAt: null, number: null },
      me: me(device.name, { protection: { key: device.key, is: 'notYet' } }),
      people: here.map(([session]) => this.#personAt(session)),
      can: { 'protection.offer': 'yes' },
    });
  }

  #personAt(session: SessionId) {
    const { name = '', key = null } = this.devices.get(session) ?? {};

    return aPerson(name, {
      devices: [
        aDevice(session, {
          protection: { key, is: 'protected' },
          connection: this.#away.has(session) ? 'reconnecting' : 'connected',
        }),
      ],
    });
  }
}

function passedOn(from: SessionId, request: MediaRequest): readonly [SessionId | null, MediaNotice | null] {
  if (request.type === 'giveKey') return [request.to, { type: 'key', from, kid: request.kid, wrap: request.wrap }];
  if (request.type === 'keyTaken') return [request.from, { type: 'keyTaken', by: from, kid: request.kid }];
  if (request.type === 'needKey') return [request.from, { type: 'keyNeeded', by: from }];

  return [null, null];
}
