import type { ForEachReader } from './reader.ts';

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
  readonly check: {
    readonly heading: string;
    readonly soundHeading: string;
    readonly tip: string;
    readonly sayHello: string;
    readonly heard: string;
    readonly microphone: string;
    readonly camera: string;
    readonly change: string;
    readonly turnRound: string;
    readonly noPicture: string;
    readonly cameraOn: string;
    readonly microphoneOn: string;
    readonly ready: string;
    readonly going: string;
  };
}

/** The camera and microphone check. */
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
    check: {
      heading: 'This is how you look',
      soundHeading: 'Check your sound',
      tip: 'Prop it up, level with your eyes. Light on your face helps.',
      sayHello: 'Say hello. The bar moves when we hear you.',
      heard: 'Good. We can hear you.',
      microphone: 'Microphone',
      camera: 'Camera',
      change: 'Use another camera or microphone',
      turnRound: 'Turn camera round',
      noPicture: 'Your camera is off',
      cameraOn: 'Turn camera on',
      microphoneOn: 'Turn microphone on',
      ready: 'I am ready',
      going: 'Telling your worker …',
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
    check: {
      heading: 'There you are!',
      soundHeading: 'Can we hear you?',
      tip: 'Put it where it can see your face.',
      sayHello: 'Say hello! Watch the bar jump.',
      heard: 'We can hear you!',
      microphone: 'Microphone',
      camera: 'Camera',
      change: 'Use another camera',
      turnRound: 'Turn camera round',
      noPicture: 'Your camera is off',
      cameraOn: 'Turn camera on',
      microphoneOn: 'Turn microphone on',
      ready: 'I am ready',
      going: 'Telling your worker …',
    },
  },
};
