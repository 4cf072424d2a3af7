import { expect, test } from 'vitest';
import { deviceHere } from './device.ts';

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 15_8 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const PHONE = 'Mozilla/5.0 (Linux; Android 11; SM-A125F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/90.0 Mobile';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.6';

const here = (userAgent: string, maxTouchPoints = 5) =>
  deviceHere({ userAgent, maxTouchPoints, hasCameraAccess: true, isSecure: true });

test.each([
  [`${IPHONE} Version/15.6 Mobile/15E148 Safari/604.1`, 5, { kind: 'phone', platform: 'iphone', insideAnApp: false }],
  [`${IPHONE} CriOS/120.0 Mobile/15E148 Safari/604.1`, 5, { kind: 'phone', platform: 'iphone', insideAnApp: false }],
  [`${PHONE} Safari/537.36`, 5, { kind: 'phone', platform: 'android', insideAnApp: false }],
  [`${MAC} Safari/605.1.15`, 5, { kind: 'tablet', platform: 'iphone', insideAnApp: false }],
  [`${MAC} Safari/605.1.15`, 0, { kind: 'computer', platform: 'computer', insideAnApp: false }],
  ['something new', 0, { kind: 'unknown', platform: 'computer', insideAnApp: false }],
] as const)('%s', (userAgent, touch, expected) => {
  expect(here(userAgent, touch)).toEqual(expected);
});

test.each([
  `${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/400.0]`,
  `${IPHONE} Mobile/15E148 Instagram 300.0`,
  `${IPHONE} Mobile/15E148`,
  PHONE.replace('SM-A125F', 'SM-A125F; wv'),
])('[JOIN-9] a page inside an app is known: %s', (userAgent) => {
  expect(here(userAgent).insideAnApp).toBe(true);
});

test('[JOIN-9] a page that has no camera although it is safe is treated as inside an app; an unsafe one is not', () => {
  const bare = { userAgent: `${PHONE} Safari/537.36`, maxTouchPoints: 5, hasCameraAccess: false };

  expect(deviceHere({ ...bare, isSecure: true }).insideAnApp).toBe(true);
  expect(deviceHere({ ...bare, isSecure: false }).insideAnApp).toBe(false);
});
