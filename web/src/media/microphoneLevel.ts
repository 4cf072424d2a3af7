const EVERY_MS = 100;
/** Speech at arm's length has an effective value of about 0.1; this makes it fill most of the meter. */
const SPEECH = 6;

/**
 * Measures how loud a track is, ten times a second, until the returned function is called: 0 (silent) to 1, in twentieths.
 * Nothing is recorded or sent. Without Web Audio it stays at 0.
 */
export function measureLevel(track: MediaStreamTrack, tell: (level: number) => void): () => void {
  if (typeof AudioContext === 'undefined') return () => {};

  const audio = new AudioContext();
  const source = audio.createMediaStreamSource(new MediaStream([track]));
  const analyser = audio.createAnalyser();
  analyser.fftSize = 512;
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);

  const timer = setInterval(() => {
    // A browser may hold it until the page has been tapped.
    if (audio.state === 'suspended') audio.resume().catch(() => {});
    analyser.getFloatTimeDomainData(samples);
    tell(levelOf(samples));
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
    source.disconnect();
    audio.close().catch(() => {});
  };
}

/** The loudness of samples (-1 to 1) as a meter shows it. */
export function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  return Math.round(Math.min(1, Math.sqrt(power) * SPEECH) * 20) / 20;
}
