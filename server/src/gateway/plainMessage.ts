/** More than any message of the protocol needs. */
const DEEPEST = 8;
/** Names through which an object reaches what it inherits. */
const REACHING: readonly string[] = ['__proto__', 'constructor', 'prototype'];

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isHarmless(value: unknown, depthLeft: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depthLeft === 0) return false;
  if (!Array.isArray(value) && Object.keys(value).some((key) => REACHING.includes(key))) return false;

  return Object.values(value).every((inner) => isHarmless(inner, depthLeft - 1));
}

/** Whether a parsed JSON value is an object that can be handed to a schema: not too deep, and with no key that pollutes a prototype when copied. */
export const isPlainMessage = (value: unknown): boolean => isPlainObject(value) && isHarmless(value, DEEPEST);
