import type { DeviceKind } from '@doorstep/shared/visit/presence/state.ts';

/** Whose words for its own settings a person will see. */
export type Platform = 'iphone' | 'android' | 'computer';

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
  readonly platform: Platform;
  /** The page is shown inside another app. */
  readonly insideAnApp: boolean;
}

// Facebook and Messenger, Instagram, WhatsApp, Line, TikTok, Snapchat, WeChat; "; wv" is an Android web view.
const APPS =
  /FBAN|FBAV|FB_IAB|Instagram|WhatsApp|\bLine\/|TikTok|musical_ly|BytedanceWebview|Snapchat|MicroMessenger|; wv\)/i;

const isIpad = ({ userAgent, maxTouchPoints }: BrowserTraits): boolean =>
  /iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);

const isApple = (traits: BrowserTraits): boolean => /iPhone|iPod/.test(traits.userAgent) || isIpad(traits);

function kindOf(traits: BrowserTraits): DeviceKind {
  const { userAgent } = traits;
  if (isIpad(traits)) return 'tablet';
  if (/Android/.test(userAgent)) return /Mobile/.test(userAgent) ? 'phone' : 'tablet';
  if (/iPhone|iPod|Mobile/.test(userAgent)) return 'phone';

  return /Windows|Macintosh|Linux|CrOS/.test(userAgent) ? 'computer' : 'unknown';
}

function platformOf(traits: BrowserTraits): Platform {
  if (isApple(traits)) return 'iphone';

  return /Android/.test(traits.userAgent) ? 'android' : 'computer';
}

/** On iPhones an app's page has neither Safari's name nor another browser's own. */
const isAppleWebView = (traits: BrowserTraits): boolean =>
  isApple(traits) && !/Safari\/|CriOS|FxiOS|EdgiOS/.test(traits.userAgent);

/** What the page runs on, as far as its words depend on it. */
export const deviceHere = (traits: BrowserTraits): DeviceHere => ({
  kind: kindOf(traits),
  platform: platformOf(traits),
  insideAnApp: APPS.test(traits.userAgent) || isAppleWebView(traits) || (traits.isSecure && !traits.hasCameraAccess),
});

/** Reads it from the browser. */
export const traitsOf = ({ navigator, isSecureContext }: Window): BrowserTraits => ({
  userAgent: navigator.userAgent,
  maxTouchPoints: navigator.maxTouchPoints,
  hasCameraAccess: 'mediaDevices' in navigator && navigator.mediaDevices !== undefined,
  isSecure: isSecureContext,
});
