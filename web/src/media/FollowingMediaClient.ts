import { assertUnreachable } from '@doorstep/shared/lib/assertUnreachable.ts';
import type { ConsumerOffer, IceServer, JoinAnswer, MediaNotice } from '@doorstep/shared/protocol/media.ts';
import type { Instant, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { VisitView } from '@doorstep/shared/visit/viewShape.ts';
import { Store } from '../visit/store.ts';
import type { VisitClient, VisitClientState } from '../visit/VisitClient.ts';
import { ConditionTeller } from './ConditionTeller.ts';
import type { ConditionWatch } from './condition/ConditionWatch.ts';
import { ReceivingLine } from './condition/ReceivingLine.ts';
import type { LocalMedia } from './LocalMedia.ts';
import type { MediaClient, MediaClientState, WantedSize } from './MediaClient.ts';
import { MediaKit, type MediaKitNeeds } from './MediaKit.ts';
import { Pause } from './pause.ts';
import { SfuConnection } from './SfuConnection.ts';
import { SwitchTeller } from './SwitchTeller.ts';

interface Seat {
  readonly at: Instant;
  readonly iceServers: readonly IceServer[];
}

export interface MediaClientNeeds extends MediaKitNeeds {
  readonly visit: VisitClient;
  readonly local: Pick<LocalMedia, 'getState' | 'subscribe'>;
  /** How this device stands; watched from `prepare` to `close`. */
  readonly condition: ConditionWatch;
}

/** Lost once, it is joined again at once; only when that comes to nothing is there a pause, and then longer and longer ones. */
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 2_000;
/** A connection that lasts this long was worth joining for; until then, losing it again and again slows down. */
const CALM_MS = 10_000;

const NO_STREAMS: MediaClientState['streams'] = new Map();

export class FollowingMediaClient implements MediaClient {
  readonly #needs: MediaClientNeeds;
  readonly #store: Store<MediaClientState>;
  readonly #kit: MediaKit;
  readonly #receiving: ReceivingLine;
  readonly #wanted = new Map<SessionId, WantedSize>();
  readonly #pause = new Pause();
  readonly #stopFollowing: (() => void)[] = [];
  #connection: SfuConnection | null = null;
  /** Offered while the answer to a join was still on its way, or being read. */
  readonly #early = new Map<string, ConsumerOffer>();
  /** When this device was seated, and the relays that came with it; null while nobody has admitted it. */
  #seat: Seat | null = null;
  #trouble = false;
  #joining = false;
  /** Raised when whatever is being joined just now has already become void. */
  #round = 0;
  #line: VisitClientState['connection'] = 'connecting';
  /** Joins that came to nothing since the last that lasted. */
  #failures = 0;
  #calm: ReturnType<typeof setTimeout> | undefined;

  constructor(needs: MediaClientNeeds) {
    this.#needs = needs;
    this.#store = new Store({
      phase: 'idle',
      seatedAt: null,
      ownKey: null,
      isReached: true,
      streams: NO_STREAMS,
      ...needs.condition.getState(),
    });
    this.#kit = new MediaKit(needs, ({ ownKey }) => this.#store.set({ ownKey }));
    this.#receiving = new ReceivingLine((isUp) => {
      this.#store.set({ isReached: isUp });
      needs.condition.setLine(isUp);
    });
  }

  readonly getState = (): MediaClientState => this.#store.getState();
  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  prepare(): void {
    if (this.#stopFollowing.length > 0) return;

    const { visit, local, condition } = this.#needs;
    const switches = new SwitchTeller(visit, local);
    const teller = new ConditionTeller(visit, condition);
    this.#stopFollowing.push(
      visit.subscribe(() => this.#follow()),
      visit.onNotice((notice) => this.#handleNotice(notice)),
      // Before the tracks themselves: a camera that blurs is known as such when it is there to be sent.
      condition.subscribe(() => this.#handleCondition()),
      condition.start(),
      local.subscribe(() => this.#wantLocalTracks()),
      () => switches.close(),
      () => teller.close(),
    );
    this.#store.set({ phase: 'preparing' });
    this.#kit.fetch();
    this.#follow();
  }

  setWanted(session: SessionId, size: WantedSize): void {
    this.#wanted.set(session, size);
    this.#connection?.tellWishes();
  }

  close(): void {
    for (const stop of this.#stopFollowing.splice(0)) stop();
    this.#leave();
    this.#kit.close();
  }

  #isWanted(): boolean {
    const { connection, view } = this.#needs.visit.getState();
    return this.#stopFollowing.length > 0 && connection !== 'closed' && view !== null && hasMedia(view);
  }

  #follow(): void {
    const { connection, view } = this.#needs.visit.getState();
    const cameBack = connection === 'connected' && this.#line !== 'connected';
    this.#line = connection;
    if (!this.#isWanted()) {
      if (view !== null || connection === 'closed') this.#leave();
      return;
    }

    if (cameBack) this.#pause.cutShort();
    if (cameBack && this.#connection !== null) this.#connection.findNewPath();
    if (this.#connection === null) void this.#join();
  }

  #handleNotice(notice: MediaNotice): void {
    switch (notice.type) {
      case 'consumer':
        if (this.#connection === null) this.#early.set(notice.consumer.id, notice.consumer);
        else this.#connection.take(notice.consumer);
        return;
      case 'consumerClosed':
        this.#early.delete(notice.consumer);
        this.#connection?.drop(notice.consumer);
        return;
      case 'seated':
        this.#takeSeat(notice);
        return;
      case 'reset':
        this.#joinAgain();
        return;
      case 'loopClosed':
        // The loop that measures the line has transports of its own (NetworkCheck).
        return;
      case 'key':
      case 'keyTaken':
      case 'keyNeeded':
        // Keys are the protection's business, which listens for itself.
        return;
      default:
        assertUnreachable(notice);
    }
  }

  #takeSeat({ at, iceServers }: Seat): void {
    this.#seat = { at, iceServers };
    this.#kit.tellSeat(at);
    this.#store.set({ seatedAt: at });
    void this.#connection?.seat(iceServers);
    this.#tellPhase();
  }

  #joinAgain(): void {
    this.#drop();
    this.#receiving.lost();
    this.#tellPhase();
    this.#pause.cutShort();
    if (this.#isWanted()) void this.#join();
  }

  /** Everything at the SFU is over, for good or until joined again; what was being joined is void. */
  #drop(): void {
    this.#round += 1;
    this.#seat = null;
    this.#kit.tellSeat(null);
    this.#trouble = false;
    this.#connection?.close();
    this.#connection = null;
    this.#store.set({ streams: NO_STREAMS, seatedAt: null });
  }

  #leave(): void {
    this.#drop();
    this.#receiving.end();
    this.#pause.cutShort();
    if (this.getState().phase !== 'failed') this.#store.set({ phase: 'idle' });
  }

  /** Tries until it is in, or no longer wanted. */
  async #join(): Promise<void> {
    if (this.#joining || this.getState().phase === 'failed') return;

    this.#joining = true;
    while (this.#isWanted() && this.#connection === null && this.getState().phase !== 'failed') {
      const pause = this.#failures < 2 ? 0 : Math.min(FIRST_RETRY_MS * 2 ** (this.#failures - 2), LONGEST_RETRY_MS);
      if (pause > 0) await this.#pause.wait(pause);
      if (this.#isWanted()) await this.#tryToJoin();
    }
    this.#joining = false;
  }

  async #tryToJoin(): Promise<void> {
    const round = this.#round;
    const current = () => round === this.#round;
    this.#early.clear();
    try {
      const protection = await this.#kit.protection();
      const made = await SfuConnection.join({
        protection,
        request: (request) => this.#needs.visit.request(request),
        known: this.#kit.known,
        deviceFor: (answer) => this.#kit.deviceFor(answer),
        wantedOf: (session) => this.#wanted.get(session) ?? 'large',
        onStreams: (streams) => current() && this.#store.set({ streams }),
        onTrouble: (trouble) => current() && this.#setTrouble(trouble),
        onReceiving: (state) => current() && this.#receiving.hear(state),
        onLost: () => current() && this.#handleLost(),
      });
      if (!made.ok) this.#failures += 1;
      else if (current()) await this.#keep(made.value);
      else made.value.connection.close();
    } catch (error) {
      this.#failures += 1;
      if (!(error instanceof Error) || error.name !== 'UnsupportedError') return;
      this.#store.set({ phase: 'failed' });
      this.#receiving.lost();
    }
  }

  async #keep({ connection, joined }: { connection: SfuConnection; joined: JoinAnswer }): Promise<void> {
    const round = this.#round;
    this.#connection = connection;
    this.#receiving.hear('new');
    this.#wantLocalTracks();
    for (const offer of this.#early.values()) connection.take(offer);
    if (!(await connection.receive())) {
      if (round === this.#round) this.#handleLost();
      return;
    }
    if (round !== this.#round) return;

    // The notice of a seat may have come while this was under way.
    const { seatedAt, iceServers } = joined;
    const seat = seatedAt === null ? this.#seat : { at: seatedAt, iceServers };
    if (seat !== null) this.#takeSeat(seat);
    this.#tellPhase();
    this.#calm = setTimeout(() => {
      this.#failures = 0;
    }, CALM_MS);
  }

  #handleLost(): void {
    this.#failures += 1;
    clearTimeout(this.#calm);
    this.#joinAgain();
  }

  #handleCondition(): void {
    this.#store.set(this.#needs.condition.getState());
    this.#wantLocalTracks();
  }

  /** What the server would not let through is not sent to it either; camera and microphone stay as their person has them. */
  #wantLocalTracks(): void {
    const { camera, microphone } = this.#needs.local.getState();
    const { blur, hears } = this.#needs.condition.getState().condition;
    this.#connection?.want('audio', hears === 'yes' ? microphone : null);
    this.#connection?.want('video', hears === 'yes' && blur !== 'on' ? camera : null);
  }

  #setTrouble(trouble: boolean): void {
    this.#trouble = trouble;
    this.#tellPhase();
  }

  #tellPhase(): void {
    if (this.getState().phase === 'failed') return;

    const { phase } = this.getState();
    if (this.#connection === null) this.#store.set({ phase: phase === 'preparing' ? phase : 'recovering' });
    else if (this.#trouble) this.#store.set({ phase: 'recovering' });
    else this.#store.set({ phase: this.#seat === null ? 'prepared' : 'connected' });
  }
}

/** Those at the door are made ready; those in a room hear and see each other. */
const hasMedia = ({ screen }: VisitView): boolean => screen === 'arriving' || screen === 'waiting' || screen === 'room';
