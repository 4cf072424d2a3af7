import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as mediaClients from '../../web/src/media/createMediaClient.ts';
import type * as localMedias from '../../web/src/media/LocalMedia.ts';
import type * as loudspeakers from '../../web/src/media/Loudspeaker.ts';
import type * as networkCheck from '../../web/src/media/NetworkCheck.ts';
import type * as visitClients from '../../web/src/visit/createVisitClient.ts';
import type { VisitClient } from '../../web/src/visit/VisitClient.ts';
import { PhoneNetwork } from '../harness/PhoneNetwork.ts';
import { Product } from '../harness/Product.ts';
import { SourceModules } from '../harness/SourceModules.ts';
import { eventually } from './people/eventually.ts';
import { Host } from './people/Host.ts';
import { mediaCounts } from './people/mediaProbe.ts';
import { CHROMIUM, Person } from './people/Person.ts';

declare global {
  interface Window {
    /** The line of this page to its visit. */
    visit: VisitClient;
    /** What came of the last check. */
    checked: Promise<networkCheck.NetworkCheck> | undefined;
    /** When the first picture of somebody else was there, in milliseconds since 1970. */
    pictureAt: number | undefined;
  }
}

describe('[JOIN-4] a phone at the door measures its line', () => {
  let network: PhoneNetwork;
  let product: Product;
  let modules: SourceModules;
  let host: Host;
  let sam: Person;

  beforeAll(async () => {
    network = await PhoneNetwork.lay(CHROMIUM);
    product = await Product.start({ host: network.serverAddress });
    modules = await SourceModules.open();
    host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
    const links = await host.plans([{ name: 'Sam Hughes', role: 'child' }]);
    sam = await Person.at(product.origin, 'phone', { hue: 210, pitch: 1000 }, network.browser);
    await modules.lend(sam.page);
    await arrives(sam.page, links.get('Sam Hughes') ?? '');
  });

  afterAll(async () => {
    await Promise.allSettled([host, sam].map((one) => one?.close()));
    await modules?.close();
    await product?.stop();
    await network?.close();
  });

  /** As soon as the server has one again. */
  const measured = async (what: string) =>
    eventually(async () => {
      await beginsCheck(sam.page);
      const check = await checkOf(sam.page);
      expect(check?.why).not.toBe('refused');
      console.info(`${what}: ${JSON.stringify(check)}`);

      return { ...check };
    });

  test('a clean line is good: some 500 kbit/s there and back', async () => {
    const check = await measured('a clean line');

    expect(check).toMatchObject({ grade: 'good', why: null });
    // A machine that is busy draws less than the line would take; more than a line of 300 kbit/s shows it is still.
    expect(check.kbitDown).toBeGreaterThan(300);
  });

  test('asks for no camera and no microphone, and what comes back is only what was sent', async () => {
    const { fromOthers, looped, sent } = await mediaCounts(sam.page);
    const devices = await sam.page.evaluate(async () => (await navigator.mediaDevices.enumerateDevices()).length);

    expect(fromOthers).toBe(0);
    expect(looped).toBeLessThanOrEqual(sent);
    expect(devices).toBeGreaterThan(0);
  });

  test('where no UDP comes through it is measured over TCP', async () => {
    await network.refusesUdp();
    expect(await measured('no UDP')).toMatchObject({ grade: 'good', why: null });
    await network.letsThrough();
  });

  test('a line of 300 kbit/s is fair or poor, and shows no more than it carries', async () => {
    await network.narrowsTo(300);
    const check = await measured('300 kbit/s');

    expect(['fair', 'poor']).toContain(check.grade);
    expect(check.kbitDown).toBeGreaterThan(100);
    expect(check.kbitDown).toBeLessThan(310);
  });

  test('a line of 100 kbit/s is poor, if it can be measured at all', async () => {
    await network.narrowsTo(100);
    expect(['poor', 'failed']).toContain((await measured('100 kbit/s')).grade);
  });
});

