/** Apps that open links inside themselves, by how they name themselves to pages. WhatsApp gives links away, so it has no steps here. */
export type App =
  | 'facebook'
  | 'messenger'
  | 'instagram'
  | 'snapchat'
  | 'tiktok'
  | 'x'
  | 'linkedin'
  | 'google'
  | 'line'
  | 'wechat'
  | 'other';

interface AppWords {
  /** As people call it. */
  readonly name: string;
  /** The way out that its own menu has; none where we do not know the app. */
  readonly onIphone: readonly string[];
  readonly elsewhere: readonly string[];
}

const menu = (where: string, item: string): readonly string[] => [`Tap the three dots ${where}.`, `Tap “${item}”.`];

export const apps: Readonly<Record<App, AppWords>> = {
  facebook: {
    name: 'Facebook',
    onIphone: menu('at the bottom', 'Open in external browser'),
    elsewhere: menu('at the top', 'Open in external browser'),
  },
  messenger: {
    name: 'Messenger',
    onIphone: menu('at the bottom', 'Open in external browser'),
    elsewhere: menu('at the top', 'Open in external browser'),
  },
  instagram: {
    name: 'Instagram',
    onIphone: menu('at the top', 'Open in external browser'),
    elsewhere: menu('at the top', 'Open in external browser'),
  },
  snapchat: {
    name: 'Snapchat',
    onIphone: menu('in the corner', 'Open in Safari'),
    elsewhere: menu('in the corner', 'Open in browser'),
  },
  tiktok: {
    name: 'TikTok',
    onIphone: menu('at the top', 'Open in browser'),
    elsewhere: menu('at the top', 'Open in browser'),
  },
  x: {
    name: 'X',
    onIphone: menu('in the corner', 'Open in Safari'),
    elsewhere: menu('at the top', 'Open in browser'),
  },
  linkedin: {
    name: 'LinkedIn',
    onIphone: menu('at the top', 'Open in Safari'),
    elsewhere: menu('at the top', 'Open in browser'),
  },
  google: {
    name: 'Google',
    onIphone: menu('in the corner', 'Open in Safari'),
    elsewhere: menu('at the top', 'Open in Chrome'),
  },
  line: {
    name: 'LINE',
    onIphone: menu('in the corner', 'Open in default browser'),
    elsewhere: menu('at the top', 'Open in other app'),
  },
  wechat: {
    name: 'WeChat',
    onIphone: menu('at the top', 'Open in Safari'),
    elsewhere: menu('at the top', 'Open in browser'),
  },
  other: { name: 'an app', onIphone: [], elsewhere: [] },
};

/** A page inside another app, which often cannot use the camera. */
export const insideAnApp = {
  heading: (app: string) => `This page is open inside ${app}`,
  why: 'Your camera may not work here.',
  whatToDo: 'What to do',
  orCopy: 'If you do not find that',
  copyOnIphone: ['Copy your link with the button.', 'Open Safari.', 'Paste the link at the top.'],
  copyElsewhere: ['Copy your link with the button.', 'Open Chrome.', 'Paste the link at the top.'],
  copy: 'Copy my link',
  copiedOnIphone: 'Your link is copied. Now open Safari.',
  copiedElsewhere: 'Your link is copied. Now open Chrome.',
  notCopied: 'We could not copy it. Go back to your message. Hold your finger on the link to copy it.',
  goOn: 'Stay here and try',
};
