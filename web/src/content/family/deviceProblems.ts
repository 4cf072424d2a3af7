/** What to try, on this sort of phone or computer. Names in “quotes” are what stands on its own screen. */
interface ByPlatform {
  readonly iphone: readonly string[];
  readonly android: readonly string[];
  readonly computer: readonly string[];
}

interface ProblemWords {
  readonly heading: string;
  readonly body: string;
  readonly steps: ByPlatform;
  readonly retry: string;
}

const same = (...steps: string[]): ByPlatform => ({ iphone: steps, android: steps, computer: steps });

/** Each way in which a camera or microphone can fail, with one next step. */
export const deviceProblems = {
  refused: {
    heading: 'This page may not use your camera',
    body: 'Somebody chose “Do not allow”. You can change that.',
    steps: {
      iphone: [
        'Tap “AA” or the small lines beside the address.',
        'Tap “Website Settings”.',
        'Set “Camera” and “Microphone” to “Allow”.',
        'Press the button here.',
      ],
      android: [
        'Tap the sign to the left of the address.',
        'Tap “Permissions”.',
        'Turn on “Camera” and “Microphone”.',
        'Press the button here.',
      ],
      computer: [
        'Click the sign to the left of the address.',
        'Set “Camera” and “Microphone” to “Allow”.',
        'Press the button here.',
      ],
    },
    retry: 'Try again',
  },
  noDevice: {
    heading: 'We cannot find a camera or microphone',
    body: 'Is yours plugged in and switched on?',
    steps: same('Plug it in or switch it on.', 'Press the button here.'),
    retry: 'Try again',
  },
  inUse: {
    heading: 'Your camera is busy',
    body: 'Another app is using it. A phone call can do that too.',
    steps: same('Close your other apps. End any call.', 'Press the button here.'),
    retry: 'Try again',
  },
  insecure: {
    heading: 'The camera cannot work on this page',
    body: 'The address of this page is not a safe one.',
    steps: same('Ask your worker for a new link.', 'Open the new link.'),
    retry: 'Try again',
  },
  unsupported: {
    heading: 'The camera cannot work here',
    body: 'This app is too old, or it does not let pages use a camera.',
    steps: {
      iphone: [
        'Go back to your message.',
        'Hold your finger on the link. Copy it.',
        'Open Safari. Paste the link there.',
      ],
      android: [
        'Go back to your message.',
        'Hold your finger on the link. Copy it.',
        'Open Chrome. Paste the link there.',
      ],
      computer: ['Go back to your message.', 'Copy the link.', 'Open Chrome, Edge or Safari. Paste the link there.'],
    },
    retry: 'Try again',
  },
  unknown: {
    heading: 'Your camera did not start',
    body: 'This can happen. It often works the second time.',
    steps: same('Press the button here.', 'Still stuck? Turn your phone off and on again.'),
    retry: 'Try again',
  },
} satisfies Record<string, ProblemWords>;

/** When only one of the two is missing: a sentence beside the picture, and the person can go on. */
export const partProblems = {
  camera: {
    refused: 'This page may not use your camera. You can go on with sound.',
    noDevice: 'We cannot find a camera. You can go on with sound.',
    inUse: 'Another app is using your camera. Close that app, then turn the camera on here.',
    insecure: 'The camera cannot work on this page.',
    unsupported: 'The camera cannot work here.',
    unknown: 'Your camera did not start. Try to turn it on here.',
  },
  microphone: {
    refused: 'This page may not use your microphone. You can watch and listen.',
    noDevice: 'We cannot find a microphone. You can watch and listen.',
    inUse: 'Another app is using your microphone. Close that app, then press the button here.',
    insecure: 'The microphone cannot work on this page.',
    unsupported: 'The microphone cannot work here.',
    unknown: 'Your microphone did not start. Press the button here.',
  },
} satisfies Record<string, Record<keyof typeof deviceProblems, string>>;

export const insteadOfCamera = {
  soundOnly: 'Go on with sound only',
  neither: 'Go on. I will watch and listen',
  callUs: (phone: string) => `Or call us on ${phone}. We can do this by phone.`,
};
