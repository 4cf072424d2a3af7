import type { DeviceKind } from '@doorstep/shared/visit/presence/state.ts';
import type { ForEachReader } from './reader.ts';

type ByCamera = Readonly<Record<'on' | 'off' | 'paused', string>>;

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
  /** Each by whether their camera is on or off, or its picture is paused. */
  readonly heard: ByCamera;
  readonly talking: ByCamera;
  readonly silent: ByCamera;
  /** On, and something has come between. */
  readonly soundPaused: ByCamera;
  readonly elsewhere: string;
  readonly deaf: string;
  readonly cannotHear: (name: string) => string;
  /** The same where the name stands right below, and there is little room. */
  readonly cannotHearUs: string;
  /** By what they hold in their hands. */
  readonly cameraPaused: (name: string, thing: string) => string;
  readonly theirCameraPaused: (thing: string) => string;
  readonly things: Readonly<Record<DeviceKind, string>>;
  readonly picturePaused: string;
  readonly microphoneOff: string;
  readonly cameraOff: string;
  readonly pictureComing: string;
  readonly gone: string;
  readonly reconnecting: string;
  readonly stillReconnecting: string;
  readonly back: string;
  /** For those who cannot hear, in large letters. */
  readonly youCannotHear: string;
  readonly tapToHear: string;
  readonly noLoudspeaker: string;
  readonly gettingSoundBack: string;
  /** What another app, or a call, has taken from this device. */
  readonly takenAway: Readonly<Record<'camera' | 'microphone' | 'both', string>>;
  readonly carryOn: string;
  readonly blurred: string;
  readonly otherMicrophone: (name: string) => string;
  readonly otherCamera: (name: string) => string;
  readonly cameraStopped: string;
  readonly cameraBack: string;
  readonly microphoneStopped: string;
  readonly microphoneBack: string;
  readonly pictureFailed: string;
  readonly cameIn: (name: string) => string;
  readonly wentOut: (name: string) => string;
}

/** By its name, where it has one. */
const another = (name: string): string => (name === '' ? 'another one now.' : `this one now: ${name}`);

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
  heard: { on: 'Sound and picture on', off: 'Sound on, camera off', paused: 'Sound on, picture paused' },
  talking: { on: 'Talking, picture on', off: 'Talking, camera off', paused: 'Talking, picture paused' },
  silent: {
    on: 'Microphone off, picture on',
    off: 'Microphone and camera off',
    paused: 'Microphone off, picture paused',
  },
  soundPaused: {
    on: 'Sound paused, picture on',
    off: 'Sound paused, camera off',
    paused: 'Sound and picture paused',
  },
  elsewhere: 'Not looking just now',
  deaf: 'No sound there',
  cannotHear: (name) => `${name} cannot hear us`,
  cannotHearUs: 'Cannot hear us',
  cameraPaused: (name, thing) => `${name}’s ${thing} has paused the camera`,
  theirCameraPaused: (thing) => `Their ${thing} has paused the camera`,
  things: { phone: 'phone', tablet: 'tablet', computer: 'computer', unknown: 'phone or computer' },
  picturePaused: 'Picture paused',
  microphoneOff: 'Microphone off',
  cameraOff: 'Camera off',
  pictureComing: 'Picture is coming',
  gone: 'Lost for a moment',
  reconnecting: 'Your internet stopped for a moment. We are getting you back.',
  stillReconnecting: 'We are still trying. Your place is kept.',
  back: 'You are back.',
  youCannotHear: 'You cannot hear us, so we cannot hear or see you.',
  tapToHear: 'Tap to hear everyone',
  noLoudspeaker: 'Your sound has nowhere to go. Put your headphones or speaker back on.',
  gettingSoundBack: 'The internet is slow. We are getting you back.',
  takenAway: {
    camera: 'Your camera is paused by another app or a call.',
    microphone: 'Your microphone is paused by another app or a call.',
    both: 'Your camera and microphone are paused by another app or a call.',
  },
  carryOn: 'Tap to carry on',
  blurred: 'Your room is blurred, so we cannot see you. Please turn that off.',
  otherMicrophone: (name) => `Your microphone has gone. We use ${another(name)}`,
  otherCamera: (name) => `Your camera has gone. We use ${another(name)}`,
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
    youCannotHear: 'You cannot hear us. So we cannot hear or see you.',
    tapToHear: 'Tap here to hear',
    takenAway: {
      camera: 'Something has paused your camera.',
      microphone: 'Something has paused your microphone.',
      both: 'Something has paused your camera and microphone.',
    },
    blurred: 'Your room is blurred. Please turn that off so that we can see you.',
    cameraBack: 'Tap to turn it on',
    microphoneBack: 'Tap to turn it on',
    pictureFailed: 'It is not working just now. We are trying again.',
  },
};
