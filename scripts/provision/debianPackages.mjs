import { runCommand } from './command.mjs';
import { explainCommandFailure, Failure } from './failure.mjs';

const DEBIAN_UNREACHABLE = {
  source: "Debian's package server",
  remedy: 'Connect this machine to the network (or correct /etc/apt/sources.list) and run the same command again.',
};

/** @typedef {{ log: import('./log.mjs').Log, report: import('./terminal.mjs').Report }} Context */

/**
 * Which of these Debian packages are not installed; all of them where there is no dpkg.
 *
 * @param {readonly string[]} names
 * @param {Pick<Context, 'log'>} context
 */
export async function missingPackages(names, { log }) {
  const { output } = await runCommand(
    'dpkg-query',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a format of dpkg's own
    ['--show', '--showformat=${db:Status-Status} ${Package}\n', ...names],
    { log },
  );
  const installed = new Set(output.split('\n').map((line) => /^installed (\S+)$/.exec(line)?.[1]));
  return names.filter((name) => !installed.has(name));
}

/**
 * Installs Debian packages. Only root may, so anybody else is told the command instead.
 *
 * @param {readonly string[]} names
 * @param {string} purpose a noun phrase: what cannot be done without them
 * @param {Context} context
 */
export async function installPackages(names, purpose, { log, report }) {
  if (process.getuid?.() !== 0) throw new Failure(askForPackages(names, purpose));

  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // A machine that has just been started often updates itself: wait for it rather than fail.
  const patient = ['-o', 'DPkg::Lock::Timeout=180', '-o', 'Acquire::Retries=2'];
  report.say("reading Debian's package lists");
  // Its exit code says little: one unreachable extra source spoils it. The installation tells.
  const update = await runCommand('apt-get', [...patient, 'update'], { log, env });
  if (update.code === 127) throw new Failure(askForPackages(names, purpose));
  report.say(`installing ${names.join(', ')}`);
  const install = await runCommand('apt-get', [...patient, 'install', '--yes', '--no-install-recommends', ...names], {
    log,
    env,
    onLine: (line) => {
      const unpacked = /^(?:Unpacking|Setting up) (\S+)/.exec(line);
      if (unpacked) report.say(`installing ${unpacked[1]}`);
    },
  });
  if (install.code === 0) return;
  throw new Failure(
    explainCommandFailure(`installing ${names.join(', ')}`, `${update.output}\n${install.output}`, DEBIAN_UNREACHABLE),
  );
}

/**
 * @param {readonly string[]} names
 * @param {string} purpose
 */
export function askForPackages(names, purpose) {
  return `${purpose} needs packages that only root can install. Run this as root: apt-get update && apt-get install ${names.join(' ')}   and then the same command again.`;
}
