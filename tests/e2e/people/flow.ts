import type { Page } from 'playwright';
import { eventually } from './eventually.ts';

/** One stream as it came during a while, by getStats (W3C webrtc-stats). */
export interface Flow {
  readonly kind: 'audio' | 'video';
  readonly trackId: string;
  readonly framesPerSecond: number;
  /** Lines of the picture at the end. */
  readonly frameHeight: number;
  readonly packets: number;
  /** Grows only while something is heard. */
  readonly energy: number;
  /** Of what was played, the part that did not arrive and had to be made up, pauses left out; from 0 to 1. */
  readonly madeUp: number;
}

/** How many pictures move and how many voices sound. */
export interface Company {
  readonly pictures: number;
  readonly voices: number;
}

/** What came to this page for `forMs` milliseconds, over connections that are open. */
export const flowsOf = (page: Page, forMs: number): Promise<readonly Flow[]> =>
  page.evaluate(async (watchFor) => {
    const look = async () => {
      const open = (window.__connections ?? []).filter(({ signalingState }) => signalingState !== 'closed');
      const reports = await Promise.all(open.map((connection) => connection.getStats()));
      return reports.flatMap((report, of) =>
        [...report.values()]
          .filter(({ type, trackIdentifier }) => type === 'inbound-rtp' && trackIdentifier !== 'probator')
          .map((stat) => ({ ...stat, key: `${of} ${stat.id}` })),
      );
    };
    const before = new Map((await look()).map((stat) => [stat.key, stat]));
    const began = performance.now();
    await new Promise((resolve) => setTimeout(resolve, watchFor));
    const after = await look();
    const seconds = (performance.now() - began) / 1000;

    return after.flatMap((stat) => {
      const earlier = before.get(stat.key);
      if (earlier === undefined) return [];

      const grown = (name: string): number => (stat[name] ?? 0) - (earlier[name] ?? 0);
      const madeUp = grown('concealedSamples') - grown('silentConcealedSamples');
      return {
        kind: stat.kind,
        trackId: stat.trackIdentifier,
        framesPerSecond: grown('framesDecoded') / seconds,
        frameHeight: stat.frameHeight ?? 0,
        packets: grown('packetsReceived'),
        energy: grown('totalAudioEnergy'),
        madeUp: madeUp / Math.max(1, grown('totalSamplesReceived')),
      };
    });
  }, forMs);

/** Longer than the pause between two syllables of the voices here. */
const A_MOMENT = 400;

const isPicture = ({ kind, framesPerSecond }: Flow): boolean => kind === 'video' && framesPerSecond > 0;
const isVoice = ({ kind, packets, energy }: Flow): boolean => kind === 'audio' && packets > 0 && energy > 0.0005;

/** Waits until so many pictures move and so many voices sound on this page, not one more and not one less. */
export const isInCompany = (page: Page, { pictures, voices }: Company, within = 20_000): Promise<void> =>
  eventually(async () => {
    const flows = await flowsOf(page, A_MOMENT);
    const there = `${flows.filter(isPicture).length} pictures, ${flows.filter(isVoice).length} voices`;
    if (there !== `${pictures} pictures, ${voices} voices`) {
      throw new Error(`There come ${there}, not ${pictures} and ${voices}`);
    }
  }, within);

/** How many milliseconds it takes from now until it is so for each of these pages. */
export async function timeUntil(all: readonly (readonly [Page, Company])[], within?: number): Promise<number> {
  const began = performance.now();
  await Promise.all(all.map(([page, company]) => isInCompany(page, company, within)));

  return Math.round(performance.now() - began);
}

/** How each open connection of this page reaches the server: `udp` or `tcp`. */
export const protocolsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const open = (window.__connections ?? []).filter(({ signalingState }) => signalingState !== 'closed');
    const reports = await Promise.all(open.map((connection) => connection.getStats()));

    return reports.flatMap((report) =>
      [...report.values()]
        .filter(({ type, selectedCandidatePairId }) => type === 'transport' && selectedCandidatePairId)
        .map(
          ({ selectedCandidatePairId }) => report.get(report.get(selectedCandidatePairId).localCandidateId).protocol,
        ),
    );
  });

/** The id of the track that each person's tile shows on this page, by the name on it. */
export const picturesByName = async (page: Page): Promise<ReadonlyMap<string, string>> =>
  new Map(
    await page.evaluate(() =>
      [...document.querySelectorAll('figure')].flatMap((tile) => {
        const stream = tile.querySelector('video')?.srcObject;
        const track = stream instanceof MediaStream ? stream.getVideoTracks()[0] : undefined;
        const name = tile.querySelector('strong')?.textContent ?? '';
        return track === undefined ? [] : [[name, track.id] as const];
      }),
    ),
  );
