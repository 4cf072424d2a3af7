/** How small tiles stand: their words beside the picture, or under it where there is little room. */
export interface PinFit {
  readonly size: 'small' | 'compact';
  readonly columns: number;
}

/** In CSS pixels, as the style sheets have it: the narrowest a small tile may be, the height of one, and the gap between them. */
export const SMALL = { width: 288, height: 140 };
export const COMPACT = { width: 88, height: 168 };
export const PINS_GAP = 12;
/** Of the stage's height; the rest is for whoever is enlarged. */
const SHARE = 0.4;
/** Below this width of the stage words under a picture leave more room. */
const NARROW = 576;
const MOST_ROWS = 2;

/** [SEE-1] How to place `count` tiles over the front so that all of them are in sight and the front has room as well; lengths in CSS pixels. */
export function fitPins({ width, height, count }: Readonly<Record<'width' | 'height' | 'count', number>>): PinFit {
  const columnsOf = (tile: number): number => Math.max(1, Math.floor((width + PINS_GAP) / (tile + PINS_GAP)));
  const columns = columnsOf(SMALL.width);
  const rows = Math.ceil(count / columns);
  const isLow = rows * (SMALL.height + PINS_GAP) <= height * SHARE || rows === 1;
  if (width >= NARROW && isLow) return { size: 'small', columns: Math.min(columns, Math.max(1, count)) };

  return {
    size: 'compact',
    columns: Math.max(Math.min(columnsOf(COMPACT.width), count), Math.ceil(count / MOST_ROWS), 1),
  };
}
