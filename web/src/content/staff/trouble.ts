/** What is wrong with one's own line, sound or camera during a visit. */
export const TROUBLE = {
  reconnecting: 'Your connection was lost. We are getting you back; your seat is kept.',
  recovering: 'Sound and picture were interrupted. They are being set up again.',
  failed: 'This browser cannot take part with sound and picture. Open the visit in another browser.',
  /** [SAFE-5] Said before each reason. */
  cannotHear: 'You cannot hear the others, so they do not hear or see you until you can.',
  why: {
    needsTap: 'The browser keeps the sound off until you press a button.',
    interrupted: 'A call or another program has taken the sound.',
    noOutput: 'No loudspeaker or headset is connected. Connect one.',
    line: 'Nothing arrives over the network. We are trying again.',
  },
  turnSoundOn: 'Turn the sound on',
  interrupted: {
    camera: 'Your camera was taken by another program.',
    microphone: 'Your microphone was taken by another program. The others cannot hear you.',
    both: 'Your camera and microphone were taken by another program.',
  },
  takeBack: 'Take it back',
  blurred:
    'Your camera blurs what is behind you. The others do not get your picture until you turn that off: on Windows in the quick settings under “Studio effects”, on a Mac in the menu of the green camera, on a phone or tablet in its control centre.',
  virtual: (name: string) =>
    `Your camera is a program (${name}), which can change what it shows. Choose the camera itself if there is one.`,
  replaced: {
    camera: (by: string) => `Your camera was disconnected. ${by === '' ? 'Another one' : by} is used now.`,
    microphone: (by: string) => `Your microphone was disconnected. ${by === '' ? 'Another one' : by} is used now.`,
  },
  understood: 'Understood',
} as const;
