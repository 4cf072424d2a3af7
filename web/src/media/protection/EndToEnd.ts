import type { KeyNotice, MediaNotice } from '@doorstep/shared/protocol/media.ts';
import { type DeviceKeys, makeDeviceKeys } from '@doorstep/shared/sframe/deviceKeys.ts';
import type { Instant, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import type { VisitClient } from '../../visit/VisitClient.ts';
import type { Frames } from './Frames.ts';
import type { FlowOptions, FrameNews } from './frameOrders.ts';
import { Inbox } from './Inbox.ts';
import { KeyExchange } from './KeyExchange.ts';
import { KeyOffer } from './KeyOffer.ts';
import type { MediaProtection } from './MediaProtection.ts';
import { OwnKids } from './ownKid.ts';
import { type Pace, pagePace } from './Pace.ts';
import { awayIn, peersIn, stayIn } from './peers.ts';

interface Stay {
  readonly name: string;
  readonly keys: KeyExchange;
}

/**
 * Encrypts this device's media end to end. Its pair of keys is made with it and lives as long as the page: a page that was loaded anew is
 * another device to everybody, so that nothing from before can be played to it.
 */
export class EndToEnd implements MediaProtection {
  /** Without a key of its own nothing is sent, whatever is handed over. */
  readonly maySend = true;
  readonly #visit: VisitClient;
  readonly #frames: Frames;
  readonly #own: DeviceKeys;
  readonly #kids: OwnKids;
  /** Of the page, not of a stay: whoever is moved about all the time makes keys no faster. */
  readonly #pace: Pick<Pace, 'turn'>;
  readonly #inbox = new Inbox();
  readonly #offer: KeyOffer;
  readonly #stops: readonly (() => void)[];
  readonly #more = new Set<() => void>();
  readonly #needing = new Set<(stream: string) => void>();
  #stay: Stay | null = null;
  #isClear = false;
  #seat: Instant | null = null;

  static async begin(
    visit: VisitClient,
    frames: Frames,
    now: () => number,
    pace: Pick<Pace, 'turn'> = pagePace(),
  ): Promise<EndToEnd> {
    return new EndToEnd(visit, frames, await makeDeviceKeys(), new OwnKids(now), pace);
  }

  private constructor(visit: VisitClient, frames: Frames, own: DeviceKeys, kids: OwnKids, pace: Pick<Pace, 'turn'>) {
    this.#visit = visit;
    this.#frames = frames;
    this.#own = own;
    this.#kids = kids;
    this.#pace = pace;
    this.#offer = new KeyOffer(visit, own.publicKey);
    this.#stops = [visit.subscribe(() => this.#follow()), visit.onNotice((notice) => this.#hear(notice))];
    frames.onNews((news) => this.#handle(news));
    this.#follow();
  }

  get ownKey(): string {
    return this.#own.publicKey;
  }

  get transportSettings(): Partial<RTCConfiguration> {
    return this.#frames.transportSettings;
  }

  guard(end: RTCRtpSender | RTCRtpReceiver, flow: FlowOptions): void {
    this.#frames.guard(end, flow);
  }

  seated(at: Instant | null): void {
    this.#seat = at;
    if (at === null) this.#goClear(false);
    else this.#follow();
  }

  mayFlow(session: SessionId): boolean {
    return this.#isClear || this.#stay?.keys.holds(session) === true;
  }

  onMore(listener: () => void): () => void {
    this.#more.add(listener);
    return () => this.#more.delete(listener);
  }

  onNeedsKeyFrame(listener: (stream: string) => void): () => void {
    this.#needing.add(listener);
    return () => this.#needing.delete(listener);
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#offer.close();
    this.#endStay();
    this.#frames.close();
  }

  #follow(): void {
    const { view } = this.#visit.getState();
    const stay = stayIn(view);
    if (stay !== this.#stay?.name) this.#endStay();
    if (view?.screen !== 'room' || stay === null) return;

    this.#goClear(view.protection.is === 'unprotected' && view.room.since === this.#seat);
    this.#stay ??= { name: stay, keys: this.#keysFor(view) };
    this.#stay.keys.follow(peersIn(view), awayIn(view));
  }

  #keysFor({ room, me }: RoomView): KeyExchange {
    return new KeyExchange({
      own: this.#own,
      me: me.session,
      room: room.id,
      frames: this.#frames,
      inbox: this.#inbox,
      request: (request) => this.#visit.request(request),
      nextKid: () => this.#kids.next(),
      turn: (isWanted) => this.#pace.turn(isWanted),
      onHeld: () => this.#tellMore(),
    });
  }

  #endStay(): void {
    this.#stay?.keys.end();
    this.#stay = null;
    this.#goClear(false);
  }

  /** Only ever together with what the screen says, and in the very seat of which it says so: both follow the same word of the view. */
  #goClear(isClear: boolean): void {
    if (isClear === this.#isClear) return;

    this.#isClear = isClear;
    this.#frames.goClear(isClear);
    this.#tellMore();
  }

  #hear(notice: MediaNotice): void {
    if (!isOfKeys(notice)) return;
    if (this.#stay !== null) this.#stay.keys.hear(notice);
    else if (notice.type === 'key') this.#inbox.put(notice);
  }

  #handle(news: FrameNews): void {
    if (news.news === 'cannotOpen') this.#stay?.keys.cannotOpen(news.from);
    if (news.news === 'needsKeyFrame') for (const listener of this.#needing) listener(news.stream);
  }

  #tellMore(): void {
    for (const listener of this.#more) listener();
  }
}

const isOfKeys = (notice: MediaNotice): notice is KeyNotice =>
  notice.type === 'key' || notice.type === 'keyTaken' || notice.type === 'keyNeeded';
