import type { DeviceView } from '@doorstep/shared/visit/viewShape.ts';
import { describe, expect, test } from 'vitest';
import { aDevice, aPerson } from '../../visit/testViews.ts';
import type { TileView } from './arrange.ts';
import { coverOf, isShown, type PictureFacts, sayInterruption } from './tileWords.ts';

const tile = (change: Partial<DeviceView> = {}, isMe = false): TileView => {
  const device = aDevice('sam-phone', change);
  return { person: aPerson('Sam', { role: 'child', devices: [device] }), device, isMe, hasOtherDevices: isMe };
};
const SEEN: PictureFacts = { arrives: true, sight: 'seen', blur: 'off' };
const says = (change: Partial<DeviceView>, facts: Partial<PictureFacts> = {}) => {
  const cover = coverOf(tile(change), { ...SEEN, ...facts });
  return cover === null ? null : [cover.says, cover.more].filter(Boolean).join(' ');
};

test('nothing lies over a picture that is seen, nor over one that nobody watches', () => {
  expect(says({})).toBe(null);
  expect(says({}, { sight: null })).toBe(null);
  expect(says({}, { sight: 'notShown' })).toBe(null);
});

describe('[SEE-4] what is wrong with a picture is said in words', () => {
  test.each([
    ['frozen', 'Picture frozen'],
    ['black', 'Picture black'],
    ['lost', 'No picture'],
  ] as const)('%s', (sight, words) => {
    expect(says({}, { sight })).toBe(words);
  });

  test('over a picture that stays on the page, so that its next frame is noticed', () => {
    for (const sight of ['frozen', 'black'] as const) expect(isShown(tile(), { ...SEEN, sight })).toBe(true);
    expect(isShown(tile({ interruption: 'camera' }), { ...SEEN, sight: 'frozen' })).toBe(true);
    expect(isShown(tile({ connection: 'reconnecting' }), SEEN)).toBe(true);
    expect(isShown(tile({ camera: 'off' }), SEEN)).toBe(false);
  });

  test('one that is still on its way is coming, and lost only once that has been found', () => {
    expect(says({}, { arrives: false, sight: null })).toBe('The picture is coming …');
    expect(says({}, { arrives: false, sight: 'lost' })).toBe('No picture');
  });

  test('a camera that is off is off, whatever is seen', () => {
    expect(says({ camera: 'off' }, { sight: 'off' })).toBe('Camera is off');
  });
});

describe('[SAFE-5] what has come between a person and their device', () => {
  test('is said with whose device it is', () => {
    expect(says({ interruption: 'camera' }, { sight: 'frozen' })).toBe('Sam’s phone has paused the camera');
    expect(says({ interruption: 'both' })).toBe('Sam’s phone has paused the camera and microphone');
    expect(sayInterruption(tile({ interruption: 'microphone', device: 'tablet' }))).toBe(
      'Sam’s tablet has paused the microphone',
    );
    expect(sayInterruption(tile({ interruption: 'camera', device: 'unknown' }, true))).toBe(
      'Your device has paused the camera',
    );
    expect(sayInterruption(tile())).toBe(null);
  });

  test('a microphone or another app takes no picture away that is there', () => {
    expect(says({ interruption: 'microphone' })).toBe(null);
    expect(says({ interruption: 'hidden' })).toBe(null);
    expect(says({ interruption: 'hidden' }, { sight: 'frozen' })).toMatch(/^Picture frozen Sam’s phone shows another/);
  });

  test('whoever cannot hear us is said so in large letters, and not shown', () => {
    const deaf = tile({ hears: 'no', pictureHeld: true, interruption: 'hidden' });
    expect(coverOf(deaf, SEEN)).toMatchObject({ says: 'Sam cannot hear us', isLarge: true, icon: 'sound' });
    expect(isShown(deaf, SEEN)).toBe(false);
  });
});

describe('[SEE-3] a picture that the server holds back', () => {
  test('is not shown, and the host reads why; nobody else does', () => {
    const held = tile({ pictureHeld: true });
    expect(coverOf(held, { ...SEEN, blur: 'on' })?.says).toBe('Picture held: background blur');
    expect(coverOf(held, { ...SEEN, blur: null })?.says).toBe('Picture held');
    expect(isShown(held, SEEN)).toBe(false);
  });
});

test('[SAFE-2] a device that is shut out shows nothing, and it says why and until when', () => {
  const protection = { key: null, is: 'unprotected' } as const;
  const shut = tile({ protection, pictureHeld: true });
  expect(coverOf(shut, { ...SEEN, blur: 'on' })?.says).toBe('Not shown: this device cannot lock the call');
  expect(coverOf(tile({ protection, camera: 'off' }), SEEN)?.says).toBe('Not shown: this device cannot lock the call');
});

test('[ROST-2] a line that is lost explains everything else', () => {
  const lost = { connection: 'reconnecting', hears: 'no', interruption: 'camera', pictureHeld: true } as const;
  expect(says(lost)).toBe('Connection lost. The seat is kept.');
});
