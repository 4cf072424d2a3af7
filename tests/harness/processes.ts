import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second, as Linux counts processor time (sysconf _SC_CLK_TCK, 100 on every Debian). */
const TICKS = 100;

/** The process and everything below it that runs now. */
export function treeOf(root: number): readonly number[] {
  const all = parents();
  const isBelow = (pid: number): boolean => pid === root || (all.has(pid) && pid > 1 && isBelow(all.get(pid) ?? 0));

  return [...all.keys()].filter(isBelow);
}

/** Program and arguments as it was started; empty for a process that has just ended. */
export const commandOf = (pid: number): string => read(pid, 'cmdline');

/** The process ids of the media workers that this server has started. */
export function mediaWorkersOf(server: number): readonly number[] {
  return treeOf(server).filter((pid) => pid !== server && commandOf(pid).includes('mediasoup-worker'));
}

/** Processor time that the tree has used so far, in seconds, user and system. */
export const cpuSeconds = (root: number): number =>
  treeOf(root).reduce((sum, pid) => {
    const [user = 0, system = 0] = statOf(pid).slice(11, 13).map(Number);

    return sum + (user + system) / TICKS;
  }, 0);

/** Memory of the tree in MB, shared pages counted in proportion (PSS). */
export const pssMegabytes = (root: number): number =>
  treeOf(root).reduce(
    (sum, pid) => sum + Number(/^Pss:\s+(\d+) kB/m.exec(read(pid, 'smaps_rollup'))?.[1] ?? 0) / 1024,
    0,
  );

/** Who started whom, of everything that runs. */
function parents(): ReadonlyMap<number, number> {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const pairs = all.map((name) => [Number(name), statOf(Number(name))] as const);

  return new Map(pairs.flatMap(([pid, [, parent]]) => (parent === undefined ? [] : [[pid, Number(parent)]])));
}

/** proc(5): the fields of stat from the state on, [state, ppid, …], counted after the name in brackets, which may hold anything. */
function statOf(pid: number): readonly string[] {
  const text = read(pid, 'stat');

  return text === '' ? [] : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** Empty for a process that has just ended. */
function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
