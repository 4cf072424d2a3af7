import type { ShownKey } from '@doorstep/shared/visit/protection/state.ts';
import { useState } from 'react';

interface Compared {
  /** What was read aloud: the devices and keys of the pictures as they stood here when reading began. */
  readonly devices: readonly ShownKey[];
  /** Other pictures have come since. */
  readonly isOver: boolean;
  /** The pictures that stand here now are read from the first one on. */
  readonly begin: () => void;
}

const rollOf = (shown: readonly ShownKey[]): string =>
  JSON.stringify(shown.map(({ session, key }) => [session, key]).sort());

/** Whether other pictures stand here now: by somebody’s coming or going, or by another key. */
export const areOthers = (compared: readonly ShownKey[], now: readonly ShownKey[]): boolean =>
  rollOf(compared) !== rollOf(now);

/**
 * [SAFE-2] Which pictures are being read aloud. It is the ones that stood here when reading began, and never others by themselves: a key that
 * is changed in the middle, or just before the press, was compared by nobody.
 */
export function useCompared(shown: readonly ShownKey[]): Compared {
  const [devices, setDevices] = useState(shown);

  return { devices, isOver: areOthers(devices, shown), begin: () => setDevices(shown) };
}
