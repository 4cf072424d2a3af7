import type { Page } from 'playwright';

declare global {
  interface Window {
    /** Kept by a script that the page begins with: an ear at everything that goes to the loudspeaker. */
    readonly __played?: readonly AnalyserNode[];
  }
}

/** Written into a page before its own scripts: listens to whatever Web Audio gives to the loudspeaker. Changes nothing else. */
export const LISTEN = `(() => {
  const connect = AudioNode.prototype.connect;
  window.__played = [];
  AudioNode.prototype.connect = function (to, ...rest) {
    if (to instanceof AudioDestinationNode) {
      const ear = new AnalyserNode(this.context, { fftSize: 8192, smoothingTimeConstant: 0 });
      connect.call(this, ear);
      window.__played.push(ear);
    }
    return connect.call(this, to, ...rest);
  };
})()`;

/** Decibels below which nobody hears anything. */
const SILENCE = -60;

/** The loudest pitch, in hertz, that the loudspeaker plays at this moment; null for silence. */
export const pitchPlayed = (page: Page): Promise<number | null> =>
  page.evaluate((silence) => {
    let best: { level: number; pitch: number | null } = { level: silence, pitch: null };
    for (const ear of window.__played ?? []) {
      if (ear.context.state !== 'running') continue;
      const levels = new Float32Array(ear.frequencyBinCount);
      ear.getFloatFrequencyData(levels);
      levels.forEach((level, bin) => {
        if (level > best.level) best = { level, pitch: (bin * ear.context.sampleRate) / ear.fftSize };
      });
    }
    return best.pitch === null ? null : Math.round(best.pitch);
  }, SILENCE);
