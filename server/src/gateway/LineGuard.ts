import type { IncomingMessage } from 'node:http';
import { digestOf } from '../identity/credential.ts';
import type { Clock } from '../visits/Clock.ts';
import { Allowance, type Rate } from './Allowance.ts';
import { Crowd } from './Crowd.ts';
import { isDeadEnd } from './origin.ts';

/** Packets of any kind, heartbeats and empty ones too. The dispatcher counts messages more narrowly. */
const PACKETS: Rate = { burst: 400, perSecond: 100 };

/** What this needs of an engine.io socket. */
interface EngineLine {
  readonly id: string;
  readonly request: IncomingMessage;
  on(event: 'packet' | 'close', listener: () => void): unknown;
  close(discard: boolean): void;
}

interface LineGuardParts {
  readonly clock: Clock;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly connectionsPerAddress: number;
}

/** Watches over lines below the messages: whose they are, how many, and how much comes over each. */
export class LineGuard {
  readonly #parts: LineGuardParts;
  readonly #crowd: Crowd;
  /** For each line the cookies with which it was opened. Its id stands in addresses and thereby in the logs of proxies: it must open nothing by itself. */
  readonly #owners = new Map<string, string>();

  constructor(parts: LineGuardParts) {
    this.#parts = parts;
    this.#crowd = new Crowd(parts.connectionsPerAddress);
  }

  /** Whether this request, which may open a line or belong to one, is to get no answer but a 400. */
  refuses(request: IncomingMessage): boolean {
    if (isDeadEnd(request)) return true;

    const line = new URLSearchParams(request.url?.split('?')[1]).get('sid');
    const owner = line === null ? undefined : this.#owners.get(line);

    return owner !== undefined && owner !== ownerOf(request);
  }

  isCrowded(request: IncomingMessage): boolean {
    return this.#crowd.isFull(this.#parts.addressOf(request));
  }

  watch(line: EngineLine): void {
    const { clock, addressOf } = this.#parts;
    const leave = this.#crowd.enter(addressOf(line.request));
    const packets = new Allowance(PACKETS, clock.now());
    this.#owners.set(line.id, ownerOf(line.request));
    line.on('packet', () => {
      if (!packets.take(clock.now())) line.close(true);
    });
    line.on('close', () => {
      leave();
      this.#owners.delete(line.id);
    });
  }
}

const ownerOf = ({ headers }: IncomingMessage): string => digestOf(headers.cookie ?? '');
