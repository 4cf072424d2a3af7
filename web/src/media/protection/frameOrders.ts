import type { Bytes } from '@doorstep/shared/sframe/bytes.ts';
import type { MediaKind } from '@doorstep/shared/sframe/layout.ts';
import type { SessionId } from '@doorstep/shared/visit/ids.ts';

/** What flows on one sender or receiver: sealed on its way out, opened on its way in. `stream` tells one that arrives from all others. */
export type FlowOptions =
  | { readonly way: 'out'; readonly kind: MediaKind }
  | { readonly way: 'in'; readonly kind: MediaKind; readonly from: SessionId; readonly stream: string };

/** What the page tells the worker that seals and opens frames. Orders are carried out one after another. */
export type FrameOrder =
  /** Seals everything with this key from now on; answered by `sealing`. */
  | { readonly order: 'seal'; readonly kid: number; readonly key: Bytes }
  /** Sends nothing until there is another key. */
  | { readonly order: 'silence' }
  /** [SAFE-2] While somebody in the room cannot encrypt, and the host has accepted that, everything goes and comes as it is. */
  | { readonly order: 'goClear'; readonly isClear: boolean }
  /** A key of another device; answered by `keyHeld`. */
  | { readonly order: 'hold'; readonly from: SessionId; readonly kid: number; readonly key: Bytes }
  | { readonly order: 'forgetBefore'; readonly from: SessionId; readonly kid: number }
  /** Forgets all keys of a device, which is gone or has become another. */
  | { readonly order: 'forget'; readonly from: SessionId }
  /** Where frames cannot be handed over by the browser itself: both ends of them. */
  | {
      readonly order: 'pipe';
      readonly flow: FlowOptions;
      readonly readable: ReadableStream<MediaFrame>;
      readonly writable: WritableStream<MediaFrame>;
    };

/** What the worker tells the page. */
export type FrameNews =
  /** It is there, and does what it is told from now on. */
  | { readonly news: 'ready' }
  | { readonly news: 'sealing'; readonly kid: number }
  | { readonly news: 'keyHeld'; readonly from: SessionId; readonly kid: number; readonly isHeld: boolean }
  /** Frames of this device come for which there is no key that opens them. */
  | { readonly news: 'cannotOpen'; readonly from: SessionId }
  /** A picture can be opened, but something before it was lost: it has to begin anew. */
  | { readonly news: 'needsKeyFrame'; readonly stream: string };

/** An encoded frame, as both RTCEncodedVideoFrame and RTCEncodedAudioFrame are (W3C WebRTC Encoded Transform). */
export interface MediaFrame {
  data: ArrayBuffer;
}
