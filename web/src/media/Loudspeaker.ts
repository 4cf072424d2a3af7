import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { Store } from '../visit/store.ts';
import type { RemoteStreams } from './MediaClient.ts';

/**
 * `needsTap`: the browser keeps the sound off until the person taps, then `unlockAudio`; `interrupted`: it was stopped from outside, such as
 * by a phone call, and is tried again until it plays or needs a tap.
 */
export interface LoudspeakerState {
  readonly sound: 'playing' | 'needsTap' | 'interrupted';
}

/** What it needs of an audio element. */
export type Player = Pick<HTMLAudioElement, 'play' | 'pause' | 'paused' | 'onpause' | 'srcObject'>;

/** How long after the sound was stopped from outside it is tried again. */
const AGAIN_MS = 1_000;

/** Phones let an element sound that was started in a tap; this many are started then, for those who come later. */
const READY_MADE = 8;

/** Plays everybody's sound, one element each. Pictures are shown elsewhere, muted. */
export class Loudspeaker {
  readonly #newPlayer: () => Player;
  readonly #streamOf: (track: MediaStreamTrack) => MediaStream;
  readonly #store = new Store<LoudspeakerState>({ sound: 'playing' });
  readonly #playing = new Map<MediaStreamTrack, Player>();
  readonly #spare: Player[] = [];
  #again: ReturnType<typeof setTimeout> | undefined;

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
      this.#playing.delete(track);
      silence(player);
      this.#spare.push(player);
    }
    for (const track of tracks) {
      if (this.#playing.has(track)) continue;
      const player = this.#spare.pop() ?? this.#newPlayer();
      player.srcObject = this.#streamOf(track);
      player.onpause = () => this.#handlePause(track, player);
      this.#playing.set(track, player);
      this.#start(player);
    }
    // Whoever could not be played may be among those who have gone.
    if (this.getState().sound !== 'playing') this.#handlePlaying();
  }

  /** Starts again whatever was stopped from outside; for when that may be over. Changes nothing that plays. */
  playAgain(): void {
    clearTimeout(this.#again);
    const stopped = this.#stopped();
    if (stopped.length === 0) this.#handlePlaying();
    for (const player of stopped) this.#start(player);
  }

  stop(): void {
    clearTimeout(this.#again);
    this.play(new Map());
  }

  #start(player: Player): void {
    player.play().then(
      () => this.#handlePlaying(),
      (error: unknown) => {
        const isForbidden = error instanceof Error && error.name === 'NotAllowedError';
        if (isForbidden) this.#store.set({ sound: 'needsTap' });
        // A tap anywhere on the page allows it, for a few seconds (HTML, transient activation): nobody has to hit the one button.
        if (isForbidden || this.getState().sound === 'interrupted') this.#tryLater();
      },
    );
  }

  #tryLater(): void {
    clearTimeout(this.#again);
    this.#again = setTimeout(() => this.playAgain(), AGAIN_MS);
  }

  #handlePlaying(): void {
    if (this.#stopped().length === 0) this.#store.set({ sound: 'playing' });
  }

  /** Not by us: we take a player's track away before we stop it. A track that ends stops its player too. */
  #handlePause(track: MediaStreamTrack, player: Player): void {
    const isOurs = this.#playing.get(track) !== player || track.readyState === 'ended';
    if (isOurs || !player.paused || this.getState().sound === 'needsTap') return;

    this.#store.set({ sound: 'interrupted' });
    this.#tryLater();
  }

  #stopped(): readonly Player[] {
    return [...this.#playing].flatMap(([track, player]) =>
      player.paused && track.readyState !== 'ended' ? [player] : [],
    );
  }
}

function silence(player: Player): void {
  player.onpause = null;
  player.pause();
  player.srcObject = null;
}
