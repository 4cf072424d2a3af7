import type { Page } from 'playwright';
import { eventually } from './eventually.ts';
import { samePitch } from './mediaProbe.ts';
import type { Person } from './Person.ts';

/** Somebody of the visit, by the name on their tile. */
export interface Somebody {
  readonly name: string;
  readonly person: Person;
}

/** What came to a page while it was watched, by getStats (W3C webrtc-stats) and by ear. */
interface Meeting {
  /** Whose pictures moved, by the words under them: frames were decoded. */
  readonly moved: readonly string[];
  /** The loudest pitch of each voice whose energy grew, in hertz. */
  readonly heard: readonly number[];
  /** Streams of which any packet came, shown and heard or not. */
  readonly streams: number;
}

/** Who is seen and heard on a page: these, and nobody else. */
export interface Company {
  readonly sees: readonly Somebody[];
  readonly hears: readonly Somebody[];
}

/** Longer than the pause between two syllables of the voices here. In milliseconds. */
const A_MOMENT = 500;
/** What a voice here weighs in half of that; silence weighs nothing. */
const LEAST_ENERGY = 0.0005;

const watched = (page: Page, forMs: number): Promise<Meeting> =>
  page.evaluate(
    async ([watchFor, leastEnergy]) => {
      const open = (window.__connections ?? []).filter(({ signalingState }) => signalingState !== 'closed');
      const look = async () => {
        const reports = await Promise.all(open.map((connection) => connection.getStats()));
        return reports.flatMap((report, of) =>
          [...report.values()]
            .filter(({ type, trackIdentifier }) => type === 'inbound-rtp' && trackIdentifier !== 'probator')
            .map((stat) => ({ ...stat, key: `${of} ${stat.id}` })),
        );
      };
      const voices = open
        .flatMap((connection) => connection.getReceivers().map(({ track }) => track))
        .filter(({ kind, readyState }) => kind === 'audio' && readyState === 'live');
      const audio = new AudioContext({ sampleRate: 48_000 });
      await audio.resume();
      const ears = voices.map((track) => {
        const analyser = new AnalyserNode(audio, { fftSize: 8192, smoothingTimeConstant: 0 });
        audio.createMediaStreamSource(new MediaStream([track])).connect(analyser);
        return { id: track.id, analyser, bins: new Float32Array(analyser.frequencyBinCount), level: -70, pitch: 0 };
      });
      const before = new Map((await look()).map((stat) => [stat.key, stat]));
      const until = performance.now() + watchFor;
      while (performance.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 40));
        for (const ear of ears) {
          ear.analyser.getFloatFrequencyData(ear.bins);
          ear.bins.forEach((level, bin) => {
            if (level > ear.level) Object.assign(ear, { level, pitch: (bin * 48_000) / 8192 });
          });
        }
      }
      const after = await look();
      await audio.close();

      const grown = (stat: (typeof after)[number], name: string): number =>
        (stat[name] ?? 0) - (before.get(stat.key)?.[name] ?? 0);
      const moving = new Set(
        after.filter((stat) => grown(stat, 'framesDecoded') > 0).map((one) => one.trackIdentifier),
      );
      const loud = new Set(
        after.filter((stat) => grown(stat, 'totalAudioEnergy') > leastEnergy).map((one) => one.trackIdentifier),
      );
      const tiles = [...document.querySelectorAll('figure')].flatMap((tile) => {
        const stream = tile.querySelector('video')?.srcObject;
        const track = stream instanceof MediaStream ? stream.getVideoTracks()[0] : undefined;
        return track !== undefined && moving.has(track.id) ? [tile.querySelector('figcaption')?.textContent ?? ''] : [];
      });

      return {
        moved: tiles,
        heard: ears.filter(({ id }) => loud.has(id)).map(({ pitch }) => Math.round(pitch)),
        streams: after.filter((stat) => grown(stat, 'packetsReceived') > 0).length,
      };
    },
    [forMs, LEAST_ENERGY] as const,
  );

const inWords = (moved: readonly string[], heard: readonly string[], streams: number): string =>
  `sees ${[...moved].sort().join(' and ') || 'nobody'}, hears ${[...heard].sort().join(' and ') || 'nobody'}, by ${streams} streams`;

/** Waits until exactly these are seen and heard on this page, and no packet of anybody else comes. */
export const meets = (
  page: Page,
  { sees, hears }: Company,
  everybody: readonly Somebody[],
  within = 20_000,
): Promise<void> =>
  eventually(async () => {
    const { moved, heard, streams } = await watched(page, A_MOMENT);
    const names = heard.map(
      (pitch) => everybody.find(({ person }) => samePitch(pitch, person.likeness.pitch))?.name ?? `${pitch} Hz`,
    );
    const faces = moved.map((words) => everybody.find(({ name }) => words.includes(name))?.name ?? words);
    const is = inWords(faces, names, streams);
    const expected = inWords(
      sees.map(({ name }) => name),
      hears.map(({ name }) => name),
      sees.length + hears.length,
    );
    if (is !== expected) throw new Error(`${is}; not: ${expected}`);
  }, within);

/**
 * How many streams bring anything to this page from now on: not waited for. Only what is on the way at this moment may still come, which on a
 * busy machine takes a moment. That the server sends nothing more at all is shown where its packets are counted (`tests/integration/rooms`).
 */
export async function streamsNow(page: Page): Promise<number> {
  await watched(page, A_MOMENT);

  return (await watched(page, A_MOMENT)).streams;
}
