import { describe, expect, test } from 'vitest';
import { deviceHere } from './device.ts';

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 15_8 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const PHONE = 'Mozilla/5.0 (Linux; Android 11; SM-A125F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/90.0 Mobile';
const FIREFOX_PHONE = 'Mozilla/5.0 (Android 13; Mobile; rv:120.0) Gecko/120.0 Firefox/120.0';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0';
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:120.0) Gecko/20100101 Firefox/120.0';

const here = (userAgent: string, maxTouchPoints = 5) =>
  deviceHere({ userAgent, maxTouchPoints, hasCameraAccess: true, isSecure: true });

describe('[JOIN-4] each is told about its own menus', () => {
  test.each([
    [`${IPHONE} Version/15.6 Mobile/15E148 Safari/604.1`, 'phone', 'iphone', 'safariOnIphone'],
    [`${IPHONE} CriOS/120.0 Mobile/15E148 Safari/604.1`, 'phone', 'iphone', 'chromeOnIphone'],
    [`${IPHONE} FxiOS/120.0 Mobile/15E148 Safari/605.1.15`, 'phone', 'iphone', 'otherOnIphone'],
    [`${IPHONE} Version/17.0 EdgiOS/120.0 Mobile/15E148 Safari/604.1`, 'phone', 'iphone', 'otherOnIphone'],
    [`${MAC} Version/15.6 Safari/605.1.15`, 'tablet', 'ipad', 'safariOnIpad'],
    [`${MAC} CriOS/120.0 Safari/605.1.15`, 'tablet', 'ipad', 'chromeOnIpad'],
    [`${PHONE} Safari/537.36`, 'phone', 'android', 'chromeOnAndroid'],
    [`${PHONE.replace(' Mobile', '')} Safari/537.36`, 'tablet', 'android', 'chromeOnAndroid'],
    [`${PHONE} SamsungBrowser/23.0 Safari/537.36`, 'phone', 'android', 'samsungOnAndroid'],
    [FIREFOX_PHONE, 'phone', 'android', 'firefoxOnAndroid'],
  ] as const)('%s', (userAgent, kind, system, browser) => {
    expect(here(userAgent)).toEqual({ kind, system, browser, isTouch: true, app: null });
  });

  test.each([
    [`${WINDOWS} Safari/537.36`, 'windows', 'chromeOnComputer'],
    [`${WINDOWS} Safari/537.36 Edg/120.0`, 'windows', 'edgeOnComputer'],
    [FIREFOX, 'windows', 'firefoxOnComputer'],
    [`${MAC} Version/15.6 Safari/605.1.15`, 'mac', 'safariOnMac'],
    [`${MAC} Chrome/120.0 Safari/537.36`, 'mac', 'chromeOnComputer'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0', 'computer', 'firefoxOnComputer'],
  ] as const)('%s', (userAgent, system, browser) => {
    expect(here(userAgent, 0)).toEqual({ kind: 'computer', system, browser, isTouch: false, app: null });
  });

  test('something new is taken for a computer that nobody knows', () => {
    expect(here('something new', 0)).toMatchObject({ kind: 'unknown', system: 'computer', browser: 'otherOnComputer' });
  });
});

test.each([
  [`${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/400.0]`, 'facebook'],
  [`${PHONE.replace('SM-A125F', 'SM-A125F; wv')} Safari/537.36 [FB_IAB/FB4A;FBAV/400.0]`, 'facebook'],
  [`${IPHONE} Mobile/15E148 [FBAN/MessengerForiOS;FBAV/400.0]`, 'messenger'],
  [`${PHONE} Safari/537.36 [FB_IAB/Orca-Android;FBAV/400.0]`, 'messenger'],
  [`${IPHONE} Mobile/15E148 Instagram 300.0`, 'instagram'],
  [`${IPHONE} Mobile/15E148 Snapchat/12.0`, 'snapchat'],
  [`${IPHONE} Mobile/15E148 musical_ly_30.0 BytedanceWebview/d8a21c6`, 'tiktok'],
  [`${IPHONE} Mobile/15E148 Twitter for iPhone/10.0`, 'x'],
  [`${PHONE} Safari/537.36 [LinkedInApp]`, 'linkedin'],
  [`${IPHONE} GSA/290.0 Mobile/15E148 Safari/604.1`, 'google'],
  [`${IPHONE} Mobile/15E148 Safari Line/13.0`, 'line'],
  [`${PHONE} Safari/537.36 MicroMessenger/8.0`, 'wechat'],
  [`${IPHONE} Mobile/15E148`, 'other'],
  [PHONE.replace('SM-A125F', 'SM-A125F; wv'), 'other'],
] as const)('[JOIN-9] a page inside an app is known, by the name of the app: %s', (userAgent, app) => {
  expect(here(userAgent).app).toBe(app);
});

test('[JOIN-9] a page that has no camera although it is safe is treated as inside an app; an unsafe one is not', () => {
  const bare = { userAgent: `${PHONE} Safari/537.36`, maxTouchPoints: 5, hasCameraAccess: false };

  expect(deviceHere({ ...bare, isSecure: true }).app).toBe('other');
  expect(deviceHere({ ...bare, isSecure: false }).app).toBeNull();
});
