import type { Instant } from '../ids.ts';
import type { ProtectedIs } from './state.ts';

/** [SAFE-2] What a device encrypts with, and how it stands with it. */
export interface DeviceProtection {
  /** Its public key, for whoever in its room wraps a key for it; null when it has none, has not said, or is not shown as one of one's room. */
  readonly key: string | null;
  readonly is: ProtectedIs;
}

/** [SAFE-2] Whether everything in a room is for those in it alone. */
export interface RoomProtection {
  /** `unprotected` only while a device sits in it that cannot encrypt and that the host has accepted. */
  readonly is: 'everyone' | 'unprotected';
  /** When the pictures were compared by those who are here now, with the keys that they have now; null otherwise. */
  readonly checkedAt: Instant | null;
  /** What whoever began last to read the pictures aloud put into them; null while nobody has. */
  readonly number: string | null;
}
