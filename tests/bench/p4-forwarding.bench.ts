/**
 * P4: the server's processor time for each RTP packet that it forwards in a room of four, the whole product (server, database,
 * media worker) against Janus. P12: its memory and its idling. Lower is better.
 */
import type { Browser } from 'playwright';
import { Product } from '../harness/Product.ts';
import { cpuSeconds, pssMegabytes } from '../harness/processes.ts';
import { hasJanus, Janus } from './janus/Janus.ts';
import { load, ratio, spread } from './measure/figures.ts';
import { knock, Office } from './measure/office.ts';
import { firstPictureAt, openBrowser, packetsReceived, type Someone, someone } from './measure/people.ts';

const WINDOWS = Number(process.env.WINDOWS ?? 5);
const WINDOW_MS = 6_000;
const GUESTS = ['Guest A', 'Guest B', 'Guest C'];

const pass = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Share of one core that the processes used over the window, and that by packet forwarded. */
async function watch(pid: number, people: readonly Someone[]): Promise<{ core: number; microseconds: number }> {
  const packets = async () =>
    (await Promise.all(people.map(({ page }) => packetsReceived(page)))).reduce((a, b) => a + b, 0);
  const [cpu, sent, at] = [cpuSeconds(pid), await packets(), performance.now()];
  await pass(WINDOW_MS);
  const used = cpuSeconds(pid) - cpu;

  return { core: (used / (performance.now() - at)) * 100_000, microseconds: (used * 1e6) / ((await packets()) - sent) };
}

async function fourInDoorstep(browser: Browser, product: Product): Promise<readonly Someone[]> {
  const office = await Office.open(browser, product.origin);
  await office.begin(GUESTS);
  const guests: Someone[] = [];
  for (const name of GUESTS) {
    guests.push(await knock(browser, await office.linkFor(name)));
    await office.admit(name);
  }
  for (const { page } of guests) await firstPictureAt(page);

  return [office.host, ...guests];
}

async function fourInJanus(browser: Browser, janus: Janus): Promise<readonly Someone[]> {
  const people: Someone[] = [];
  for (let number = 0; number < 4; number += 1) {
    const one = await someone(browser, janus.origin);
    await one.page.goto('/');
    await one.page.evaluate('joinRoom()');
    people.push(one);
  }
  for (const { page } of people) await firstPictureAt(page);

  return people;
}

interface Figures {
  readonly idleMb: number;
  readonly idleCore: number;
  readonly roomMb: number;
  readonly core: readonly number[];
  readonly microseconds: readonly number[];
}

async function measure(pid: number, fill: (browser: Browser) => Promise<readonly Someone[]>): Promise<Figures> {
  const before = cpuSeconds(pid);
  await pass(WINDOW_MS);
  const idleCore = ((cpuSeconds(pid) - before) / WINDOW_MS) * 100_000;
  const idleMb = pssMegabytes(pid);

  const browser = await openBrowser();
  const people = await fill(browser);
  await pass(3_000);
  const windows: { core: number; microseconds: number }[] = [];
  for (let window = 0; window < WINDOWS; window += 1) windows.push(await watch(pid, people));
  const roomMb = pssMegabytes(pid) - idleMb;
  await browser.close();

  return {
    idleMb,
    idleCore,
    roomMb,
    core: windows.map(({ core }) => core),
    microseconds: windows.map(({ microseconds }) => microseconds),
  };
}

const product = await Product.start();
const ours = await measure(product.pid, (browser) => fourInDoorstep(browser, product));
await product.stop();

let theirs: Figures | null = null;
if (hasJanus()) {
  const janus = await Janus.start();
  theirs = await measure(janus.pid, (browser) => fourInJanus(browser, janus));
  await janus.stop();
}

const line = (label: string, figures: Figures | null): void => {
  if (figures === null) {
    console.log(`P4  ${label}: left out, not installed here`);
    return;
  }
  console.log(
    `P4  ${label}: ${spread(figures.microseconds, 'µs a forwarded packet', 1)}, ${spread(figures.core, '% of a core', 1)}`,
  );
  console.log(
    `P12 ${label}: idle ${figures.idleMb.toFixed(0)} MB and ${figures.idleCore.toFixed(2)} % of a core; a room of four adds ${figures.roomMb.toFixed(1)} MB`,
  );
};
line('Doorstep', ours);
line('Janus   ', theirs);
console.log(`P4  ratio ${ratio(ours.microseconds, theirs?.microseconds ?? [])}   (${load()})`);
