import type { ForEachReader } from './reader.ts';

interface Question {
  readonly heading: string;
  readonly why: string;
  readonly yes: string;
  readonly no: string;
  /** What helps after the answer that needs it; empty where none does. */
  readonly advice: string;
}

interface Grade {
  readonly heading: string;
  readonly what: string;
}

interface DeviceCheckWords {
  readonly ask: {
    readonly heading: string;
    readonly why: (worker: string) => string;
    readonly phoneAsks: string;
    readonly notYet: string;
    readonly turnOn: string;
    readonly turningOn: string;
    readonly soundOnly: string;
  };
  /** On every step. */
  readonly frame: {
    readonly step: (number: string, of: string) => string;
    readonly next: string;
    readonly skip: string;
    readonly straightIn: string;
    readonly going: string;
    readonly soundOnly: string;
    readonly larger: string;
    readonly smaller: string;
  };
  readonly picture: {
    readonly heading: string;
    readonly looking: string;
    readonly light: Readonly<Record<'fine' | 'dark' | 'bright' | 'black' | 'backlit', string>>;
    readonly heightInHand: string;
    readonly heightOnTable: string;
    readonly lookAt: string;
    readonly turnRound: string;
    readonly noPicture: string;
    readonly cameraOn: string;
    readonly camera: string;
    readonly change: string;
  };
  readonly microphone: {
    readonly heading: string;
    readonly sayHello: string;
    readonly heard: string;
    readonly silent: string;
    readonly off: string;
    readonly turnOn: string;
    readonly hearMyself: string;
    readonly speakNow: string;
    readonly playing: string;
    readonly again: string;
    readonly notKept: string;
    readonly microphone: string;
    readonly change: string;
  };
  readonly speaker: Question & { readonly play: string; readonly playAgain: string; readonly onIphone: string };
  readonly network: Readonly<Record<'good' | 'fair' | 'poor' | 'failed' | 'busy', Grade>> & {
    readonly heading: string;
    readonly testing: string;
    readonly again: string;
  };
  readonly overheard: Question;
  readonly headset: Question;
  readonly behind: Question;
  readonly ready: {
    readonly heading: string;
    readonly body: (worker: string) => string;
    readonly goIn: string;
    readonly again: string;
  };
}

