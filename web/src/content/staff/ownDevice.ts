/** What a professional is told and offered about their own device during a visit; nobody else sees any of it. */
export const OWN_DEVICE = {
  turns: {
    heading: 'Without a headset others may hear themselves',
    offer: 'You can keep your microphone closed between turns. Hold the Space bar, or a button here, while you talk.',
    accept: 'Close it between turns',
    decline: 'No, thank you',
    hold: 'Hold to talk',
    held: 'You are heard',
    how: 'Your microphone is closed. Hold the button or the Space bar while you talk.',
    letGo: 'Let go when you have finished.',
    isOn: 'Your microphone is on.',
    stop: 'Stop this',
  },
  away: {
    says: (howLong: string) => `You were away from this visit for ${howLong}. Only you see this: nobody else was told.`,
    understood: 'Understood',
    seconds: (count: number) => `${count} seconds`,
    minutes: (count: number) => (count === 1 ? '1 minute' : `${count} minutes`),
    overAnHour: 'more than an hour',
  },
} as const;
