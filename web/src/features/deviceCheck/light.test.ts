import { expect, test } from 'vitest';
import { type Light, lightOf } from './light.ts';

const WIDTH = 16;
const HEIGHT = 12;

/** A grey picture: so bright in the middle, so bright around it. */
function picture(middle: number, edge = middle): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const isMiddle = x >= WIDTH / 4 && x < (WIDTH * 3) / 4 && y >= HEIGHT / 4 && y < (HEIGHT * 3) / 4;
      pixels.fill(isMiddle ? middle : edge, (y * WIDTH + x) * 4, (y * WIDTH + x) * 4 + 3);
    }
  }
  return pixels;
}

test.each<[string, number, number, Light]>([
  ['a covered lens', 3, 3, 'black'],
  ['a room at night', 30, 30, 'dark'],
  ['a lamp in the evening', 90, 60, 'fine'],
  ['daylight', 140, 120, 'fine'],
  ['a white wall in the sun', 240, 240, 'bright'],
  ['somebody before a window', 40, 190, 'backlit'],
  ['a dark coat before a pale wall', 90, 150, 'fine'],
])('[JOIN-4] %s (%i before %i) is %s', (_what, middle, edge, light) => {
  expect(lightOf(picture(middle, edge), WIDTH)).toBe(light);
});
