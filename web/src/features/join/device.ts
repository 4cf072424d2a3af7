import type { DeviceKind } from '@doorstep/shared/visit/presence/state.ts';
import type { App } from '../../content/family/apps.ts';
import type { Browser, System } from '../../content/family/deviceProblems.ts';

/** What a browser says of itself. Told, not proven: only ever used for words. */
export interface BrowserTraits {
  readonly userAgent: string;
  /** An iPad calls itself a Macintosh; only its touch points give it away. */
  readonly maxTouchPoints: number;
  readonly hasCameraAccess: boolean;
  readonly isSecure: boolean;
}

export interface DeviceHere {
  readonly kind: DeviceKind;
  readonly system: System;
  readonly browser: Browser;
  /** Held in a hand: turned round rather than chosen from a list, propped up rather than set down. */
  readonly isTouch: boolean;
  /** [JOIN-9] The app inside which the page is shown; null in a browser of its own. */
  readonly app: App | null;
}

/** Each by what it adds to the name of the browser that it is made of; the first that fits. Messenger says that it is Facebook as well. */
const APPS: readonly (readonly [App, RegExp])[] = [
  ['messenger', /Messenger(?:Lite)?ForiOS|Orca-Android/],
  ['instagram', /Instagram/],
  ['facebook', /FBAN|FBAV|FB_IAB/],
  ['snapchat', /Snapchat/],
  ['tiktok', /TikTok|musical_ly|BytedanceWebview|trill_/],
  ['x', /Twitter for iP|TwitterAndroid/],
  ['linkedin', /LinkedInApp/],
  ['google', /\bGSA\//],
  ['line', /\bLine\//],
  ['wechat', /MicroMessenger/],
  ['other', /WhatsApp|Pinterest|Barcelona|Telegram|; wv\)/],
];

const isIpad = ({ userAgent, maxTouchPoints }: BrowserTraits): boolean =>
  /iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);

function systemOf(traits: BrowserTraits): System {
  const { userAgent } = traits;
  if (isIpad(traits)) return 'ipad';
  if (/iPhone|iPod/.test(userAgent)) return 'iphone';
  if (/Android/.test(userAgent)) return 'android';
  if (/Windows/.test(userAgent)) return 'windows';

  return /Macintosh/.test(userAgent) ? 'mac' : 'computer';
}

function kindOf(system: System, userAgent: string): DeviceKind {
  if (system === 'ipad') return 'tablet';
  if (system === 'android') return /Mobile/.test(userAgent) ? 'phone' : 'tablet';
  if (system === 'iphone' || /Mobile/.test(userAgent)) return 'phone';

  return /Windows|Macintosh|Linux|CrOS/.test(userAgent) ? 'computer' : 'unknown';
}

/** Which menus somebody has in front of them. On iPhones and iPads every other browser keeps its permissions where Chrome does. */
function browserOf(system: System, userAgent: string): Browser {
  switch (system) {
    case 'iphone':
      return /CriOS/.test(userAgent) ? 'chromeOnIphone' : isSafari(userAgent) ? 'safariOnIphone' : 'otherOnIphone';
    case 'ipad':
      return /CriOS/.test(userAgent) ? 'chromeOnIpad' : isSafari(userAgent) ? 'safariOnIpad' : 'otherOnIpad';
    case 'android':
      if (/SamsungBrowser/.test(userAgent)) return 'samsungOnAndroid';
      return /Firefox/.test(userAgent) ? 'firefoxOnAndroid' : 'chromeOnAndroid';
    default:
      return onComputer(userAgent);
  }
}

const isSafari = (userAgent: string): boolean =>
  /Version\/.*Safari\//.test(userAgent) && !/CriOS|FxiOS|EdgiOS|OPT\//.test(userAgent);

function onComputer(userAgent: string): Browser {
  if (/Edg\//.test(userAgent)) return 'edgeOnComputer';
  if (/Firefox\//.test(userAgent)) return 'firefoxOnComputer';
  if (/Chrome\//.test(userAgent)) return 'chromeOnComputer';

  return isSafari(userAgent) ? 'safariOnMac' : 'otherOnComputer';
}

/** On iPhones an app's page has neither Safari's name nor another browser's own; a safe page without any camera is in an app too. */
function appOf(system: System, { userAgent, isSecure, hasCameraAccess }: BrowserTraits): App | null {
  const named = APPS.find(([, mark]) => mark.test(userAgent));
  if (named !== undefined) return named[0];

  const isApple = system === 'iphone' || system === 'ipad';
  const isBareView = isApple && !/Safari\/|CriOS|FxiOS|EdgiOS/.test(userAgent);

  return isBareView || (isSecure && !hasCameraAccess) ? 'other' : null;
}

/** What the page runs on, as far as its words depend on it. */
export function deviceHere(traits: BrowserTraits): DeviceHere {
  const system = systemOf(traits);

  return {
    kind: kindOf(system, traits.userAgent),
    system,
    browser: browserOf(system, traits.userAgent),
    isTouch: system === 'iphone' || system === 'ipad' || system === 'android',
    app: appOf(system, traits),
  };
}

/** Reads it from the browser. */
export const traitsOf = ({ navigator, isSecureContext }: Window): BrowserTraits => ({
  userAgent: navigator.userAgent,
  maxTouchPoints: navigator.maxTouchPoints,
  hasCameraAccess: 'mediaDevices' in navigator && navigator.mediaDevices !== undefined,
  isSecure: isSecureContext,
});
