import type { ClientCommand, CommandMessage } from '@doorstep/shared/protocol/commands.ts';
import type { MediaNotice, MediaRequestType } from '@doorstep/shared/protocol/media.ts';
import type { CommandAnswer, DoorRefusal, Levels, MediaAnswer } from '@doorstep/shared/protocol/socket.ts';
import type { CommandId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { VisitView } from '@doorstep/shared/visit/viewShape.ts';
import type { NetworkSigns } from './networkSigns.ts';
import { reconnectDelay } from './reconnectDelay.ts';
import { Store } from './store.ts';
import type { OpenWire, RequestOf, Wire } from './wire.ts';

/** `closed` is for good: the client was closed, or `goodbye` says why the server will not have it. */
export interface VisitClientState {
  readonly connection: 'connecting' | 'connected' | 'reconnecting' | 'closed';
  /** The latest that the server showed; kept while reconnecting. */
  readonly view: VisitView | null;
  readonly goodbye: DoorRefusal | null;
  readonly levels: ReadonlyMap<SessionId, number>;
}

/** One device's line to its visit: shows the latest view, carries commands, and comes back by itself for as long as it takes. */
export interface VisitClient {
  getState(): VisitClientState;
  subscribe(listener: () => void): () => void;
  /** Asks the visit. Waits through lost connections under one command id, so it is done at most once; never rejects. */
  send(command: ClientCommand): Promise<CommandAnswer>;
  /** Media signalling on this very connection: `unavailable` when there is none or no answer came; never rejects. */
  request<Type extends MediaRequestType>(request: RequestOf<Type>): Promise<MediaAnswer<Type>>;
  onNotice(listener: (notice: MediaNotice) => void): () => void;
  close(): void;
}

export interface VisitClientNeeds {
  readonly openWire: OpenWire;
  readonly network: NetworkSigns;
  readonly newCommandId: () => CommandId;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** True when the page is about to be loaded anew; false when that was tried before and did not help. */
  readonly reloadPage: () => boolean;
}

interface Waiting {
  readonly message: CommandMessage;
  readonly answer: (answer: CommandAnswer) => void;
}

export class ReconnectingVisitClient implements VisitClient {
  readonly #needs: VisitClientNeeds;
  readonly #store = new Store<VisitClientState>({
    connection: 'connecting',
    view: null,
    goodbye: null,
    levels: new Map(),
  });
  readonly #noticed = new Set<(notice: MediaNotice) => void>();
  readonly #stopWatching: () => void;
  readonly #queue: Waiting[] = [];
  #asking = false;
  #wire: Wire | null = null;
  #opened = false;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(needs: VisitClientNeeds) {
    this.#needs = needs;
    this.#stopWatching = needs.network.watch((sign) => {
      // A changed network leaves the old connection open and deaf, so it is not waited for; waking up only ends a pause.
      if (sign === 'changed' || !this.#opened) this.#connect();
    });
    this.#connect();
  }

  readonly getState = (): VisitClientState => this.#store.getState();
  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  send(command: ClientCommand): Promise<CommandAnswer> {
    return new Promise((answer) => {
      if (this.#isClosed()) {
        answer({ ok: false, refusal: 'fault' });
        return;
      }
      this.#queue.push({ message: { commandId: this.#needs.newCommandId(), command }, answer });
      void this.#askNext();
    });
  }

  async request<Type extends MediaRequestType>(request: RequestOf<Type>): Promise<MediaAnswer<Type>> {
    const answer = this.#opened ? await this.#wire?.media(request) : null;
    return answer ?? { ok: false, refusal: 'unavailable' };
  }

  onNotice(listener: (notice: MediaNotice) => void): () => void {
    this.#noticed.add(listener);
    return () => {
      this.#noticed.delete(listener);
    };
  }

  close(): void {
    this.#end(null);
  }

  #isClosed(): boolean {
    return this.getState().connection === 'closed';
  }

  #connect(): void {
    if (this.#isClosed()) return;

    this.#dropWire();
    if (this.getState().connection === 'connected') this.#store.set({ connection: 'reconnecting' });
    this.#wire = this.#needs.openWire(
      {
        opened: () => this.#handleOpened(),
        view: (view) => this.#store.set({ view }),
        media: (notice) => {
          for (const listener of [...this.#noticed]) listener(notice);
        },
        levels: (levels) => this.#store.set({ levels: toMap(levels) }),
        closed: (why) => this.#handleClosed(why),
      },
      this.#failures,
    );
  }

  #dropWire(): void {
    clearTimeout(this.#retry);
    this.#wire?.close();
    this.#wire = null;
    this.#opened = false;
  }

  #handleOpened(): void {
    this.#opened = true;
    this.#failures = 0;
    this.#store.set({ connection: 'connected' });
    void this.#askNext();
  }

  #handleClosed(why: DoorRefusal | null): void {
    this.#dropWire();
    if (why === 'reload' && this.#needs.reloadPage()) return;
    if (why !== null && why !== 'closing') {
      this.#end(why);
      return;
    }

    if (this.getState().connection === 'connected') this.#store.set({ connection: 'reconnecting', levels: new Map() });
    this.#retry = setTimeout(() => this.#connect(), reconnectDelay(this.#failures, this.#needs.random()));
    this.#failures += 1;
  }

  #end(goodbye: DoorRefusal | null): void {
    if (this.#isClosed()) return;

    this.#stopWatching();
    this.#dropWire();
    this.#store.set({ connection: 'closed', goodbye, levels: new Map() });
    for (const { answer } of this.#queue.splice(0)) answer({ ok: false, refusal: 'fault' });
  }

  /** One command at a time: a retry can then never overtake a later change of mind. */
  async #askNext(): Promise<void> {
    const next = this.#queue[0];
    if (this.#asking || next === undefined || !this.#opened || this.#wire === null) return;

    this.#asking = true;
    const answer = await this.#wire.command(next.message);
    this.#asking = false;
    if (answer !== null && this.#queue[0] === next) {
      this.#queue.shift();
      next.answer(answer);
    }
    return this.#askNext();
  }
}

const toMap = (levels: Levels): ReadonlyMap<SessionId, number> =>
  new Map(levels.map(({ session, level }) => [session, level]));