describe('[JOIN-3] [JOIN-4] let in while the line is being measured', () => {
  const GUESTS = ['Guest A', 'Guest B'];
  let product: Product;
  let modules: SourceModules;
  let host: Host;
  let guest: Person;
  let links: ReadonlyMap<string, string>;

  beforeAll(async () => {
    product = await Product.start();
    modules = await SourceModules.open();
    host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
    links = await host.plans(GUESTS.map((name) => ({ name, role: 'parent' })));
    guest = await Person.at(product.origin, 'phone', { hue: 210, pitch: 1000 });
    await host.enters();
  });

  afterAll(async () => {
    await Promise.allSettled([host, guest].map((one) => one?.close()));
    await modules?.close();
    await product?.stop();
  });

  /** How long the first picture takes after the host's press, in milliseconds. */
  async function letIn(name: string, { measuring }: { readonly measuring: boolean }): Promise<number> {
    const page = await guest.context.newPage();
    await modules.lend(page);
    await arrives(page, links.get(name) ?? '');
    await preparesAndKnocks(page);
    if (measuring) {
      await beginsCheck(page);
      await eventually(async () => expect((await mediaCounts(page)).looped).toBeGreaterThan(50_000));
    }
    expect((await mediaCounts(page)).fromOthers).toBe(0);

    const button = host.page.getByRole('button', { name: `Let in ${name}` });
    await button.waitFor();
    const pressedAt = Date.now();
    await button.click();
    const pictureAt = await eventually(async () => {
      const at = await page.evaluate(() => window.pictureAt);
      if (at === undefined) throw new Error('No picture of the host was shown');
      return at;
    });
    if (measuring) expect(await checkOf(page)).toMatchObject({ grade: 'failed', why: 'cutShort' });
    await page.close();

    return pictureAt - pressedAt;
  }

  test('the picture comes all the same, and the loop is over', async () => {
    const times = { without: [] as number[], measuring: [] as number[] };
    for (const [trial, name] of GUESTS.entries()) {
      const measuring = trial % 2 === 1;
      times[measuring ? 'measuring' : 'without'].push(Math.round(await letIn(name, { measuring })));
    }
    console.info(`from the host’s press to the first picture, in ms: ${JSON.stringify(times)}`);
  });
});

/** Opens the link without a screen: the seat of this browser, and a line to the visit. */
async function arrives(page: Page, link: string): Promise<void> {
  await page.goto(new URL('/tab.html', link).href);
  await page.evaluate(async (token) => {
    const answer = await fetch('/api/join', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token, device: 'phone' }),
    });
    const { session } = await answer.json();
    const { createVisitClient } = await window.__load<typeof visitClients>('/web/src/visit/createVisitClient.ts');
    window.visit = createVisitClient(session);
  }, new URL(link).hash.slice(1));
}

const beginsCheck = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { checkNetwork } = await window.__load<typeof networkCheck>('/web/src/media/NetworkCheck.ts');
    window.checked = checkNetwork(window.visit);
  });

const checkOf = (page: Page) => page.evaluate(() => window.checked);

/** What the family's page does before it is let in; then it shows the first picture that comes. */
const preparesAndKnocks = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const [{ createMediaClient }, { LocalMedia }, { Loudspeaker }] = await Promise.all([
      window.__load<typeof mediaClients>('/web/src/media/createMediaClient.ts'),
      window.__load<typeof localMedias>('/web/src/media/LocalMedia.ts'),
      window.__load<typeof loudspeakers>('/web/src/media/Loudspeaker.ts'),
    ]);
    const local = new LocalMedia();
    const media = createMediaClient(window.visit, local, new Loudspeaker());
    media.prepare();
    await local.acquire();
    await window.visit.send({ type: 'lobby.knock' });
    media.subscribe(() => {
      const track = [...media.getState().streams.values()].find(({ video }) => video !== null)?.video;
      if (!track || document.querySelector('video') !== null) return;

      const video = document.body.appendChild(document.createElement('video'));
      Object.assign(video, { muted: true, srcObject: new MediaStream([track]) });
      video.requestVideoFrameCallback(() => {
        window.pictureAt = performance.timeOrigin + performance.now();
      });
      void video.play();
    });
    while (media.getState().phase !== 'prepared') await new Promise((resolve) => setTimeout(resolve, 50));
  });
