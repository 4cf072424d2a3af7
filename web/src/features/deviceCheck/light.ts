/** What a picture lacks. `backlit`: the middle is dark before a bright ground, as before a window. */
export type Light = 'fine' | 'dark' | 'bright' | 'black' | 'backlit';

/** Brightness by Rec. 601, 0 to 255. Set by pictures of faces: a covered lens stays under 12, a lamp in the evening above 50. */
const BLACK = 12;
const DARK = 50;
const BRIGHT = 215;
/** How much brighter the edges are than the middle when somebody sits before a window. */
const BACKLIT_BY = 90;
const FACE_IN_SHADE = 80;

/** How a picture is lit, from its pixels (RGBA, row by row, `width` in a row). */
export function lightOf(pixels: Uint8ClampedArray, width: number): Light {
  const height = pixels.length / 4 / width;
  const middle = { sum: 0, count: 0 };
  const edge = { sum: 0, count: 0 };
  for (let at = 0; at < pixels.length / 4; at += 1) {
    const isMiddle = isBetween((at % width) / width) && isBetween(Math.floor(at / width) / height);
    const part = isMiddle ? middle : edge;
    part.sum += brightness(pixels, at * 4);
    part.count += 1;
  }
  return verdict(middle.sum / middle.count, edge.sum / edge.count);
}

const isBetween = (share: number): boolean => share >= 0.25 && share < 0.75;

const brightness = (pixels: Uint8ClampedArray, at: number): number =>
  0.299 * (pixels[at] ?? 0) + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0);

function verdict(middle: number, edge: number): Light {
  const all = middle / 4 + (edge * 3) / 4;
  if (all < BLACK) return 'black';
  if (middle < FACE_IN_SHADE && edge - middle > BACKLIT_BY) return 'backlit';
  if (all < DARK) return 'dark';

  return all > BRIGHT ? 'bright' : 'fine';
}
