/**
 * The version of the events' shapes. It is raised when a shape changes in a way that old logs do not have; then a step is added
 * below, and a log of the old version to fixtures/, where it stays for ever.
 */
export const SCHEMA = 1;

/** Step n turns an event of version n into one of version n + 1. */
type Step = (event: unknown) => unknown;
const STEPS: Readonly<Record<number, Step>> = {};

/** An event of any earlier version in today's shape. Throws for one from a version that this server does not know yet. */
export function upcast(schema: number, event: unknown, steps = STEPS, today = SCHEMA): unknown {
  if (schema > today) throw new Error(`An event of version ${schema}; this server knows up to ${today}`);

  let current = event;
  for (let version = schema; version < today; version += 1) {
    const step = steps[version];
    if (step === undefined) throw new Error(`Nothing leads from events of version ${version} to ${version + 1}`);
    current = step(current);
  }
  return current;
}
