import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second, as Linux counts processor time (sysconf _SC_CLK_TCK, 100 on every Debian). */
const TICKS = 100;

function parents(): ReadonlyMap<number, number> {
  const map = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const fields = statOf(Number(name));
    if (fields !== null) map.set(Number(name), Number(fields[1]));
  }

  return map;
}

/** The fields of /proc/PID/stat from the state on: [state, ppid, …]. Null for a process that has just ended. */
function statOf(pid: number): readonly string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');

    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/** The process and everything it has started that still runs. */
function treeOf(root: number): readonly number[] {
  const all = parents();
  const isBelow = (pid: number): boolean => pid === root || (all.has(pid) && pid > 1 && isBelow(all.get(pid) ?? 0));

  return [...all.keys()].filter(isBelow);
}

/** Processor time that the tree has used so far, in seconds, user and system. */
export const cpuSeconds = (root: number): number =>
  treeOf(root).reduce((sum, pid) => {
    const fields = statOf(pid);

    return sum + (fields === null ? 0 : (Number(fields[11]) + Number(fields[12])) / TICKS);
  }, 0);

/** Memory of the tree in MB, shared pages counted in proportion (PSS). */
export const pssMegabytes = (root: number): number =>
  treeOf(root).reduce((sum, pid) => {
    try {
      const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];

      return sum + Number(kilobytes ?? 0) / 1024;
    } catch {
      return sum;
    }
  }, 0);
