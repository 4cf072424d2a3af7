import type { Interruption } from '@doorstep/shared/visit/condition/state.ts';

/** What a professional reads on a tile about a picture or a device that is not as it should be. */
export const SIGHT = {
  frozen: 'Picture frozen',
  black: 'Picture black',
  lost: 'No picture',
  held: 'Picture held',
  heldForBlur: 'Picture held: background blur',
  /** [SAFE-2] */
  shutOut: 'Not shown: this device cannot lock the call',
  cannotHear: (name: string) => `${name} cannot hear us`,
  cannotHearWhat: 'Their sound and picture wait until they can.',
  cannotHearHere: 'No sound on that device of yours',
  whose: (name: string, device: string) => `${name}’s ${device.toLowerCase()}`,
  yours: (device: string) => `Your ${device.toLowerCase()}`,
  interruption: {
    none: null,
    camera: (whose: string) => `${whose} has paused the camera`,
    microphone: (whose: string) => `${whose} has paused the microphone`,
    both: (whose: string) => `${whose} has paused the camera and microphone`,
    hidden: (whose: string) => `${whose} shows another app, or its screen is locked`,
  } satisfies Record<Interruption, ((whose: string) => string) | null>,
  pins: 'Always in sight: child and parents',
} as const;
