/** The words of `CaptureProblem`: why there is no camera or microphone, and what to do. */
interface ProblemWords {
  readonly heading: string;
  readonly what: string;
}

export const ENTERING = {
  heading: 'Check your camera, microphone and connection',
  back: 'Back to the visit',
  selfView: 'This is how the others see you. For you the picture is turned round as in a mirror.',
  cameraOff: 'Your camera is off',
  whichCamera: 'Which camera',
  whichMicrophone: 'Which microphone',
  deviceNumber: (number: number) => `Device ${number}`,
  sayHello: 'Say something. The bar moves when your microphone hears you.',
  muted: 'Your microphone is off, so the bar does not move.',
  line: {
    heading: 'Your connection',
    testing: 'Trying it now. This takes a few seconds; you need not wait for it.',
    again: 'Try the connection again',
    good: { heading: 'Your connection is good', what: 'Sound and picture will work well.' },
    fair: {
      heading: 'Your connection is only just good enough',
      what: 'Pictures may be small. It helps to close other programs that use the network, and to plug in a cable.',
    },
    poor: {
      heading: 'Your connection is weak',
      what: 'Plug in a cable or go nearer to the Wi-Fi, and close other programs. If it stays weak, go in without a camera: then the family hears you best.',
    },
    failed: {
      heading: 'The connection test did not get through',
      what: 'This network may not let calls through. Try another one, such as your phone’s. You can go in all the same.',
    },
    busy: {
      heading: 'Your connection could not be tried just now',
      what: 'That says nothing about it. Go in, or try it again in a moment.',
    },
  } satisfies { heading: string; testing: string; again: string } & Record<string, string | ProblemWords>,
  beforeHeading: 'Before you go in',
  beforeWhy: 'The host sees your answers, and they are kept with the visit. You can go in without them.',
  yes: 'Yes',
  no: 'No',
  questions: {
    equipment: {
      ask: 'Is this a device of your authority?',
      advice:
        'Use one of your authority if you can. If you go in with your own, the host sees it and it is kept with the visit. Save nothing of the visit on it, and lock it when you leave it.',
    },
    behind: {
      ask: 'Is what is behind you neutral, with nothing private in view?',
      advice:
        'Turn the camera, or put away papers and pictures. Background blur does not help: a blurred picture is not shown.',
    },
    overheard: {
      ask: 'Can somebody else hear you or see your screen?',
      advice:
        'Close the door or go to another room, and wear a headset. If neither is possible, tell the host before you begin.',
    },
    headset: {
      ask: 'Do you wear a headset?',
      advice:
        'In the visit you can keep your microphone closed between turns, so that nobody hears themselves from your loudspeaker.',
    },
  },
  start: 'Start the visit',
  startWhat: 'The visit begins now. Whoever is waiting stays waiting until you let them in.',
  enter: 'Enter the visit',
  without: 'You can go in without a camera. People will hear you and read your name.',
  turnOn: 'Try again',
  problems: {
    refused: {
      heading: 'The browser may not use your camera or microphone',
      what: 'Press the camera or padlock sign beside the address, allow both, then try again.',
    },
    noDevice: {
      heading: 'No camera or microphone was found',
      what: 'Plug one in, or check that it is not switched off, then try again.',
    },
    inUse: {
      heading: 'Another program is using your camera or microphone',
      what: 'Close other calls and camera programs, then try again.',
    },
    insecure: {
      heading: 'This address is not secure',
      what: 'Browsers allow cameras only on https addresses. Open Doorstep at its https address.',
    },
    unsupported: {
      heading: 'This browser cannot use a camera',
      what: 'Open this visit in a current version of Edge, Chrome, Safari or Firefox.',
    },
    unknown: {
      heading: 'The camera or microphone did not start',
      what: 'Try again. If it keeps failing, restart the browser.',
    },
  } satisfies Record<string, ProblemWords>,
  resuming: 'Bringing you back to your seat …',
  entering: 'Going in …',
} as const;

/** Out of the visit, or shut out of it by the door. */
export const OUT = {
  left: { heading: 'You have left the visit', what: 'The others are still in it.' },
  ended: { heading: 'The visit has ended', what: 'Everyone has been disconnected.' },
  removed: { heading: 'You were removed from the visit', what: 'The host can let you in again if you ask.' },
  denied: { heading: 'The host did not let you in', what: 'You can ask again, or speak with the host first.' },
  seatLost: { heading: 'Your connection was lost for too long', what: 'Your seat was given up. You can come back.' },
  linkClosed: { heading: 'You are no longer part of this visit', what: 'Ask the host if you think this is a mistake.' },
  words: 'What everyone was told:',
  comeBack: 'Go back in',
  askToComeBack: 'Ask to come back',
  waiting: {
    heading: 'You are waiting to be let in',
    what: 'The host has been told that you are here.',
    giveUp: 'Stop waiting',
  },
  toVisit: 'To the page of the visit',
  whoWasThere: 'See who was there',
  useHere: 'Use it here',
  reload: 'Reload',
  signIn: 'Sign in again',
  stoppedHeading: 'This page has stopped',
} as const;
