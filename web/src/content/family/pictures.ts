/**
 * The pictures of a safety code by number, as everybody reads them aloud; none sounds or looks like another. Each is drawn in
 * `public/pictures.svg` under its name. Devices with different lists would not see the same code: nothing here is ever moved.
 */
export const PICTURES = [
  ...['apple', 'anchor', 'balloon', 'banana', 'bath', 'bed', 'bell', 'bike'],
  ...['bird', 'boat', 'book', 'bus', 'cake', 'carrot', 'castle', 'cat'],
  ...['chair', 'clock', 'cloud', 'cookie', 'diamond', 'dog', 'drum', 'egg'],
  ...['fish', 'flag', 'flower', 'glasses', 'grapes', 'guitar', 'hammer', 'heart'],
  ...['helicopter', 'house', 'ice cream', 'key', 'lamp', 'leaf', 'lollipop', 'magnet'],
  ...['milk', 'moon', 'mountain', 'panda', 'pencil', 'piano', 'pizza', 'present'],
  ...['puzzle', 'rabbit', 'rainbow', 'sandwich', 'scissors', 'shirt', 'snail', 'snowflake'],
  ...['squirrel', 'star', 'sun', 'tractor', 'train', 'tree', 'turtle', 'umbrella'],
] as const;

export type PictureName = (typeof PICTURES)[number];

/** Where a picture is drawn. */
export const drawingOf = (name: PictureName): string => `/pictures.svg#${name.replace(' ', '-')}`;
