import type { IncomingMessage } from 'node:http';
import { after, type Millis } from '@doorstep/shared/visit/ids.ts';
import { digestOf } from '../identity/credential.ts';
import type { Clock } from '../visits/Clock.ts';
import { Allowance, type Rate } from './Allowance.ts';
import { addressKey } from './addressKey.ts';
import { Crowd } from './Crowd.ts';
import { isDeadEnd } from './origin.ts';

/** Packets of any kind, heartbeats and empty ones too. The dispatcher counts messages more narrowly. */
const PACKETS: Rate = { burst: 1_200, perSecond: 160 };

/**
 * Lines of one browser that have not said yet for which place they are: each of its tabs may come back at once. One that has said so is
 * its place’s only one, and of places a link has no more than the visit allows.
 */
const UNPLACED = 12;

/** How long a closed line may take to say its goodbyes over a slow network … */
const GRACE = 5_000;
/** … and when it was closed because it would not stop sending, which it then may well go on doing. */
const GRACE_FOR_FLOODS = 250;

/** What this needs of an engine.io socket. */
interface EngineLine {
  readonly id: string;
  readonly request: IncomingMessage;
  on(event: 'packet' | 'close', listener: () => void): unknown;
  close(discard: boolean): void;
}

interface Opened {
  /** The cookies with which it was opened. A line's id stands in addresses and thereby in the logs of proxies: it must open nothing by itself. */
  readonly owner: string;
  /** The connections below it that nothing else goes over. */
  readonly sockets: Set<IncomingMessage['socket']>;
  /** It is not counted any more. */
  readonly leave: () => void;
}

interface LineGuardParts {
  readonly clock: Clock;
  readonly addressOf: (request: IncomingMessage) => string;
  /** Names a browser that is known; null for a stranger. */
  readonly browserOf: (request: IncomingMessage) => string | null;
  /** Of strangers. Browsers that are known are counted by themselves: nobody may find out, by what is left, who else lives there (PRIV-5). */
  readonly connectionsPerAddress: number;
}

/** Watches over lines below the messages: whose they are, how many, and how much comes over each. */
export class LineGuard {
  readonly #parts: LineGuardParts;
  readonly #strangers: Crowd;
  readonly #known = new Crowd(UNPLACED);
  readonly #opened = new WeakMap<object, Opened>();
  readonly #byId = new Map<string, Opened>();

  constructor(parts: LineGuardParts) {
    this.#parts = parts;
    this.#strangers = new Crowd(parts.connectionsPerAddress);
  }

  /** Whether this request, which may open a line or belong to one, is to get no answer but a 400. Asked once of each. */
  refuses(request: IncomingMessage): boolean {
    if (isDeadEnd(request)) return true;

    const id = new URLSearchParams(request.url?.split('?')[1]).get('sid');
    const line = id === null ? undefined : this.#byId.get(id);
    if (line === undefined) return false;
    if (line.owner !== ownerOf(request)) return true;

    if (isWebSocket(request)) line.sockets.add(request.socket);
    return false;
  }

  /** Whether the browser of this request, or of a stranger the address, has as many lines without a place as it may. */
  isCrowded(request: IncomingMessage): boolean {
    const { crowd, key } = this.#countedBy(request);

    return crowd.isFull(key);
  }

  /** This line has a place, which has no other, and is not counted from here on. */
  placed(line: object): void {
    this.#opened.get(line)?.leave();
  }

  /** Counts the line until it has a place, what comes over it until it is closed, and closes it when that is too much. */
  watch(line: EngineLine): void {
    const { clock } = this.#parts;
    const { crowd, key } = this.#countedBy(line.request);
    const leave = crowd.enter(key);
    const packets = new Allowance(PACKETS, clock.now());
    const sockets = new Set(isWebSocket(line.request) ? [line.request.socket] : []);
    const opened = { owner: ownerOf(line.request), sockets, leave };
    this.#opened.set(line, opened);
    this.#byId.set(line.id, opened);
    line.on('packet', () => {
      if (packets.take(clock.now())) return;
      this.endFlood(line);
      line.close(true);
    });
    line.on('close', () => {
      leave();
      this.#destroyLater(sockets, GRACE);
      this.#byId.delete(line.id);
    });
  }

  /** This line has been too much, and is being closed: not much more is read from it. */
  endFlood(line: object): void {
    this.#destroyLater(this.#opened.get(line)?.sockets ?? new Set(), GRACE_FOR_FLOODS);
  }

  #countedBy(request: IncomingMessage): { readonly crowd: Crowd; readonly key: string } {
    const browser = this.#parts.browserOf(request);
    if (browser !== null) return { crowd: this.#known, key: browser };

    return { crowd: this.#strangers, key: addressKey(this.#parts.addressOf(request)) };
  }

  #destroyLater(sockets: Opened['sockets'], by: Millis): void {
    const { clock } = this.#parts;
    clock.at(after(clock.now(), by), () => {
      for (const socket of sockets) socket.destroy();
    });
  }
}

const isWebSocket = ({ headers }: IncomingMessage): boolean => headers.upgrade !== undefined;
const ownerOf = ({ headers }: IncomingMessage): string => digestOf(headers.cookie ?? '');
