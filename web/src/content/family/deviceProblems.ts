/** Whose menus somebody has in front of them. */
export type Browser =
  | 'chromeOnAndroid'
  | 'samsungOnAndroid'
  | 'firefoxOnAndroid'
  | 'safariOnIphone'
  | 'chromeOnIphone'
  | 'otherOnIphone'
  | 'safariOnIpad'
  | 'chromeOnIpad'
  | 'otherOnIpad'
  | 'chromeOnComputer'
  | 'edgeOnComputer'
  | 'firefoxOnComputer'
  | 'safariOnMac'
  | 'otherOnComputer';

/** What it all runs on. */
export type System = 'iphone' | 'ipad' | 'android' | 'windows' | 'mac' | 'computer';

type BySystem = Readonly<Record<System, readonly string[]>>;

/** Which of the two does not work. */
export type Part = 'camera' | 'microphone' | 'both';

interface ProblemWords {
  readonly heading: Readonly<Record<Part, string>>;
  readonly body: string;
  /** Null where asking once more cannot help. */
  readonly retry: string | null;
}

const AGAIN = 'Try again';
const PRESS = 'Press the button here.';

const heading = (words: (part: string) => string) => ({
  camera: words('camera'),
  microphone: words('microphone'),
  both: words('camera and microphone'),
});

/** Each way in which a camera or microphone can fail. What to do about it stands below. */
export const deviceProblems = {
  refused: {
    heading: heading((part) => `This page may not use your ${part}`),
    body: 'Somebody chose “Do not allow”. You can change that.',
    retry: AGAIN,
  },
  dismissed: {
    heading: heading((part) => `May we use your ${part}?`),
    body: 'The question went away before you could choose.',
    retry: 'Ask me again',
  },
  bySystem: {
    heading: heading((part) => `Your ${part} is shut off for this app`),
    body: 'You can change that in a minute.',
    retry: AGAIN,
  },
  noDevice: {
    heading: heading((part) => `We cannot find your ${part}`),
    body: 'That can happen. Here is what helps.',
    retry: AGAIN,
  },
  inUse: {
    heading: heading((part) => `Your ${part} is busy`),
    body: 'Another app is using it. A phone call can do that too.',
    retry: AGAIN,
  },
  insecure: {
    heading: heading((part) => `Your ${part} cannot work on this page`),
    body: 'The address of this page is not a safe one.',
    retry: null,
  },
  unsupported: {
    heading: heading((part) => `Your ${part} cannot work here`),
    body: 'This app is too old, or it does not let pages use a camera.',
    retry: null,
  },
  unknown: {
    heading: heading((part) => `Your ${part} did not start`),
    body: 'This can happen. It often works the second time.',
    retry: AGAIN,
  },
} satisfies Record<string, ProblemWords>;

const inAppSettings = (app: string, thing: string): readonly string[] => [
  `Open “Settings” on your ${thing}. Go down to ${app}.`,
  'Turn on “Camera” and “Microphone”.',
  'Come back here and press the button.',
];

const inSafari = (sign: string): readonly string[] => [
  `Tap the small sign ${sign}. Then tap “Website Settings”.`,
  'Set “Camera” and “Microphone” to “Allow”.',
  PRESS,
];

/** Where a browser keeps what was refused. Names in “quotes” are what stands on the person’s own screen. */
export const allowAgain: Readonly<Record<Browser, readonly string[]>> = {
  chromeOnAndroid: [
    'Tap the sign to the left of the address. Then tap “Permissions”.',
    'Turn on “Camera” and “Microphone”.',
    PRESS,
  ],
  samsungOnAndroid: [
    'Tap the lock to the left of the address. Then tap “Permissions”.',
    'Set “Camera” and “Microphone” to “Allow”.',
    PRESS,
  ],
  firefoxOnAndroid: [
    'Tap the lock to the left of the address.',
    'Tap “Blocked” beside “Camera”. Do the same for “Microphone”.',
    PRESS,
  ],
  safariOnIphone: inSafari('beside the address'),
  chromeOnIphone: inAppSettings('“Chrome”', 'iPhone'),
  otherOnIphone: inAppSettings('the app that you use now', 'iPhone'),
  safariOnIpad: inSafari('to the left of the address'),
  chromeOnIpad: inAppSettings('“Chrome”', 'iPad'),
  otherOnIpad: inAppSettings('the app that you use now', 'iPad'),
  chromeOnComputer: ['Click the sign to the left of the address.', 'Turn on “Camera” and “Microphone”.', PRESS],
  edgeOnComputer: [
    'Click the lock to the left of the address. Then click “Permissions for this site”.',
    'Set “Camera” and “Microphone” to “Allow”.',
    PRESS,
  ],
  firefoxOnComputer: [
    'Click the crossed-out camera to the left of the address.',
    'Click the “×” beside each “Blocked”.',
    PRESS,
  ],
  safariOnMac: [
    'Click “Safari” at the top of the screen. Choose “Settings for This Website”.',
    'Set “Camera” and “Microphone” to “Allow”.',
    PRESS,
  ],
  otherOnComputer: ['Click the sign to the left of the address.', 'Set “Camera” and “Microphone” to “Allow”.', PRESS],
};

