import type { CheckReport, HelpAsked, HelpHint } from '@doorstep/shared/visit/checks/state.ts';

/** What a hint is for, in few words; what the family reads stands with the words for families. */
export const HINTS: Readonly<Record<HelpHint, string>> = {
  turnSideways: 'Turn the phone sideways',
  tapCamera: 'Turn the camera on',
  moreLight: 'More light',
  faceTheCamera: 'Hold it so that the face is seen',
  speakUp: 'Speak up',
  turnSoundUp: 'Turn the sound up',
  closeOtherApps: 'Close other apps',
  useWifi: 'Use Wi-Fi',
  openInBrowser: 'Open the link in a browser',
  takeYourTime: 'Take your time',
  weWillPhone: 'We will phone you',
};

type Finding<Key extends keyof CheckReport> = Readonly<Partial<Record<Exclude<CheckReport[Key], undefined>, string>>>;

/** [JOIN-4] What is not fine, in words. What works, was not tried or was skipped has none. */
export const FINDINGS: { readonly [Key in keyof CheckReport]-?: Finding<Key> } = {
  camera: {
    refused: 'The camera was not allowed',
    missing: 'No camera was found',
    inUse: 'Another app has the camera',
    failed: 'The camera did not start',
  },
  picture: { dark: 'The picture is dark', bright: 'The picture is too bright', black: 'The picture is black' },
  microphone: {
    refused: 'The microphone was not allowed',
    missing: 'No microphone was found',
    inUse: 'Another app has the microphone',
    failed: 'The microphone did not start',
    silent: 'The microphone picks nothing up',
  },
  speaker: { notHeard: 'Did not hear the test sound' },
  network: {
    fair: 'The connection is only just good enough',
    poor: 'The connection is weak',
    failed: 'The connection test did not get through',
  },
  overheard: { yes: 'Somebody near them can hear' },
  headset: {},
  behind: { toTidy: 'Would like to tidy what is behind them' },
  equipment: { personal: 'Uses a device of their own, not the authority’s' },
};

export const HELP = {
  send: 'Send help',
  sendTo: (name: string) => `to ${name}`,
  heading: (name: string) => `What should ${name} read?`,
  what: 'It appears on their screen at once and stays until they have read it.',
  fits: 'Fits what was found',
  sent: (words: string) => `On their screen: “${words}”`,
  asked: {
    phoneMe: (name: string) => `${name} asks to be phoned`,
    stuck: (name: string) => `${name} says they are stuck`,
  } satisfies Record<HelpAsked, (name: string) => string>,
  done: 'Done',
  doneFor: (name: string) => `with what ${name} asked`,
  check: {
    notYet: 'Not checked yet',
    fine: 'Check: all fine',
    partly: 'Check: nothing amiss, not all of it done',
  },
} as const;

export const DOOR = {
  heading: 'At the door',
  gettingReady: 'Getting ready',
  gettingReadySince: (device: string, time: string) => `${device}, since ${time}`,
  missing: 'Not here yet',
  people: (count: number) => `${count} people`,
  late: (time: string) => `Late: planned for ${time}`,
  early: (time: string) => `Planned for ${time}. There is time yet.`,
  due: (time: string) => `Planned for ${time}. A few minutes more are usual.`,
} as const;
