import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const TOOLS = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };
const NEEDS =
  'This test lays a network of its own: it has to run as root, with iproute2 and nftables installed (apt-get install iproute2 nftables).';

/** Runs a line of words as a command; what it says on failure is thrown. */
export async function run(line: string, ...more: readonly string[]): Promise<string> {
  if (process.getuid?.() !== 0) throw new Error(NEEDS);

  const [program = '', ...words] = line.split(' ');
  try {
    return (await promisify(execFile)(program, [...words, ...more], { env: TOOLS })).stdout;
  } catch (cause) {
    throw new Error(`${NEEDS} What failed: ${line}`, { cause });
  }
}

/** Sends it to every process that runs in this network namespace. */
export async function signalAllIn(namespace: string, signal: NodeJS.Signals): Promise<void> {
  for (const pid of (await run(`ip netns pids ${namespace}`)).split('\n').filter(Boolean)) {
    try {
      process.kill(Number(pid), signal);
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** Ends what runs in it and takes it away, and with its ends of the cables the whole cables. Nothing happens where there is none. */
export async function remove(namespace: string): Promise<void> {
  if (!(await namespaces()).includes(namespace)) return;

  await signalAllIn(namespace, 'SIGKILL');
  await run(`ip netns del ${namespace}`);
}

/** Takes away those that begin so and go on with the number of a process that has ended: a test left them that was itself killed. */
export async function removeOrphans(prefix: string): Promise<void> {
  for (const namespace of await namespaces()) {
    const owner = new RegExp(`^${prefix}(\\d+)-`).exec(namespace)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) await remove(namespace);
  }
}

const namespaces = async (): Promise<readonly string[]> =>
  (await run('ip netns list')).split('\n').map((line) => line.split(' ')[0] ?? '');

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
