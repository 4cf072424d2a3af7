import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { release } from 'node:os';
import { dirname, join } from 'node:path';
import { runCommand } from '../provision/command.mjs';

// The package's own install script retries for two minutes where the address cannot be reached.
const CONNECT_LIMIT_MS = 5_000;
const DOWNLOAD_LIMIT_MS = 60_000;

/**
 * The address of the worker that the makers of mediasoup publish for this platform, named as mediasoup's npm-scripts.mjs names it.
 *
 * @param {{ version: string, repository: { url: string } }} manifest mediasoup's package.json
 * @param {{ platform: string, arch: string, kernel: string }} machine
 * @param {string | undefined} base MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL: a mirror
 */
export function prebuiltAddress(manifest, { platform, arch, kernel }, base) {
  const from = base || `${manifest.repository.url.replace(/^git\+/, '').replace(/\.git$/, '')}/releases/download`;
  const suffix = platform === 'linux' ? `-kernel${Number(kernel.split('.')[0])}` : '';
  return `${from}/${manifest.version}/mediasoup-worker-${manifest.version}-${platform}-${arch}${suffix}.tgz`;
}

/**
 * Fetches the published worker. Not being able to is an expected outcome on a closed network.
 *
 * @param {string} mediasoup the package's folder
 * @param {string} target where the worker is to be
 * @param {import('../provision/log.mjs').Log} log
 * @returns {Promise<boolean>} whether it is there
 */
export async function fetchPrebuiltWorker(mediasoup, target, log) {
  const manifest = JSON.parse(readFileSync(join(mediasoup, 'package.json'), 'utf8'));
  const machine = { platform: process.platform, arch: process.arch, kernel: release() };
  const address = prebuiltAddress(manifest, machine, process.env.MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL);
  const archive = await download(address, log);
  if (!archive) return false;

  const folder = mkdtempSync(join(dirname(target), 'prebuilt-'));
  try {
    writeFileSync(join(folder, 'worker.tgz'), archive);
    const { code } = await runCommand('tar', ['-xzf', 'worker.tgz'], { log, cwd: folder });
    const worker = join(folder, 'mediasoup-worker');
    if (code !== 0 || !existsSync(worker)) return false;
    chmodSync(worker, 0o755);
    renameSync(worker, target);
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} address @param {import('../provision/log.mjs').Log} log */
async function download(address, log) {
  const limit = new AbortController();
  let timer = setTimeout(() => limit.abort(), CONNECT_LIMIT_MS);
  try {
    const response = await fetch(address, { signal: limit.signal });
    clearTimeout(timer);
    timer = setTimeout(() => limit.abort(), DOWNLOAD_LIMIT_MS);
    log.write(`${address}: ${response.status}\n`);
    return response.ok ? Buffer.from(await response.arrayBuffer()) : undefined;
  } catch (error) {
    log.write(`${address}: ${error instanceof Error ? (error.cause ?? error) : error}\n`);
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
