import type { Blur, Condition, Interruption } from '@doorstep/shared/visit/condition/state.ts';
import type { Sight } from '@doorstep/shared/visit/sight/state.ts';
import type { SaidWho } from '@doorstep/shared/visit/viewShape.ts';

/** [SEE-3] As the device reports it: what it cannot report is not known, and never called off. */
export const BLUR: Readonly<Record<Blur, string>> = {
  on: 'Blur on',
  off: 'Blur off',
  notKnown: 'Blur not known',
};

/** [SEE-7] */
export const CAMERA_KINDS: Readonly<Record<Condition['camera'], string>> = {
  ordinary: 'Ordinary camera',
  virtual: 'Virtual camera',
  notKnown: 'Kind of camera not known',
};

/** [SEE-4] What the host's own screen shows of a child or parent. */
export const SIGHTS: Readonly<Record<Sight, string>> = {
  seen: 'Seen',
  frozen: 'The picture stands still',
  black: 'The picture is black',
  lost: 'No picture arrives',
  off: 'Camera is off',
  notShown: 'Not on your screen now',
};

export const SAID_WHO: Readonly<Record<SaidWho, string>> = {
  notSaid: 'Has not said who is with them',
  asked: 'Asked who is with them. No answer yet.',
  said: 'Says that nobody is with them',
};

export const ROSTER = {
  heading: 'People',
  here: (count: number) => `${count} here`,
  lookAt: 'Look at',
  late: (state: string) => `${state}, late`,
  more: 'more',
  speaksNotYet: 'does not speak yet',
  signsIn: 'Signed in',
  link: 'By link only',
  second: 'second device',
  with: 'With them:',
  notIntroduced: 'not introduced',
  exceptions: {
    unexpected: 'Not expected. Go on with the steps in the alert.',
    quickExit: 'Left by the quick exit. Check that they are safe, and take care how you contact them.',
    cannotHear: 'Their device plays no sound. Their own sound and picture wait until they can hear.',
    blurred: 'The background is blurred. The picture is held back until blur is off.',
    virtual: 'A virtual camera: a program makes this picture. Ask for the real camera.',
    cameraOff: 'Camera is off',
    interruption: {
      none: null,
      camera: 'Another app or a phone call has the camera',
      microphone: 'Another app or a phone call has the microphone',
      both: 'Another app or a phone call has the camera and microphone',
      hidden: 'Another app is in front, or the screen is locked',
    } satisfies Record<Interruption, string | null>,
    cannotSeeUs: 'Says they cannot see the others',
    cannotHearUs: 'Says they cannot hear the others',
    calledOn: 'Called on to say who they are',
    notIntroduced: 'Not introduced yet',
  },
  details: {
    known: 'Known by',
    knownBy: { signsIn: 'Signed in with the authority', link: 'Their own link. Nothing else proves who it is.' },
    since: 'Since',
    introduced: 'Introduced',
    introducedAs: { notYet: 'Not yet', calledOn: 'Called on now', done: 'Yes' },
    with: 'With them',
    addedLate: 'Added after the start',
    microphone: { on: 'Microphone on', off: 'Microphone off' },
    camera: { on: 'Camera on', off: 'Camera off' },
    reconnecting: 'Connection lost',
    senses: { fine: 'Sees and hears', notAnswered: 'Has not said whether they see and hear' },
    place: {
      inside: 'In the visit',
      elsewhere: 'In another room',
      door: 'Waiting at the door',
      gettingReady: 'Getting ready',
    },
  },
  askWho: 'Ask who is with them',
  askWhoOf: (name: string) => `Ask ${name} who is with them`,
  askEverybody: 'Ask everybody who is with them',
  askedEverybody: (count: number) => `Asked. ${count === 1 ? '1 has' : `${count} have`} not answered yet.`,
  remove: 'Remove',
  you: 'You',
} as const;
