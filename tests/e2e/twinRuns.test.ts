import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { Product } from '../harness/Product.ts';
import { Host } from './people/Host.ts';
import { MOVED, SCRIPTS } from './twins/scripts.ts';
import { type Act, played } from './twins/TwinVisit.ts';

/** In milliseconds: each is two visits, with three browsers. */
const PATIENCE = 10 * 60_000;
const leak = (name: string): string => pathToFileURL(join(import.meta.dirname, '../harness/leaks', name)).href;

interface Place {
  readonly product: Product;
  readonly host: Host;
}

/** With as many media workers as there may be rooms at once: the ports of two of them differ. */
async function opened(env: Readonly<Record<string, string>> = {}): Promise<Place> {
  const product = await Product.start({ env, mediaWorkers: 4 });

  return { product, host: await Host.signsIn(product.origin, { hue: 0, pitch: 440 }) };
}

async function closed(place: Place | null): Promise<void> {
  await place?.host.close();
  await place?.product.stop();
}

/** Once with what the other side does, and once without. */
async function twice({ product, host }: Place, acts: readonly Act[]) {
  const both = await played(product, host, acts, () => true);
  const alone = await played(product, host, acts, ({ side }) => side === 'here');

  return { both, alone };
}

/**
 * Each visit is played twice in real browsers with real media, and everything that reached the page of the mother must be the same: what came
 * over its line and in answers, what it shows and is called, its connections and what is agreed on them. Compared act by act, as sets: by the
 * clock come heartbeats, levels (of which it counts whose they are) and views (which show several changes as one).
 */
describe('two people of one visit who must not learn of each other', () => {
  let place: Place | null = null;
  let leaky: Place | null = null;
  afterAll(async () => {
    await closed(place);
    await closed(leaky);
  });

  test.each(SCRIPTS)(
    '[PRIV-5] %s: nothing that reaches her browser is another than without him',
    { timeout: PATIENCE },
    async (_what, acts) => {
      place ??= await opened();
      const { both, alone } = await twice(place, acts);
      expect(both).toEqual(alone);
      expect(both.flatMap(({ said }) => said)).toContain('a sound {"session":"of Amina Okafor","level":"any"}');
      expect(both.flatMap(({ shown }) => shown).some((line) => /^connection \d is connected$/.test(line))).toBe(true);
      expect(both.flatMap(({ said }) => said).some((thing) => thing.includes('port of the visit + 0'))).toBe(true);
      expect(
        both.flatMap(({ said }) => said).some((thing) => /"type":"key","from":"of Amina Okafor"/.test(thing)),
      ).toBe(true);
    },
  );

  test.each([
    ['told how many devices there are', 'tellsHowMany.mjs', /^view\.view\.devices = /],
    ['put each room on a media worker of its own', 'workerOfTheRoom.mjs', /port of the visit \+/],
  ])('[PRIV-5] a server that %s is found out', { timeout: PATIENCE }, async (_what, file, tells) => {
    await closed(place);
    await closed(leaky);
    place = null;
    leaky = await opened({ NODE_OPTIONS: `--import ${leak(file)}` });
    const { both, alone } = await twice(leaky, MOVED);
    const heard = (at: number, of: typeof both) => [...(of[at]?.said ?? []), ...(of[at]?.shown ?? [])];
    const more = both.flatMap((_act, at) => heard(at, both).filter((thing) => !heard(at, alone).includes(thing)));
    expect(more).not.toEqual([]);
    for (const thing of more) expect(thing).toMatch(tells);
  });
});
