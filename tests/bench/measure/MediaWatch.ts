import type { Page } from 'playwright';
import { eventually } from '../../e2e/people/eventually.ts';
import type { Company } from '../../e2e/people/flow.ts';

interface Change {
  readonly at: number;
  readonly isWhole: boolean;
}

declare global {
  interface Window {
    /** From when on everybody expected was seen and heard (`true`), or somebody was missing. */
    __companyChanges?: Change[];
  }
}

const LOOKS_EVERY = 100;
/** Who has neither moved nor sounded for so long is missing; longer than the pause between two syllables of the voices here. */
const MISSING_AFTER = 700;
/** Whoever is missed because of a break is missed by then. */
const MISSED_BY = 15_000;

/** Writes down, on each page, from when to when it has exactly this company. In milliseconds since 1970, to a tenth of a second. */
export class MediaWatch {
  readonly #pages: readonly Page[];

  private constructor(pages: readonly Page[]) {
    this.#pages = pages;
  }

  /** Resolves when everybody has everybody: only from then on can it be seen that somebody misses somebody. */
  static async begin(pages: readonly Page[], company: Company): Promise<MediaWatch> {
    await Promise.all(pages.map((page) => page.evaluate(watch, { ...company, LOOKS_EVERY, MISSING_AFTER })));
    const begun = new MediaWatch(pages);
    await eventually(async () => {
      const changes = await begun.#changes();
      if (!changes.every((list) => list.at(-1)?.isWhole === true)) throw new Error('Not everybody has everybody');
    }, 60_000);

    return begun;
  }

  /**
   * When every page was whole again for the first time since it broke after `since`. A page on which nobody has been missed by
   * `MISSED_BY` was whole all the time, thus at `since`: the break was over sooner than anybody could notice it. Throws when one is not
   * mended within a minute.
   */
  wholeAgain(since: number): Promise<number> {
    return eventually(async () => {
      const changes = await this.#changes();
      const isLate = Date.now() - since > MISSED_BY;

      return Math.max(...changes.map((list) => wholeAfter(list, since, isLate)));
    }, 60_000);
  }

  #changes(): Promise<readonly (readonly Change[])[]> {
    return Promise.all(this.#pages.map((page) => page.evaluate(() => window.__companyChanges ?? [])));
  }
}

function wholeAfter(changes: readonly Change[], since: number, isLate: boolean): number {
  const broken = changes.findIndex(({ at, isWhole }) => at > since && !isWhole);
  const wasWhole = changes.findLast(({ at }) => at <= since)?.isWhole === true;
  if (broken === -1 && wasWhole && isLate) return since;
  if (broken === -1) throw new Error('Not everybody misses somebody, or has everybody to begin with');

  const whole = changes.slice(broken).find(({ isWhole }) => isWhole);
  if (whole === undefined) throw new Error('Not everybody has everybody back');

  return whole.at;
}

interface Watched extends Company {
  readonly LOOKS_EVERY: number;
  readonly MISSING_AFTER: number;
}

/** Runs in the page, until it is closed or watched anew. */
function watch({ pictures, voices, LOOKS_EVERY, MISSING_AFTER }: Watched): void {
  const changes: { at: number; isWhole: boolean }[] = [];
  window.__companyChanges = changes;
  /** Of each stream: how far it was, and when it was last seen to go on. */
  const streams = new Map<string, { progress: number; moved: number; kind: string }>();

  const look = async (): Promise<void> => {
    const open = (window.__connections ?? []).filter(({ signalingState }) => signalingState !== 'closed');
    const reports = await Promise.all(open.map((connection) => connection.getStats()));
    const now = Date.now();
    const here = reports.flatMap((report, of) =>
      [...report.values()]
        .filter(({ type, trackIdentifier }) => type === 'inbound-rtp' && trackIdentifier !== 'probator')
        .map((stat) => ({ stat, key: `${trackOf(stat)} ${of}` })),
    );
    for (const { stat, key } of here) {
      // Sound goes on being made up for a while when nothing comes: only packets say that somebody is heard.
      const progress =
        stat.kind === 'video' ? (stat.framesDecoded ?? 0) : stat.totalAudioEnergy > 0 ? stat.packetsReceived : 0;
      const known = streams.get(key);
      if (known === undefined) streams.set(key, { progress, moved: progress > 0 ? now : 0, kind: stat.kind });
      else if (progress > known.progress) Object.assign(known, { progress, moved: now });
    }
    const keys = new Set(here.map(({ key }) => key));
    const moving = [...streams].filter(([key, { moved }]) => keys.has(key) && now - moved < MISSING_AFTER);
    const count = (kind: string): number => moving.filter(([, stream]) => stream.kind === kind).length;
    const isWhole = count('video') === pictures && count('audio') === voices;
    if (changes.at(-1)?.isWhole !== isWhole) changes.push({ at: now, isWhole });
  };
  const trackOf = ({ id, trackIdentifier }: { id: string; trackIdentifier: string }) => `${id} ${trackIdentifier}`;
  const go = async (): Promise<void> => {
    if (window.__companyChanges !== changes) return;
    await look();
    setTimeout(() => void go(), LOOKS_EVERY);
  };
  void go();
}
