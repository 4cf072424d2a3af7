/** Two soft notes, made here: nothing is fetched. Silent where the browser does not allow sound yet. */
export function chime(): void {
  try {
    const sound = new AudioContext();
    note(sound, 659, 0);
    note(sound, 880, 0.16);
    setTimeout(() => void sound.close(), 900);
  } catch {
    // No sound device; what is on screen says the same.
  }
}

/** `pitch` in hertz, `at` in seconds from now. Quiet enough not to be heard through the microphone of a headset. */
function note(sound: AudioContext, pitch: number, at: number): void {
  const start = sound.currentTime + at;
  const tone = sound.createOscillator();
  const volume = sound.createGain();
  tone.type = 'sine';
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.06, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0005, start + 0.5);
  tone.connect(volume).connect(sound.destination);
  tone.start(start);
  tone.stop(start + 0.55);
}
