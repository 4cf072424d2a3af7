import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { Product } from '../harness/Product.ts';
import { Host } from './people/Host.ts';
import { SCRIPTS } from './twins/scripts.ts';
import { type Act, played } from './twins/TwinVisit.ts';

/** In milliseconds: each is two visits, with three browsers. */
const PATIENCE = 10 * 60_000;
const LEAK = pathToFileURL(join(import.meta.dirname, '../harness/leaks/tellsHowMany.mjs'));

interface Place {
  readonly product: Product;
  readonly host: Host;
}

async function opened(env: Readonly<Record<string, string>> = {}): Promise<Place> {
  const product = await Product.start({ env });

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
    },
  );

  test('[PRIV-5] a server that told how many devices there are is found out', { timeout: PATIENCE }, async () => {
    await closed(place);
    place = null;
    leaky = await opened({ NODE_OPTIONS: `--import ${LEAK}` });
    const [, acts] = SCRIPTS[0] ?? ['', []];
    const { both, alone } = await twice(leaky, acts);
    const more = both.flatMap(({ said }, at) => said.filter((thing) => alone[at]?.said.includes(thing) !== true));
    expect(more).not.toEqual([]);
    for (const thing of more) expect(thing).toMatch(/^view\.view\.devices = /);
  });
});