/** The check before going in: one thing on each screen, and none of it a must. */
export const deviceCheck: ForEachReader<DeviceCheckWords> = {
  adult: {
    ask: {
      heading: 'Now your camera and sound',
      why: (worker) => `So that you and ${worker} can see and hear each other.`,
      phoneAsks: 'You will be asked if this page may use them. Please choose “Allow”.',
      notYet: 'Nobody can see or hear you yet.',
      turnOn: 'Turn on camera and sound',
      turningOn: 'Waiting for you to allow it …',
      soundOnly: 'Use sound only',
    },
    frame: {
      step: (number, of) => `Step ${number} of ${of}`,
      next: 'Next',
      skip: 'Skip',
      straightIn: 'Go straight in',
      going: 'Telling your worker …',
      soundOnly: 'Use sound only',
      larger: 'Larger',
      smaller: 'Smaller',
    },
    picture: {
      heading: 'This is how you look',
      looking: 'Looking at the light …',
      light: {
        fine: 'Good. We can see you well.',
        dark: 'It is a bit dark. Turn on a light, or face a window.',
        bright: 'It is very bright. Turn away from the light a little.',
        black: 'Your picture is black. Is something over the camera?',
        backlit: 'The light is behind you. Turn round, so that it falls on your face.',
      },
      heightInHand: 'Hold it level with your eyes, on its side. Better still, prop it up.',
      heightOnTable: 'Put the camera level with your eyes.',
      lookAt: 'When you talk, look at the camera.',
      turnRound: 'Turn camera round',
      noPicture: 'Your camera is off',
      cameraOn: 'Turn camera on',
      camera: 'Camera',
      change: 'Use another camera',
    },
    microphone: {
      heading: 'Can we hear you?',
      sayHello: 'Say hello. The bar moves when we hear you.',
      heard: 'Good. We can hear you.',
      silent: 'We hear nothing yet. Speak up, or come closer.',
      off: 'Your microphone is off.',
      turnOn: 'Turn microphone on',
      hearMyself: 'Hear yourself',
      speakNow: 'Speak now …',
      playing: 'This is how you sound …',
      again: 'Hear yourself again',
      notKept: 'Only you hear this. It is not kept.',
      microphone: 'Microphone',
      change: 'Use another microphone',
    },
    speaker: {
      heading: 'Can you hear us?',
      why: 'Press the button. You will hear two soft notes.',
      play: 'Play the sound',
      playAgain: 'Play it again',
      yes: 'Yes, I heard it',
      no: 'No, I did not',
      advice: 'Turn your sound up. Is a headset plugged in, or linked? Take it off or put it on.',
      onIphone: 'Is there a small switch on the side? Flip it, so that no orange shows.',
    },
    network: {
      heading: 'Is your internet fast enough?',
      testing: 'Trying it now. This takes a few seconds …',
      again: 'Try again',
      good: { heading: 'Your internet is good', what: 'Sound and picture will work well.' },
      fair: { heading: 'Your internet is all right', what: 'Pictures may be small. It is better close to your Wi-Fi.' },
      poor: { heading: 'Your internet is weak', what: 'Go close to your Wi-Fi box. Or use sound only.' },
      failed: {
        heading: 'We could not get through',
        what: 'Is your Wi-Fi on? You can still try. Or ask us to phone you.',
      },
      busy: { heading: 'We could not try it just now', what: 'That is fine. Just go on.' },
    },
    overheard: {
      heading: 'Can somebody else hear you?',
      why: 'In the room with you, or through a door.',
      yes: 'Yes, they can',
      no: 'No, nobody',
      advice: 'That is all right. If you like, go to a quieter place or use headphones.',
    },
    headset: {
      heading: 'Do you wear headphones?',
      why: 'With them, only you hear us.',
      yes: 'Yes',
      no: 'No',
      advice: '',
    },
    behind: {
      heading: 'Look what is behind you',
      why: 'Everybody in the meeting sees it. Is that all right?',
      yes: 'Yes, that is fine',
      no: 'No, wait',
      advice: 'Take your time. Turn round or move things. Then go on.',
    },
    ready: {
      heading: 'That is all checked',
      body: (worker) => `Next, we ask who is with you. Then you wait for ${worker}.`,
      goIn: 'I am ready',
      again: 'Check again',
    },
  },
  child: {
    ask: {
      heading: 'Now your camera and sound',
      why: (worker) => `Then ${worker} can see you and hear you.`,
      phoneAsks: 'A question will pop up. Please press “Allow”. A grown-up can help you.',
      notYet: 'Nobody can see or hear you yet.',
      turnOn: 'Turn them on',
      turningOn: 'Waiting for you to press “Allow” …',
      soundOnly: 'I do not want to be seen',
    },
    frame: {
      step: (number, of) => `Step ${number} of ${of}`,
      next: 'Next',
      skip: 'Skip',
      straightIn: 'Go straight in',
      going: 'Telling your worker …',
      soundOnly: 'I do not want to be seen',
      larger: 'Larger',
      smaller: 'Smaller',
    },
    picture: {
      heading: 'There you are!',
      looking: 'Looking at the light …',
      light: {
        fine: 'We can see you well!',
        dark: 'It is a bit dark. Can you turn on a light?',
        bright: 'It is very bright. Can you turn a little?',
        black: 'Your picture is black. Is a finger over the camera?',
        backlit: 'The light is behind you. Can you turn round?',
      },
      heightInHand: 'Turn it on its side. Put it up, so that it sees your face.',
      heightOnTable: 'Put it where it can see your face.',
      lookAt: 'When you talk, look at the camera.',
      turnRound: 'Turn camera round',
      noPicture: 'Your camera is off',
      cameraOn: 'Turn camera on',
      camera: 'Camera',
      change: 'Use another camera',
    },
    microphone: {
      heading: 'Can we hear you?',
      sayHello: 'Say hello! Watch the bar jump.',
      heard: 'We can hear you!',
      silent: 'We hear nothing yet. Say it louder!',
      off: 'Your microphone is off.',
      turnOn: 'Turn microphone on',
      hearMyself: 'Hear yourself',
      speakNow: 'Say something now …',
      playing: 'That is you …',
      again: 'Do it again',
      notKept: 'Only you hear this. It is not kept.',
      microphone: 'Microphone',
      change: 'Use another microphone',
    },
    speaker: {
      heading: 'Can you hear us?',
      why: 'Press the button. You will hear two soft notes.',
      play: 'Play the sound',
      playAgain: 'Play it again',
      yes: 'Yes!',
      no: 'No',
      advice: 'Turn the sound up. A grown-up can help you.',
      onIphone: 'Is there a small switch on the side? Flip it, so that no orange shows.',
    },
    network: {
      heading: 'Is the internet fast enough?',
      testing: 'Trying it now. Count to five …',
      again: 'Try again',
      good: { heading: 'The internet is good!', what: 'Sound and picture will work well.' },
      fair: { heading: 'The internet is all right', what: 'It is better close to the Wi-Fi box.' },
      poor: { heading: 'The internet is weak', what: 'Can you go close to the Wi-Fi box? A grown-up can help you.' },
      failed: { heading: 'We could not get through', what: 'It is not your fault. You can still try.' },
      busy: { heading: 'We could not try it just now', what: 'That is fine. Just go on.' },
    },
    overheard: {
      heading: 'Can somebody else hear you?',
      why: 'In your room, or through the door.',
      yes: 'Yes',
      no: 'No',
      advice: 'That is all right. You can go where it is quiet if you like.',
    },
    headset: {
      heading: 'Do you wear headphones?',
      why: 'With them, only you hear us.',
      yes: 'Yes',
      no: 'No',
      advice: '',
    },
    behind: {
      heading: 'Look what is behind you',
      why: 'Everybody sees it. Is that all right?',
      yes: 'Yes',
      no: 'No, wait',
      advice: 'Take your time. Turn round or move things. Then go on.',
    },
    ready: {
      heading: 'All done!',
      body: (worker) => `Next, we ask who is with you. Then you wait for ${worker}.`,
      goIn: 'I am ready',
      again: 'Check again',
    },
  },
};
