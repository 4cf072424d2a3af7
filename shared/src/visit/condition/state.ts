import type { Instant, SessionId } from '../ids.ts';

/** Whether the device blurs or replaces what is behind somebody, as it says itself; most cannot say (SEE-3). */
export type Blur = 'on' | 'off' | 'notKnown';

/** What has come between a person and their camera or microphone. `hidden`: another app is in front, or the screen is locked. */
export type Interruption = 'none' | 'camera' | 'microphone' | 'both' | 'hidden';

/** How one device says it stands. Told by the device: good for showing and for closing gates, never for opening one. */
export interface Condition {
  readonly blur: Blur;
  /** By the camera's name (SEE-7). */
  readonly camera: 'ordinary' | 'virtual' | 'notKnown';
  readonly interruption: Interruption;
  /** `no`: whoever holds it cannot hear the others; then they are not to be heard or seen either, because they could not know. */
  readonly hears: 'yes' | 'no';
}

/** Of a device that has said nothing yet. */
export const UNTOLD: Condition = { blur: 'notKnown', camera: 'notKnown', interruption: 'none', hears: 'yes' };

/** `since`: when the interruption, or being without one, began. */
export type Conditions = ReadonlyMap<SessionId, { readonly condition: Condition; readonly since: Instant }>;
