import type { Instant, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { FlowOptions } from './frameOrders.ts';

/** [SAFE-2] What stands between this device's media and everybody who is not in its room. */
export interface MediaProtection {
  /** What this device encrypts with; null when it cannot. */
  readonly ownKey: string | null;
  /** What a transport must be made with. */
  readonly transportSettings: Partial<RTCConfiguration>;
  /** Before anything flows on it: from then on it is sealed or opened. */
  guard(end: RTCRtpSender | RTCRtpReceiver, flow: FlowOptions): void;
  /**
   * Which seat this device's media are in at the server; null from the moment when they are in none. What the screen says of a room counts for
   * its own seat alone: view and media come by themselves, and what was open in one room must not be for a moment in the next.
   */
  seated(at: Instant | null): void;
  /** Whether anything may leave this device: it is sealed, or the host has accepted that it is not. `onMore` tells when it may. */
  readonly maySend: boolean;
  /** Whether what this device sends can be shown here: before that it need not be sent. */
  mayFlow(session: SessionId): boolean;
  /** Calls `listener` when more may flow than before. */
  onMore(listener: () => void): () => void;
  /** Calls `listener` with each stream of which a whole picture is needed. */
  onNeedsKeyFrame(listener: (stream: string) => void): () => void;
  close(): void;
}
