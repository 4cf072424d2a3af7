import type { ForEachReader } from './reader.ts';

type ByCamera = Readonly<Record<'on' | 'off', string>>;

export interface CallWords {
  readonly heading: string;
  readonly people: string;
  readonly you: string;
  readonly alone: string;
  readonly camera: string;
  readonly microphone: string;
  readonly on: string;
  readonly off: string;
  readonly turnRound: string;
  readonly leave: string;
  readonly leaveQuestion: string;
  readonly leaveAnswer: string;
  readonly stay: string;
  /** Each by whether their camera is on or off. */
  readonly heard: ByCamera;
  readonly talking: ByCamera;
  readonly silent: ByCamera;
  readonly microphoneOff: string;
  readonly cameraOff: string;
  readonly pictureComing: string;
  readonly gone: string;
  readonly reconnecting: string;
  readonly stillReconnecting: string;
  readonly back: string;
  readonly tapToHear: string;
  readonly cameraStopped: string;
  readonly cameraBack: string;
  readonly microphoneStopped: string;
  readonly microphoneBack: string;
  readonly pictureFailed: string;
  readonly cameIn: (name: string) => string;
  readonly wentOut: (name: string) => string;
}

const adult: CallWords = {
  heading: 'Your meeting',
  people: 'People here',
  you: 'You',
  alone: 'You are in. Nobody else is here just now.',
  camera: 'Camera',
  microphone: 'Microphone',
  on: 'On',
  off: 'Off',
  turnRound: 'Turn round',
  leave: 'Leave',
  leaveQuestion: 'Do you want to leave?',
  leaveAnswer: 'Yes, leave',
  stay: 'No, stay here',
  heard: { on: 'Sound and picture on', off: 'Sound on, camera off' },
  talking: { on: 'Talking, picture on', off: 'Talking, camera off' },
  silent: { on: 'Microphone off, picture on', off: 'Microphone and camera off' },
  microphoneOff: 'Microphone off',
  cameraOff: 'Camera off',
  pictureComing: 'Picture is coming',
  gone: 'Lost for a moment',
  reconnecting: 'Your internet stopped for a moment. We are getting you back.',
  stillReconnecting: 'We are still trying. Your place is kept.',
  back: 'You are back.',
  tapToHear: 'Tap to hear everyone',
  cameraStopped: 'Your camera is not working.',
  cameraBack: 'Tap to turn your camera on',
  microphoneStopped: 'Your microphone is not working.',
  microphoneBack: 'Tap to turn your microphone on',
  pictureFailed: 'Sound and picture are not working. We are trying again.',
  cameIn: (name) => `${name} is here now.`,
  wentOut: (name) => `${name} has gone.`,
};

/** In the visit. */
export const familyCall: ForEachReader<CallWords> = {
  adult,
  child: {
    ...adult,
    alone: 'You are in! Nobody else is here just now.',
    leaveQuestion: 'Do you want to stop?',
    leaveAnswer: 'Yes, stop',
    stay: 'No, stay',
    reconnecting: 'The internet stopped. We are getting you back.',
    stillReconnecting: 'We are still trying. It is not your fault.',
    tapToHear: 'Tap here to hear',
    cameraBack: 'Tap to turn it on',
    microphoneBack: 'Tap to turn it on',
    pictureFailed: 'It is not working just now. We are trying again.',
  },
};
