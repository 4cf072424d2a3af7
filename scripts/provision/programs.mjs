import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { askForPackages, installPackages, missingPackages } from './debianPackages.mjs';

/** @typedef {import('./debianPackages.mjs').Context} Context */

/** What the tests drive or read from: two makes of browser with letters to draw, a relay, a video generator, and the means to make a network bad. */
const TEST_PROGRAMS = {
  chromium: 'chromium',
  'firefox-esr': 'firefox-esr',
  turnserver: 'coturn',
  ffmpeg: 'ffmpeg',
  ip: 'iproute2',
  nft: 'nftables',
};
const TEST_FONTS = ['fonts-dejavu-core'];
/** What the benches measure against. */
const BENCH_PROGRAMS = { janus: 'janus' };

/**
 * Whether a program can be run by its name. Debian keeps some of ours out of an ordinary user's PATH.
 *
 * @param {string} name
 */
function isInstalled(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * ffmpeg makes recordings into files. No visit needs it to run, so that a missing one is a warning.
 *
 * @param {Context} context
 * @returns {Promise<{ outcome: string, mark?: 'warning' }>}
 */
export async function provideFfmpeg(context) {
  if (isInstalled('ffmpeg')) return { outcome: 'installed' };
  if (process.getuid?.() !== 0)
    return { outcome: askForPackages(['ffmpeg'], 'Later, making recordings'), mark: 'warning' };
  try {
    await installPackages(['ffmpeg'], 'Making recordings', context);
  } catch (error) {
    context.log.write(`${error}\n`);
    return { outcome: 'not installed; visits run without it', mark: 'warning' };
  }
  return { outcome: 'installed from Debian' };
}

/**
 * The programs that only the tests need.
 *
 * @param {Context} context
 */
export async function provideTestPrograms(context) {
  return provide(TEST_PROGRAMS, 'Running the tests', context);
}

/**
 * The programs that the benches need, which are those of the tests and another SFU.
 *
 * @param {Context} context
 */
export async function provideBenchPrograms(context) {
  return provide({ ...TEST_PROGRAMS, ...BENCH_PROGRAMS }, 'Running the benches', context);
}

/**
 * @param {Readonly<Record<string, string>>} programs the Debian package of each
 * @param {string} purpose
 * @param {Context} context
 */
async function provide(programs, purpose, context) {
  const packages = Object.entries(programs).flatMap(([program, name]) => (isInstalled(program) ? [] : [name]));
  const fonts = await missingPackages(TEST_FONTS, context);
  const missing = [...packages, ...fonts];
  if (missing.length === 0) return 'installed';
  await installPackages(missing, purpose, context);
  return 'installed from Debian';
}
