import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FakeTrack } from './FakeCapture.ts';
import { Loudspeaker, type Player } from './Loudspeaker.ts';
import type { RemoteStreams } from './MediaClient.ts';

/** Stands for a stream of one track. */
class FakeStream extends EventTarget implements MediaStream {
  readonly active = true;
  readonly id: string;
  readonly #track: MediaStreamTrack;
  onaddtrack = null;
  onremovetrack = null;

  constructor(track: MediaStreamTrack) {
    super();
    this.id = track.id;
    this.#track = track;
  }

  addTrack(): void {}
  removeTrack(): void {}
  clone = () => this;
  getAudioTracks = () => [this.#track];
  getVideoTracks = () => [];
  getTracks = () => [this.#track];
  getTrackById = () => this.#track;
}

/** Elements that the browser lets sound only once a tap has played them. */
function browser({ strict }: { strict: boolean }) {
  let tapping = false;
  const made: { sounding: () => string | null; stopFromOutside: () => void }[] = [];
  let isCalling = false;
  const newPlayer = (): Player => {
    let unlocked = !strict;
    let playing = false;
    const player = {
      srcObject: null as Player['srcObject'],
      onpause: null as (() => void) | null,
      get paused() {
        return !playing;
      },
      play: async () => {
        unlocked ||= tapping;
        if (!unlocked) throw Object.assign(new Error('not allowed'), { name: 'NotAllowedError' });
        if (isCalling) throw Object.assign(new Error('taken'), { name: 'AbortError' });
        playing = true;
      },
      pause: () => {
        playing = false;
      },
    };
    made.push({
      sounding: () => (playing && player.srcObject instanceof FakeStream ? player.srcObject.id : null),
      stopFromOutside: () => {
        playing = false;
        player.onpause?.();
      },
    });
    return player;
  };
  const loudspeaker = new Loudspeaker(newPlayer, (track) => new FakeStream(track));
  const tap = () => {
    tapping = true;
    loudspeaker.unlockAudio();
    tapping = false;
  };
  const sounding = () => made.flatMap(({ sounding: what }) => what() ?? []).sort();
  /** A call comes in and stops everything, until the returned function is called. */
  const call = () => {
    isCalling = true;
    for (const { stopFromOutside } of made) stopFromOutside();
    return () => {
      isCalling = false;
    };
  };
  /** A tap somewhere on the page, of which nobody tells the loudspeaker. */
  const tapElsewhere = () => {
    tapping = true;
  };
  return { loudspeaker, tap, tapElsewhere, sounding, call };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

const voices = (...names: string[]): ReadonlyMap<SessionId, RemoteStreams> =>
  new Map(names.map((name) => [name as SessionId, { audio: new FakeTrack('audio', name), video: null }]));

describe('sound that is stopped from outside', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('[SAFE-5] is said to be stopped, and comes back by itself when the call is over', async () => {
    vi.useFakeTimers();
    const { loudspeaker, sounding, call } = browser({ strict: false });
    loudspeaker.play(voices('dad', 'nan'));
    await vi.advanceTimersByTimeAsync(0);
    const hangUp = call();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(loudspeaker.getState().sound).toBe('interrupted');

    hangUp();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(loudspeaker.getState().sound).toBe('playing');
    expect(sounding()).toEqual(['dad', 'nan']);
  });

  it('is not said of those who have gone, nor of ourselves when we stop it', async () => {
    vi.useFakeTimers();
    const { loudspeaker, call } = browser({ strict: false });
    loudspeaker.play(voices('dad'));
    await vi.advanceTimersByTimeAsync(0);
    call();
    loudspeaker.stop();
    call();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(loudspeaker.getState().sound).toBe('playing');
  });
});

describe('the loudspeaker', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('plays everybody who can be heard, and nobody who has gone', async () => {
    const { loudspeaker, sounding } = browser({ strict: false });
    const both = voices('dad', 'nan');
    loudspeaker.play(both);
    expect(sounding()).toEqual(['dad', 'nan']);

    both.forEach((streams, session) => {
      if (session === 'nan') loudspeaker.play(new Map([[session, streams]]));
    });
    expect(sounding()).toEqual(['nan']);

    loudspeaker.stop();
    await settle();
    expect(sounding()).toEqual([]);
    expect(loudspeaker.getState().sound).toBe('playing');
  });

  it('asks for a tap where the browser keeps the sound off, and plays with that tap', async () => {
    const { loudspeaker, tap, sounding } = browser({ strict: true });
    loudspeaker.play(voices('dad'));
    await settle();
    expect(loudspeaker.getState().sound).toBe('needsTap');
    expect(sounding()).toEqual([]);

    tap();
    await settle();
    expect(loudspeaker.getState().sound).toBe('playing');
    expect(sounding()).toEqual(['dad']);
  });

  it('plays by itself as soon as the browser allows it, whatever was tapped', async () => {
    vi.useFakeTimers();
    const { loudspeaker, tapElsewhere, sounding } = browser({ strict: true });
    loudspeaker.play(voices('dad'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(loudspeaker.getState().sound).toBe('needsTap');

    tapElsewhere();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(loudspeaker.getState().sound).toBe('playing');
    expect(sounding()).toEqual(['dad']);
  });

  it('asks for no tap any more when what could not be played has ended', async () => {
    vi.useFakeTimers();
    const { loudspeaker } = browser({ strict: true });
    const voice = new FakeTrack('audio', 'dad');
    loudspeaker.play(new Map([['dad' as SessionId, { audio: voice, video: null }]]));
    await vi.advanceTimersByTimeAsync(0);
    expect(loudspeaker.getState().sound).toBe('needsTap');

    voice.stop();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(loudspeaker.getState().sound).toBe('playing');
  });

  it('asks for no tap any more when whoever could not be played has gone', async () => {
    vi.useFakeTimers();
    const { loudspeaker, tap, sounding } = browser({ strict: true });
    tap();
    const eight = voices('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
    loudspeaker.play(eight);
    await vi.advanceTimersByTimeAsync(0);
    loudspeaker.play(new Map([...eight, ...voices('nan')]));
    await vi.advanceTimersByTimeAsync(0);
    expect(loudspeaker.getState().sound).toBe('needsTap');

    loudspeaker.play(eight);
    await vi.advanceTimersByTimeAsync(0);
    expect(loudspeaker.getState().sound).toBe('playing');
    expect(sounding()).toHaveLength(8);
  });

  it('needs no second tap for those who come after the tap on Join', async () => {
    const { loudspeaker, tap, sounding } = browser({ strict: true });
    tap();
    loudspeaker.play(voices('dad', 'nan', 'priya'));
    await settle();

    expect(loudspeaker.getState().sound).toBe('playing');
    expect(sounding()).toEqual(['dad', 'nan', 'priya']);
  });
});
