import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { Store } from '../visit/store.ts';
import type { RemoteStreams } from './MediaClient.ts';

/** `needsTap`: the browser keeps the sound off until the person taps, then `unlockAudio`. */
export interface LoudspeakerState {
  readonly sound: 'playing' | 'needsTap';
}

/** What it needs of an audio element. */
export type Player = Pick<HTMLAudioElement, 'play' | 'pause' | 'srcObject'>;

/** Phones let an element sound that was started in a tap; this many are started then, for those who come later. */
const READY_MADE = 8;

/** Plays everybody's sound, one element each. Pictures are shown elsewhere, muted. */
export class Loudspeaker {
  readonly #newPlayer: () => Player;
  readonly #streamOf: (track: MediaStreamTrack) => MediaStream;
  readonly #store = new Store<LoudspeakerState>({ sound: 'playing' });
  readonly #playing = new Map<MediaStreamTrack, Player>();
  readonly #spare: Player[] = [];

  constructor(
    newPlayer: () => Player = () => new Audio(),
    streamOf: (track: MediaStreamTrack) => MediaStream = (track) => new MediaStream([track]),
  ) {
    this.#newPlayer = newPlayer;
    this.#streamOf = streamOf;
  }

  readonly getState = (): LoudspeakerState => this.#store.getState();
  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  /** Call it inside a tap (Join, or the one that `needsTap` asks for), before anything is awaited. */
  unlockAudio(): void {
    while (this.#spare.length + this.#playing.size < READY_MADE) this.#spare.push(this.#newPlayer());
    // Playing nothing fails, which is no matter: the tap has been spent on the element.
    for (const player of this.#spare) player.play().catch(() => {});

    this.#store.set({ sound: 'playing' });
    for (const player of this.#playing.values()) this.#start(player);
  }

  /** Plays exactly the sound of these streams from now on. */
  play(streams: ReadonlyMap<SessionId, RemoteStreams>): void {
    const tracks = new Set([...streams.values()].flatMap(({ audio }) => (audio === null ? [] : [audio])));
    for (const [track, player] of this.#playing) {
      if (tracks.has(track)) continue;
      silence(player);
      this.#playing.delete(track);
      this.#spare.push(player);
    }
    for (const track of tracks) {
      if (this.#playing.has(track)) continue;
      const player = this.#spare.pop() ?? this.#newPlayer();
      player.srcObject = this.#streamOf(track);
      this.#playing.set(track, player);
      this.#start(player);
    }
  }

  stop(): void {
    this.play(new Map());
  }

  #start(player: Player): void {
    player.play().catch((error: unknown) => {
      if (error instanceof Error && error.name === 'NotAllowedError') this.#store.set({ sound: 'needsTap' });
    });
  }
}

function silence(player: Player): void {
  player.pause();
  player.srcObject = null;
}
