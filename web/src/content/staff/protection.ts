/** [SAFE-2] */
export const PROTECTION = {
  onlyThese: 'Only the people in this visit can see and hear you',
  onlyInRoom: 'Only the people in this room can see and hear you',
  ask: 'Who can see and hear you?',
  heading: 'Who can see and hear you',
  means:
    'What you say and show is locked on your device and opened only on the devices of the people you see here. Nobody in between can watch or listen, not even the people who run Doorstep.',
  limits:
    'It cannot stop somebody in the visit from filming, somebody near them from listening, or a device that is itself in other hands.',
  notYet: 'This device has not finished setting this up. It takes a moment.',
  close: 'Close',
  pictures: {
    list: 'Twelve pictures, in their order',
    coming: 'The pictures are coming …',
    none: 'The pictures come as soon as somebody else is here.',
    what: 'Everybody in this room sees the same twelve pictures, as long as nobody is in between.',
  },
  compare: {
    heading: 'Is anybody in between?',
    read: 'Read the pictures aloud. Does everybody see the same?',
    same: 'They are the same',
    start: 'When everybody is here, begin: the pictures change once, for everybody. Then read them aloud.',
    begin: 'Begin to compare',
    changed: 'These are other pictures now: somebody came, went, opened their page anew, or began to compare too.',
    beginAgain: 'Begin again',
    differ: 'They are not the same',
    checked: (time: string) => `Compared at ${time}: they are the same.`,
    again:
      'The pictures have changed since you compared, as they do when somebody comes or opens their page anew. Compare once more.',
    differHeading: 'If they are not the same',
    steps: [
      'Read them once more, slowly, while nobody comes or goes: they change whenever somebody does.',
      'Still not the same: somebody may be watching and listening in between. Say nothing more that has to stay private, and end the call for everyone.',
      'Phone the family on a number that you knew before this call. Do not use one that was said in it.',
      'Tell the people who look after Doorstep in your authority at what time it was.',
    ],
    end: 'End for everyone',
    back: 'Close these steps',
  },
  /** A device that cannot. */
  whose: (name: string, device: string) => `${name}’s ${device}`,
  your: (device: string) => `Your ${device}`,
  open: 'This call is protected only as far as our server.',
  openWhose: (devices: string) =>
    `${devices} cannot lock it from end to end. The host accepted that for this room, and it stands in the record.`,
  openMeans: 'The people who run Doorstep could watch or listen. On the way to our server and back nobody else can.',
  shutOut: (device: string) => `${device} cannot lock the call.`,
  untilHost: 'Nothing of it reaches the others, and nothing reaches it, until the host accepts that.',
  untilYou: 'Nothing of it reaches the others, and nothing reaches it, until you accept that.',
  /** Whose own device it is. */
  ownNext:
    'Nobody sees or hears you now, whatever your camera shows. Open the visit in another browser or on another device: a Chrome, Edge, Firefox or Safari of the last three years can lock it.',
  decide:
    'If you accept it, the people who run Doorstep could watch and listen in its room, and in no other. Or phone them instead.',
  accept: 'Accept and go on',
  phone: 'Tell them we will phone',
  phoneTold: 'Their screen says that you will phone.',
  atTheDoor: 'This device cannot lock the call from end to end.',
  accepted: 'This device cannot lock the call. You accepted that for the room it comes into.',
  notSaid: (device: string) => `${device} has not said yet whether it can protect the call.`,
  exceptions: {
    unprotected: 'Cannot lock the call. Sees and hears nothing in its room until that is accepted.',
    unprotectedAccepted: 'Cannot lock the call. That was accepted for this room.',
  },
} as const;
