import type { ConnectionState, Transport } from 'mediasoup-client/types';
import type { VisitClient } from '../visit/VisitClient.ts';
import { Pause } from './pause.ts';
import { toIceParameters, toIceServers } from './sfuTypes.ts';

/** Longer than a path needs to be found on a slow link, and than the server's limit on restarts. */
const SETTLE_MS = 3_000;
const ROUNDS = 3;
/** A first path that takes longer is not coming: the browser itself would wait half a minute, or for ever when it has no network yet. */
const FIRST_PATH_MS = 6_000;

type Outcome = 'asked' | 'later' | 'lost';

export interface IceRecoveryNeeds {
  readonly transports: readonly Transport[];
  readonly request: VisitClient['request'];
  /** A transport lost its way, or all have found it again. */
  readonly onTrouble: (trouble: boolean) => void;
  /** Restarting is of no use any more: the server does not know these transports, or no path was found with them. */
  readonly onLost: () => void;
}

/** Finds a new path for transports whose old one died (RFC 8445, 9: ICE restart), keeping everything that flows on them. */
export class IceRecovery {
  readonly #needs: IceRecoveryNeeds;
  readonly #pause = new Pause();
  /** Those that have begun to look for a path; the others have none to lose. */
  readonly #used = new Map<Transport, ReturnType<typeof setTimeout>>();
  #running = false;
  #again = false;
  #over = false;

  constructor(needs: IceRecoveryNeeds) {
    this.#needs = needs;
    for (const transport of needs.transports) {
      transport.on('connectionstatechange', (state) => this.#handleState(state));
    }
  }

  /** From now on this transport ought to be connected. */
  use(transport: Transport): void {
    if (this.#used.has(transport)) return;

    const impatience = setTimeout(() => {
      if (transport.connectionState !== 'connected') this.#begin();
    }, FIRST_PATH_MS);
    this.#used.set(transport, impatience);
  }

  /** Looks for a new path now, whatever the old one says: it may not have noticed yet that it is dead. */
  restart(): void {
    this.#again = true;
    this.#pause.cutShort();
    this.#begin();
  }

  close(): void {
    this.#over = true;
    for (const impatience of this.#used.values()) clearTimeout(impatience);
    this.#pause.cutShort();
  }

  #handleState(state: ConnectionState): void {
    if (state === 'disconnected' || state === 'failed') {
      this.#needs.onTrouble(true);
      this.#begin();
      return;
    }
    if (!this.#isWell()) return;

    this.#needs.onTrouble(false);
    this.#pause.cutShort();
  }

  /** One search at a time: it goes on until all is well. */
  #begin(): void {
    if (!this.#running && !this.#over) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let rounds = 0; !this.#over && (this.#again || !this.#isWell()); ) {
      this.#again = false;
      const outcome = rounds < ROUNDS ? await this.#restartAll() : 'lost';
      if (outcome === 'lost') {
        this.close();
        this.#needs.onLost();
        break;
      }

      // Nobody to ask while the line to the visit is down; that costs no round, since it says nothing about the path.
      if (outcome === 'asked') rounds += 1;
      if (this.#again) continue;
      this.#again = outcome === 'later';
      if (this.#again || !this.#isWell()) await this.#pause.wait(SETTLE_MS);
    }
    this.#running = false;
  }

  async #restartAll(): Promise<Outcome> {
    const used = [...this.#used.keys()].filter(({ closed }) => !closed);
    const outcomes = await Promise.all(used.map((transport) => this.#restartOne(transport)));
    if (outcomes.includes('lost')) return 'lost';
    return outcomes.includes('later') ? 'later' : 'asked';
  }

  async #restartOne(transport: Transport): Promise<Outcome> {
    const restarted = await this.#needs.request({ type: 'restartIce', transport: transport.id });
    if (!restarted.ok) return restarted.refusal === 'noSeat' || restarted.refusal === 'notFound' ? 'lost' : 'later';
    if (transport.closed) return 'asked';

    try {
      const iceServers = toIceServers(restarted.answer.iceServers);
      if (iceServers.length > 0) await transport.updateIceServers({ iceServers });
      await transport.restartIce({ iceParameters: toIceParameters(restarted.answer) });
      return 'asked';
    } catch {
      return 'lost';
    }
  }

  #isWell(): boolean {
    return [...this.#used.keys()].every(({ connectionState }) => connectionState === 'connected');
  }
}
