/** [SEE-6] Words around what the host sees of a child. */
export const OBSERVATION = {
  label: (name: string) => `What do you see of ${name}?`,
  hint: 'As you see it, not as you judge it: play, movement, face, who comes close. It goes into the record, and no one in the call sees it.',
  hintNotYet:
    'Does not speak yet, so look: alert or sleepy, skin, clothes, movement, crying, who comforts and how, reaction to your face and voice. It goes into the record, and no one in the call sees it.',
  keep: 'Keep this',
  empty: 'Write what you see first.',
  kept: (count: number, clock: string) =>
    count === 1 ? `1 note, at ${clock}:` : `${count} notes, the last at ${clock}:`,
} as const;
