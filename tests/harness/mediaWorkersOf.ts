import { readdir, readFile } from 'node:fs/promises';

/** The process ids of the media workers that this server has started. */
export async function mediaWorkersOf(server: number): Promise<readonly number[]> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(processes.map((pid) => isWorkerOf(server, pid)));

  return processes.filter((_, at) => found[at]).map(Number);
}

async function isWorkerOf(server: number, pid: string): Promise<boolean> {
  const [status, command] = await Promise.all(
    ['status', 'cmdline'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')),
  );

  return status?.includes(`\nPPid:\t${server}\n`) === true && command?.includes('mediasoup-worker') === true;
}
