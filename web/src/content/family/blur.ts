import type { System } from './deviceProblems.ts';

/** [SEE-3] How a blurred background is turned off, by what the page runs on. */
export const blurWays: Readonly<Record<System, string>> = {
  iphone: 'Swipe down from the top right corner. Tap “Video Effects”. Turn “Portrait” off.',
  ipad: 'Swipe down from the top right corner. Tap “Video Effects”. Turn “Portrait” off.',
  android: 'Swipe down from the top. Look for “Video call effects” and turn the blur off.',
  windows: 'Press the Windows key and A. Click “Studio effects”. Turn the blur off.',
  mac: 'Click the green camera at the top of the screen. Turn “Portrait” off.',
  computer: 'Look for the effects of your camera. Turn the blur off.',
};
