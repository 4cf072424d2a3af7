import type { WantedSize } from '../../media/MediaClient.ts';

/** How wide pictures are, in CSS pixels, where the window does not decide: as the style sheets have it; `alone` is at least so wide. */
export const PICTURE_WIDTHS = { small: 156, compact: 156, alone: 560 };

/** The small layer has 320 pixels across and may be stretched by a quarter before a face suffers. */
const SMALL_ENOUGH = 400;

/** [SEE-2] How much of a picture is worth receiving that is shown so many CSS pixels wide, with so many pixels of the screen to each. */
export const wantedSize = (width: number, pixelRatio: number): WantedSize =>
  width * pixelRatio <= SMALL_ENOUGH ? 'small' : 'large';
