/** How the frames of pictures are cut, for all of them alike: `wide` 16:9, `classic` 4:3, `square` where a phone is held upright. */
export type Shape = 'wide' | 'classic' | 'square';

/** Width over height of each. */
export const RATIOS: Readonly<Record<Shape, number>> = { wide: 16 / 9, classic: 4 / 3, square: 1 };

const NEARLY_WIDE = 1.6;

/** The frame that loses least of these pictures; each ratio is a width over a height. Nothing is ever cut off inside it. */
export function shapeFor(ratios: readonly number[]): Shape {
  if (ratios.some((ratio) => ratio < 1)) return 'square';
  return ratios.length > 0 && ratios.every((ratio) => ratio >= NEARLY_WIDE) ? 'wide' : 'classic';
}
