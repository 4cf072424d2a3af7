/**
 * P1: from “admitted” to the first picture of somebody else on the screen, the whole product, against a bare page that joins a
 * Janus video room, and against itself without encryption. Trials alternate; the joiner publishes too. Lower is better.
 */
import type { Browser } from 'playwright';
import { UNABLE_TO_ENCRYPT } from '../e2e/people/pretences.ts';
import { Product } from '../harness/Product.ts';
import { hasJanus, Janus } from './janus/Janus.ts';
import { load, ratio, spread } from './measure/figures.ts';
import { knock, Office } from './measure/office.ts';
import { firstPictureAt, openBrowser, type Someone, someone } from './measure/people.ts';

const TRIALS = Number(process.env.TRIALS ?? 12);

async function joinsJanus(browser: Browser, janus: Janus, hasPreview: boolean): Promise<number> {
  const guest = await someone(browser, janus.origin);
  await guest.page.goto('/');
  if (hasPreview) await guest.page.evaluate('preview()');
  const clickedAt = await guest.page.evaluate(
    '(() => { const at = performance.timeOrigin + performance.now(); joinRoom(); return at; })()',
  );
  const took = (await firstPictureAt(guest.page)) - Number(clickedAt);
  await guest.context.close();

  return took;
}

async function joinsDoorstep(browser: Browser, office: Office, name: string): Promise<number> {
  const guest = await knock(browser, await office.linkFor(name));
  // People are admitted after a moment in the lobby, not in the instant of knocking.
  await guest.page.waitForTimeout(1000);
  const admittedAt = await office.admit(name);
  const took = (await firstPictureAt(guest.page)) - admittedAt;
  await guest.context.close();

  return took;
}

async function withJanus(browser: Browser): Promise<{ janus: Janus; host: Someone } | null> {
  if (!hasJanus()) return null;
  const janus = await Janus.start();
  const host = await someone(browser, janus.origin);
  await host.page.goto('/');
  await host.page.evaluate('joinRoom()');

  return { janus, host };
}

/** A name for each trial, no two of which look alike: no digits, and no I, which passes for an L. */
function namesOf(trials: number): string[] {
  const letters = [...'ABCDEFGHJKLMNOPQRSTUVWXYZ'];

  return Array.from({ length: trials }, (_, trial) => {
    const round = letters[Math.floor(trial / letters.length)];

    return `Guest ${round}${letters[trial % letters.length]}`;
  });
}

const browser = await openBrowser();
const product = await Product.start();
const peer = await withJanus(browser);
const names = namesOf(TRIALS);
const office = await Office.open(browser, product.origin);
await office.begin(names);
const unprotected = await Office.open(browser, product.origin, UNABLE_TO_ENCRYPT);
await unprotected.begin(names);
await unprotected.goesOnUnprotected();

const inTheClear: number[] = [];
const ours: number[] = [];
const theirs: number[] = [];
const theirsWithPreview: number[] = [];
for (const name of names) {
  ours.push(await joinsDoorstep(browser, office, name));
  inTheClear.push(await joinsDoorstep(browser, unprotected, name));
  if (peer !== null) theirs.push(await joinsJanus(browser, peer.janus, false));
  if (peer !== null) theirsWithPreview.push(await joinsJanus(browser, peer.janus, true));
}

console.log(`P1  admitted → first picture            ${spread(ours, 'ms')}`);
console.log(`P1  … without encryption                ${spread(inTheClear, 'ms')}   ratio ${ratio(ours, inTheClear)}`);
console.log(`P1  Janus, bare page, click → picture   ${spread(theirs, 'ms')}   ratio ${ratio(ours, theirs)}`);
console.log(
  `P1  … with its camera already on        ${spread(theirsWithPreview, 'ms')}   ratio ${ratio(ours, theirsWithPreview)}   (${load()})`,
);

await browser.close();
await peer?.janus.stop();
await product.stop();
