import type { Page } from 'playwright';

declare global {
  interface Window {
    /** Kept by a script that every page of a test begins with. */
    readonly __connections?: readonly RTCPeerConnection[];
  }
}

/** One stream that a page receives, as getStats tells it, and what it shows or sounds like. */
export interface Received {
  readonly kind: 'audio' | 'video';
  readonly trackId: string;
  readonly framesDecoded: number;
  readonly frameHeight: number;
  readonly bytesReceived: number;
  /** Integral of the squared level (W3C webrtc-stats): grows only while something is heard. */
  readonly audioEnergy: number;
}

/** Written into every page before its own scripts: keeps the peer connections, so that a test can ask them. Changes nothing else. */
export const REMEMBER_CONNECTIONS = `(() => {
  const Real = window.RTCPeerConnection;
  window.__connections = [];
  window.RTCPeerConnection = class extends Real {
    constructor(...args) { super(...args); window.__connections.push(this); }
  };
})()`;

/** Everything this page receives now over connections that are not closed. */
export const received = (page: Page): Promise<readonly Received[]> =>
  page.evaluate(async () => {
    const connections = window.__connections ?? [];
    const reports = await Promise.all(
      connections.filter((pc) => pc.signalingState !== 'closed').map((pc) => pc.getStats()),
    );

    return reports.flatMap((report) =>
      [...report.values()]
        // Chromium pads its bandwidth probes into a stream of their own, which shows nobody.
        .filter((stat) => stat.type === 'inbound-rtp' && stat.trackIdentifier !== 'probator')
        .map((stat) => ({
          kind: stat.kind,
          trackId: stat.trackIdentifier,
          framesDecoded: stat.framesDecoded ?? 0,
          frameHeight: stat.frameHeight ?? 0,
          bytesReceived: stat.bytesReceived,
          audioEnergy: stat.totalAudioEnergy ?? 0,
        })),
    );
  });

/** Bytes of RTP that came over any connection of the page but a loop's; connectivity checks (STUN) are not among them. */
export const mediaBytes = async (page: Page): Promise<number> => (await mediaCounts(page)).fromOthers;

/**
 * Bytes of RTP on the page's connections: what came over a connection that is for a loop and nothing else (JOIN-4), what was sent over any,
 * and what came over all the others. A loop that is over may have been forgotten.
 */
export const mediaCounts = (
  page: Page,
): Promise<{ readonly fromOthers: number; readonly looped: number; readonly sent: number }> =>
  page.evaluate(async () => {
    const connections = window.__connections ?? [];
    const counts = await Promise.all(
      connections.map(async (pc) => {
        const stats = [...(await pc.getStats()).values()];
        const sum = (type: string, what: string): number =>
          stats.filter((stat) => stat.type === type).reduce((all, stat) => all + stat[what], 0);
        const streams = (pc.remoteDescription?.sdp.match(/\bmsid:\S+/g) ?? []).filter(
          (stream) => stream !== 'msid:probator',
        );
        const isLoop = streams.length > 0 && streams.every((stream) => stream === 'msid:loop');

        return { isLoop, came: sum('inbound-rtp', 'bytesReceived'), sent: sum('outbound-rtp', 'bytesSent') };
      }),
    );
    const cameOver = (isLoop: boolean): number =>
      counts.filter((count) => count.isLoop === isLoop).reduce((all, { came }) => all + came, 0);

    return {
      fromOthers: cameOver(false),
      looped: cameOver(true),
      sent: counts.reduce((all, one) => all + one.sent, 0),
    };
  });

/** Bytes of RTP that this page has sent over the connections that are open. */
export const bytesSent = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const open = (window.__connections ?? []).filter(({ signalingState }) => signalingState !== 'closed');
    const reports = await Promise.all(open.map((connection) => connection.getStats()));

    return reports
      .flatMap((report) => [...report.values()])
      .reduce((sum, { type, bytesSent: sent }) => (type === 'outbound-rtp' ? sum + sent : sum), 0);
  });

/** The mean hue, in degrees, of every picture that plays on the page and has a source; null for one that is black or not there yet. */
export const huesOnScreen = (page: Page): Promise<readonly (number | null)[]> =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 32;
    canvas.height = 18;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('no canvas');

    return [...document.querySelectorAll('video')]
      .filter((video) => video.srcObject !== null && video.videoWidth > 0 && video.getClientRects().length > 0)
      .map((video) => {
        context.drawImage(video, 0, 0, 32, 18);
        const { data } = context.getImageData(0, 0, 32, 18);
        let [red, green, blue] = [0, 0, 0];
        for (let at = 0; at < data.length; at += 4) {
          red += data[at] ?? 0;
          green += data[at + 1] ?? 0;
          blue += data[at + 2] ?? 0;
        }
        const most = Math.max(red, green, blue);
        const span = most - Math.min(red, green, blue);
        if (most / (32 * 18) < 25 || span / most < 0.2) return null;
        const raw =
          most === red ? (green - blue) / span : most === green ? 2 + (blue - red) / span : 4 + (red - green) / span;

        return Math.round((raw * 60 + 360) % 360);
      });
  });

/** The loudest pitches, in hertz, of each voice that the page receives, listened to for `forMs` milliseconds. */
export const pitchesHeard = (page: Page, forMs = 1500): Promise<readonly number[]> =>
  page.evaluate(async (listenFor) => {
    const connections = window.__connections ?? [];
    const tracks = connections
      .filter((pc) => pc.signalingState !== 'closed')
      .flatMap((pc) => pc.getReceivers().map(({ track }) => track))
      .filter((track) => track.kind === 'audio' && track.readyState === 'live');
    const audio = new AudioContext({ sampleRate: 48_000 });
    await audio.resume();

    const ears = tracks.map((track) => {
      const analyser = new AnalyserNode(audio, { fftSize: 8192, smoothingTimeConstant: 0 });
      audio.createMediaStreamSource(new MediaStream([track])).connect(analyser);

      return { analyser, bins: new Float32Array(analyser.frequencyBinCount), best: { level: -70, pitch: 0 } };
    });
    const until = performance.now() + listenFor;
    while (performance.now() < until) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      for (const ear of ears) {
        ear.analyser.getFloatFrequencyData(ear.bins);
        ear.bins.forEach((level, bin) => {
          if (level > ear.best.level) ear.best = { level, pitch: (bin * 48_000) / 8192 };
        });
      }
    }
    await audio.close();

    return ears.map(({ best }) => Math.round(best.pitch)).filter((pitch) => pitch > 0);
  }, forMs);

/** Whether two hues are the same to within what a codec does to them. */
export const sameHue = (one: number, other: number): boolean => {
  const apart = Math.abs(one - other) % 360;

  return Math.min(apart, 360 - apart) <= 18;
};

export const samePitch = (one: number, other: number): boolean => Math.abs(one - other) <= Math.max(15, other * 0.02);
