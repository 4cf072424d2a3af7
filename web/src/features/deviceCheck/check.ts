import type { Reader } from '../../content/family/reader.ts';
import type { LocalMedia } from '../../media/LocalMedia.ts';
import type { CheckEvent, Progress } from './progress.ts';

/** What every screen of the check has to hand. */
export interface Check {
  readonly local: LocalMedia;
  readonly reader: Reader;
  /** Who asked for this visit. */
  readonly worker: string;
  readonly isTouch: boolean;
  readonly onApple: boolean;
  readonly progress: Progress;
  readonly tell: (event: CheckEvent) => void;
  readonly asking: boolean;
  /** Asks for the microphone, and for the camera if it is wanted; call it inside a tap. */
  readonly open: (camera: boolean) => void;
  /** Into the lobby; call it inside a tap. */
  readonly goIn: () => void;
  readonly going: boolean;
}
