/** Something that sounds for a while; `stop` ends it early. */
export interface Sounding {
  readonly stop: () => void;
}

/** Seconds that somebody speaks, and hears again. */
const SPOKEN = 2;
/** The ear is opened only after the mouth is closed, so that a loudspeaker is never heard by its own microphone. */
const APART = 0.2;

/**
 * Plays back what this microphone hears for two seconds, after those two seconds. Call it inside a tap. The sound waits in a delay line
 * in memory and is gone when it has been played: nothing is stored or sent. `tell` says when speaking is over and when hearing is.
 */
export function hearMyself(track: MediaStreamTrack, tell: (phase: 'playing' | 'done') => void): Sounding {
  const audio = new AudioContext();
  const source = audio.createMediaStreamSource(new MediaStream([track]));
  const gate = audio.createGain();
  const wait = audio.createDelay(SPOKEN + 1);
  wait.delayTime.value = SPOKEN + APART;
  source.connect(gate).connect(wait).connect(audio.destination);

  const timers: ReturnType<typeof setTimeout>[] = [];
  const close = (): void => {
    timers.forEach(clearTimeout);
    source.disconnect();
    audio.close().catch(() => undefined);
  };
  const begin = (): void => {
    gate.gain.setValueAtTime(0, audio.currentTime + SPOKEN);
    timers.push(setTimeout(() => tell('playing'), SPOKEN * 1000));
    timers.push(
      setTimeout(
        () => {
          close();
          tell('done');
        },
        (2 * SPOKEN + 2 * APART) * 1000,
      ),
    );
  };
  audio.resume().then(begin, () => tell('done'));

  return { stop: close };
}

/** Two soft notes, a fourth apart: hertz, and when they begin in seconds. */
const NOTES = [
  { pitch: 523.25, at: 0 },
  { pitch: 698.46, at: 0.45 },
] as const;
const LOUDNESS = 0.25;
const NOTE_LASTS = 0.9;

/** Plays two gentle notes. Call it inside a tap. `done` is told when they have faded, or at once by a browser that has none. */
export function playNotes(done: () => void): Sounding {
  if (typeof AudioContext === 'undefined') {
    done();
    return { stop: () => undefined };
  }
  const audio = new AudioContext();
  const close = (): void => void audio.close().catch(() => undefined);
  const begin = (): void => {
    const now = audio.currentTime;
    const last = NOTES.map(({ pitch, at }) => note(audio, pitch, now + at)).at(-1);
    last?.addEventListener('ended', () => {
      close();
      done();
    });
  };
  audio.resume().then(begin, done);

  return { stop: close };
}

/** Swells and fades, because a hard edge clicks. */
function note(audio: AudioContext, pitch: number, at: number): OscillatorNode {
  const tone = audio.createOscillator();
  const loudness = audio.createGain();
  tone.frequency.value = pitch;
  loudness.gain.setValueAtTime(0, at);
  loudness.gain.linearRampToValueAtTime(LOUDNESS, at + 0.08);
  loudness.gain.exponentialRampToValueAtTime(0.001, at + NOTE_LASTS);
  tone.connect(loudness).connect(audio.destination);
  tone.start(at);
  tone.stop(at + NOTE_LASTS);

  return tone;
}
