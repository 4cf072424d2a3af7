import type { KeyNotice } from '@doorstep/shared/protocol/media.ts';
import type { Bytes } from '@doorstep/shared/sframe/bytes.ts';
import { makeBaseKey } from '@doorstep/shared/sframe/cipher.ts';
import type { DeviceKeys } from '@doorstep/shared/sframe/deviceKeys.ts';
import { unwrapKey, wrapKey } from '@doorstep/shared/sframe/wrap.ts';
import type { RoomId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { VisitClient } from '../../visit/VisitClient.ts';
import type { Frames } from './Frames.ts';
import type { Inbox, Wrapped } from './Inbox.ts';
import { areSame, goneFrom, type Peers } from './peers.ts';

/** How long a new key waits for those who have not said that they have it, while there is an old one: a removed person's is useless within a second. */
const SWITCH_MS = 700;
/** What was sealed with the key before may still be on its way. */
const OLD_KEY_MS = 2_000;
/** So often everybody who lacks a key, or has not said to have one, is seen to. */
const SEE_TO_MS = 2_000;
/**
 * So long a key that is missed may be on its way before it is asked for: asked for too early, its sender would make another, and that one would
 * be missed in its turn. Every stream of a device says many times a second that it cannot be opened, so no more often than this either.
 */
const ASK_MS = 500;

export interface KeyExchangeNeeds {
  readonly own: DeviceKeys;
  readonly me: SessionId;
  readonly room: RoomId;
  readonly frames: Frames;
  readonly inbox: Inbox;
  readonly request: VisitClient['request'];
  readonly nextKid: () => number;
  /** Resolves when this device may make another key; it counts only if it is wanted still. */
  readonly turn: (isWanted: () => boolean) => Promise<void>;
  /** Called when a device can be opened that could not be before. */
  readonly onHeld: () => void;
}

interface OwnKey {
  readonly kid: number;
  readonly wraps: ReadonlyMap<SessionId, string>;
  /** Who has not said that they have it. */
  readonly waitingFor: Set<SessionId>;
  readonly allHaveIt: () => void;
}

/**
 * [SAFE-2] The keys of one stay in one room: gives this device's own to everybody who is shown there, a new one whenever that changes, and
 * takes theirs. Ends with the stay: nothing of it goes along into another room.
 */
export class KeyExchange {
  readonly #needs: KeyExchangeNeeds;
  readonly #held = new Set<SessionId>();
  /** Whose key is missed, and is asked for unless it comes. */
  readonly #missed = new Set<SessionId>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  readonly #seeing: ReturnType<typeof setInterval>;
  #peers: Peers = new Map();
  #away: ReadonlySet<SessionId> = new Set();
  /** When somebody last left, in milliseconds of the page’s clock, until there is a key that they do not have. */
  #leftAt: number | null = null;
  #own: OwnKey | null = null;
  /** For whom the newest key was made; null when there is to be another. */
  #right: Peers | null = null;
  /** A new key was made just now because somebody lacked the one before. */
  #isFresh = false;
  #isSealing = false;
  #rotating: Promise<void> | null = null;
  #opening: Promise<void> = Promise.resolve();
  #ended = false;

  constructor(needs: KeyExchangeNeeds) {
    this.#needs = needs;
    this.#seeing = setInterval(() => this.#seeTo(), SEE_TO_MS);
  }

  /** Those who are shown in the room now, and which of them are away: nobody waits for these until they have a new key. */
  follow(peers: Peers, away: ReadonlySet<SessionId>): void {
    const gone = goneFrom(this.#peers, peers);
    for (const session of gone) this.#letGo(session);
    const isFirst = this.#own === null && this.#rotating === null;
    const hasChanged = !areSame(this.#peers, peers);
    const back = [...this.#away].filter((session) => !away.has(session));
    this.#peers = peers;
    this.#away = away;
    if (gone.length > 0) this.#hasLeft();
    this.#tellWhenAllHaveIt();
    if (isFirst || hasChanged) void this.#rotate();
    for (const session of back) if (this.#own?.waitingFor.has(session) === true) void this.#giveTo(session);
    this.#openWaiting();
  }

  hear(notice: KeyNotice): void {
    if (notice.type === 'keyTaken') this.#hasTaken(notice.by, notice.kid);
    else if (notice.type === 'keyNeeded') this.#isNeededBy(notice.by);
    else {
      this.#needs.inbox.put(notice);
      this.#openWaiting();
    }
  }

  /** Whether frames of this device can be opened. */
  holds(session: SessionId): boolean {
    return this.#held.has(session);
  }

  /** This device's frames cannot be opened although they should: asks for its key, unless that comes in a moment. */
  cannotOpen(session: SessionId): void {
    if (!this.#peers.has(session) || this.#missed.has(session)) return;

    this.#missed.add(session);
    this.#later(ASK_MS, () => {
      if (this.#missed.delete(session)) void this.#needs.request({ type: 'needKey', from: session });
    });
  }

  end(): void {
    this.#ended = true;
    clearInterval(this.#seeing);
    for (const timer of this.#timers) clearTimeout(timer);
    this.#needs.frames.silence();
    for (const session of this.#peers.keys()) this.#letGo(session);
    this.#own?.allHaveIt();
  }

  /** One at a time, and not faster than it may be; when people came or went meanwhile, once more. */
  #rotate(): Promise<void> {
    this.#rotating ??= this.#rotateUntilRight().finally(() => {
      this.#rotating = null;
    });

    return this.#rotating;
  }

  async #rotateUntilRight(): Promise<void> {
    while (!this.#ended && (this.#right === null || !areSame(this.#right, this.#peers))) {
      await this.#needs.turn(() => !this.#ended);
      if (this.#ended) return;
      this.#right = this.#peers;
      await this.#makeNew(this.#right);
    }
  }

  async #makeNew(peers: Peers): Promise<void> {
    const [kid, key] = [this.#needs.nextKid(), makeBaseKey()];
    const wraps = await this.#wrapsFor(peers, kid, key);
    if (this.#ended || !areSame(peers, this.#peers)) return;

    const allHaveIt = new Promise<void>((resolve) => {
      this.#own = { kid, wraps, waitingFor: new Set(wraps.keys()), allHaveIt: resolve };
    });
    this.#tellWhenAllHaveIt();
    const switchMs = this.#switchMs();
    const given = Promise.all([...wraps.keys()].map((session) => this.#giveTo(session)));
    // With an old key people go on seeing each other meanwhile; without one there is nothing to wait for.
    if (this.#isSealing && wraps.size > 0) await Promise.race([allHaveIt, this.#pause(switchMs)]);
    else await Promise.race([given, this.#pause(switchMs)]);
    if (this.#ended) return;

    this.#isSealing = true;
    await this.#needs.frames.seal(kid, key);
  }

  async #wrapsFor(peers: Peers, kid: number, key: Bytes): Promise<ReadonlyMap<SessionId, string>> {
    const { own, me, room } = this.#needs;
    const wraps = await Promise.all(
      [...peers].map(async ([to, peer]) => {
        const wrap = await wrapKey({ own, peer, key, context: { room, kid, from: me, to } });
        return wrap === null ? [] : [[to, wrap] as const];
      }),
    );

    return new Map(wraps.flat());
  }

  async #giveTo(session: SessionId): Promise<void> {
    const wrap = this.#own?.wraps.get(session);
    if (this.#own === null || wrap === undefined || !this.#peers.has(session)) return;

    await this.#needs.request({ type: 'giveKey', to: session, kid: this.#own.kid, wrap });
  }

  /**
   * Somebody who had taken the key and lacks it was in another room meanwhile, which this device was not shown, and takes no key back that
   * they had before: they need another. Seldom, or anybody could have new keys made all the time.
   */
  #isNeededBy(session: SessionId): void {
    const hadIt = this.#own?.wraps.has(session) === true && !this.#own.waitingFor.has(session);
    if (!hadIt || this.#isFresh) {
      void this.#giveTo(session);
      return;
    }
    this.#isFresh = true;
    this.#later(SEE_TO_MS, () => {
      this.#isFresh = false;
    });
    this.#right = null;
    void this.#rotate();
  }

  #hasTaken(by: SessionId, kid: number): void {
    if (this.#own?.kid !== kid) return;

    this.#own.waitingFor.delete(by);
    this.#tellWhenAllHaveIt();
  }

  /** Nobody waits for those who are away, or gone. */
  #tellWhenAllHaveIt(): void {
    const isThere = (session: SessionId): boolean => this.#peers.has(session) && !this.#away.has(session);
    if (this.#own !== null && ![...this.#own.waitingFor].some(isThere)) this.#own.allHaveIt();
  }

  /** From now on it counts how long they can open what is sent; a key that is on its way to the others is theirs as well. */
  #hasLeft(): void {
    this.#leftAt = performance.now();
    this.#own?.allHaveIt();
  }

  /** How long a new key may still wait for the others: less when somebody who has the old one left a while ago. */
  #switchMs(): number {
    const left = this.#leftAt;
    this.#leftAt = null;

    return left === null ? SWITCH_MS : Math.max(0, SWITCH_MS - (performance.now() - left));
  }

  /** One after another: of two keys of a device the newer one counts. */
  #openWaiting(): void {
    this.#opening = this.#opening.then(async () => {
      for (const [session, peer] of this.#peers) {
        for (const notice of this.#needs.inbox.of(session, peer)) await this.#open(notice, peer);
      }
    });
  }

  /** What cannot be opened waits: it may be for the room of which the view is still to come. */
  async #open(notice: Wrapped, peer: string): Promise<void> {
    const key = await this.#unwrap(notice, peer);
    if (key === null || this.#ended || this.#peers.get(notice.from) !== peer) return;

    this.#needs.inbox.opened(notice, peer);
    await this.#hold(notice, key, peer);
  }

  #unwrap({ from, kid, wrap }: Wrapped, peer: string): Promise<Bytes | null> {
    const { own, me, room } = this.#needs;

    return unwrapKey({ own, peer, wrap, context: { room, kid, from, to: me } });
  }

  async #hold({ from, kid }: Wrapped, key: Bytes, peer: string): Promise<void> {
    const isHeld = await this.#needs.frames.hold(from, kid, key);
    if (!isHeld || this.#ended || this.#peers.get(from) !== peer) return;

    this.#held.add(from);
    this.#missed.delete(from);
    this.#needs.onHeld();
    this.#later(OLD_KEY_MS, () => this.#needs.frames.forgetBefore(from, kid));
    // Not waited for: on a slow line the keys of the others would wait as well.
    void this.#needs.request({ type: 'keyTaken', from, kid });
  }

  #letGo(session: SessionId): void {
    this.#held.delete(session);
    this.#missed.delete(session);
    this.#needs.frames.forget(session);
    const peer = this.#peers.get(session);
    if (peer !== undefined) this.#needs.inbox.left(peer);
  }

  /** Nothing is lost for good: a wrap that got lost is given again, a key that is missing asked for. */
  #seeTo(): void {
    for (const session of this.#own?.waitingFor ?? []) void this.#giveTo(session);
    for (const session of this.#peers.keys()) if (!this.#held.has(session)) this.cannotOpen(session);
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.#later(ms, resolve));
  }

  #later(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
  }
}
