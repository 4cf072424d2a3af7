/**
 * How far a build is, from a line that ninja prints: `[12/262] Compiling C++ object …`.
 *
 * @param {string} line
 * @returns {{ done: number, total: number } | undefined}
 */
export function ninjaProgress(line) {
  const match = /^\[(\d+)\/(\d+)\] /.exec(line);
  if (!match) return undefined;
  const total = Number(match[2]);
  return total > 0 ? { done: Number(match[1]), total } : undefined;
}
