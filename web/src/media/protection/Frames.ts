import type { Bytes } from '@doorstep/shared/sframe/bytes.ts';
import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { FlowOptions, FrameNews } from './frameOrders.ts';

/** What seals and opens this device's frames, away from the page. */
export interface Frames {
  /** What a transport must be made with, for this browser to hand frames over. */
  readonly transportSettings: Partial<RTCConfiguration>;
  /** Before anything flows on it. From then on nothing passes that was not sealed or opened. */
  guard(end: RTCRtpSender | RTCRtpReceiver, flow: FlowOptions): void;
  /** Resolves when everything is sealed with this key. */
  seal(kid: number, key: Bytes): Promise<void>;
  silence(): void;
  goClear(isClear: boolean): void;
  /** Resolves with whether there is a key of this id now. */
  hold(from: SessionId, kid: number, key: Bytes): Promise<boolean>;
  forgetBefore(from: SessionId, kid: number): void;
  forget(from: SessionId): void;
  onNews(listener: (news: FrameNews) => void): void;
  close(): void;
}
