import type { Producer, Transport } from 'mediasoup-client/types';
import type { MediaProtection } from './protection/MediaProtection.ts';
import { producerOptions } from './sending.ts';

export type TrackKind = 'audio' | 'video';

interface Line {
  wanted: MediaStreamTrack | null;
  producer: Producer | null;
  busy: boolean;
}

/** The sending side of one join: keeps what is sent equal to what is wanted. */
export class Publisher {
  readonly #transport: Transport;
  readonly #protection: MediaProtection;
  readonly #onLost: () => void;
  readonly #lines: Record<TrackKind, Line> = {
    audio: { wanted: null, producer: null, busy: false },
    video: { wanted: null, producer: null, busy: false },
  };
  readonly #stop: () => void;
  #allowed = false;

  /** `onLost`: something could not be sent and this transport is of no further use. */
  constructor(transport: Transport, protection: MediaProtection, onLost: () => void) {
    this.#transport = transport;
    this.#protection = protection;
    this.#onLost = onLost;
    this.#stop = protection.onMore(() => this.#settleBoth());
  }

  /** Before this, wishes are only remembered: a waiting device sends nothing. */
  allow(): void {
    this.#allowed = true;
    this.#settleBoth();
  }

  /** Nothing begins any more; what is sent ends with the transport. */
  close(): void {
    this.#stop();
  }

  /** Sends this track from now on; null sends nothing and keeps the line. */
  want(kind: TrackKind, track: MediaStreamTrack | null): void {
    this.#lines[kind].wanted = track;
    void this.#settle(kind);
  }

  #settleBoth(): void {
    void this.#settle('audio');
    void this.#settle('video');
  }

  async #settle(kind: TrackKind): Promise<void> {
    const line = this.#lines[kind];
    if (line.busy || !this.#allowed) return;

    line.busy = true;
    try {
      for (let step = this.#nextStep(line); step !== null; step = this.#nextStep(line)) await step;
    } catch {
      if (!this.#transport.closed) this.#onLost();
    } finally {
      line.busy = false;
    }
  }

  /** One change towards what is wanted, under way; null when there is none to make. */
  #nextStep(line: Line): Promise<unknown> | null {
    if (this.#transport.closed) return null;

    // A track that ended on its own cannot be sent; its owner replaces it.
    const track = line.wanted?.readyState === 'live' && this.#protection.maySend ? line.wanted : null;
    const { producer } = line;
    if (producer === null) return track === null ? null : this.#produce(line, track);

    return (producer.track ?? null) === track ? null : producer.replaceTrack({ track });
  }

  async #produce(line: Line, track: MediaStreamTrack): Promise<void> {
    const kind = track.kind === 'audio' ? 'audio' : 'video';
    line.producer = await this.#transport.produce({
      ...producerOptions(track),
      onRtpSender: (sender) => this.#protection.guard(sender, { way: 'out', kind }),
    });
  }
}