const everywhere = (...steps: string[]): BySystem => ({
  iphone: steps,
  ipad: steps,
  android: steps,
  windows: steps,
  mac: steps,
  computer: steps,
});

const plugIn = ['Is there a small cover or switch? Open it. Or plug your camera in again.', PRESS];
const restart = (thing: string) => [`Turn your ${thing} off and on again.`, 'Then open your link once more.'];

/** What to do about the others: one thing, on this very phone or computer. */
export const whatHelps: Readonly<Record<Exclude<keyof typeof deviceProblems, 'refused'>, BySystem>> = {
  dismissed: everywhere(PRESS, 'A question comes up. Choose “Allow”.'),
  bySystem: {
    iphone: inAppSettings('the app that you use now', 'iPhone'),
    ipad: inAppSettings('the app that you use now', 'iPad'),
    android: [
      'Open “Settings” on your phone. Tap “Apps”, then the app that you use now.',
      'Tap “Permissions”. Allow “Camera” and “Microphone”.',
      'Come back here and press the button.',
    ],
    windows: [
      'Open “Settings”, then “Privacy & security”, then “Camera”.',
      'Turn everything on there. Do the same for “Microphone”.',
      'Come back here and press the button.',
    ],
    mac: [
      'Open “System Settings”, then “Privacy & Security”, then “Camera”.',
      'Turn on the app that you use now. Do the same for “Microphone”.',
      'Come back here and press the button.',
    ],
    computer: ['Look in the “Settings” of your computer for “Camera”.', 'Turn it on. Then press the button here.'],
  },
  noDevice: {
    iphone: restart('iPhone'),
    ipad: restart('iPad'),
    android: restart('phone'),
    windows: plugIn,
    mac: plugIn,
    computer: plugIn,
  },
  inUse: {
    ...everywhere('Close your other apps. End any call.', PRESS),
    windows: ['Close everything else that can make video calls.', PRESS],
    mac: ['Close everything else that can make video calls.', PRESS],
    computer: ['Close everything else that can make video calls.', PRESS],
  },
  insecure: everywhere('Ask your worker for a new link.', 'Open the new link.'),
  unsupported: {
    ...everywhere(
      'Go back to your message. Copy the link.',
      'Open “Chrome”, “Edge” or “Firefox”. Paste the link there.',
    ),
    iphone: ['Go back to your message. Hold your finger on the link. Copy it.', 'Open “Safari”. Paste the link there.'],
    ipad: ['Go back to your message. Hold your finger on the link. Copy it.', 'Open “Safari”. Paste the link there.'],
    android: [
      'Go back to your message. Hold your finger on the link. Copy it.',
      'Open “Chrome”. Paste the link there.',
    ],
  },
  unknown: {
    iphone: [PRESS, 'Still stuck? Turn your iPhone off and on again.'],
    ipad: [PRESS, 'Still stuck? Turn your iPad off and on again.'],
    android: [PRESS, 'Still stuck? Turn your phone off and on again.'],
    windows: [PRESS, 'Still stuck? Start your computer again.'],
    mac: [PRESS, 'Still stuck? Start your computer again.'],
    computer: [PRESS, 'Still stuck? Start your computer again.'],
  },
};

/** The ways on without. */
export const withoutIt = {
  soundOnly: 'Go on with sound only',
  neither: 'Go on. I will watch and listen',
  callUs: (phone: string) => `Or call us on ${phone}. We can do this by phone.`,
};
