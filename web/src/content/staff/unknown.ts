import type { CaseState, CaseStep } from '@doorstep/shared/visit/unknown/state.ts';

const DANAS = (whose: string, device: string) => `${whose}’s ${device.toLowerCase()}`;

/** [UNK-2] For the host or the chair who has to find out who somebody is: calm, one thing at a time. */
export const UNKNOWN = {
  label: 'People whom nobody expected',
  heading: (count: number) => (count === 1 ? 'Somebody unexpected' : `${count} people unexpected`),
  headline: {
    anotherDevice: (whose: string) => `A second device is using ${whose}’s link`,
    device: (whose: string, device: string) => `Somebody unknown is on ${DANAS(whose, device)}`,
    nearby: (whose: string, device: string) => `Somebody was seen or heard near ${DANAS(whose, device)}`,
    nowhere: 'Somebody was seen or heard off camera',
  },
  since: (time: string) => `since ${time}`,
  noticedBy: (name: string) => `Noticed by ${name}`,
  noticedByYou: 'Noticed by you',
  place: {
    door: 'It waits at the door, and sees and hears nothing.',
    inside: 'It is in the visit.',
    gone: 'It is no longer connected.',
  },
  next: {
    noticed: 'Next: ask the family',
    familyAsked: 'The family was asked',
    explained: 'The family explained; not introduced yet',
    refused: 'Would not say who they are',
    warned: 'Warned that the call will end',
    left: 'Has left; take note of it',
  } satisfies Partial<Record<CaseState, string>>,
  toSteps: 'What to do',
  hideSteps: 'Hide',
  overDialog: 'Close this and see what to do',
  door: {
    admit: 'Let in and ask there',
    hostAdmits: 'Only the host can let it in.',
    choose: 'Two sides are kept apart. To let it in, choose the room in the list of who is waiting.',
    deny: 'Do not let in',
    denyAndStop: 'Do not let in, and stop the link',
    deniedBefore: 'You said no to this link once already. If you say it again, it stops working.',
  },
  otherSteps: 'Or, if it is so:',
  later: 'The steps can be taken once the visit has started.',
  missing: 'Write this first',
  history: 'What happened so far',
  settled: (count: number) => `Dealt with (${count})`,
  done: {
    noticed: 'Noticed',
    familyAsked: 'Family asked',
    explained: 'Explained by the family',
    refused: 'Would not say',
    described: 'Described',
    warned: 'Warned',
    introduced: 'Introduced',
    nobody: 'Nobody was there after all',
    left: 'Left',
    removed: 'Not let in, or removed',
    callEnded: 'Call ended for everyone',
    closed: 'Noted and closed',
  } satisfies Record<CaseStep['to'], string>,
  raise: {
    device: 'I do not know this person',
    nearby: 'Somebody else is there',
    with: (name: string) => `with ${name}`,
    as: (name: string) => `who is here as ${name}`,
    deviceHeading: 'Whom do you not know?',
    nearbyHeading: 'Who else is there?',
    which: 'On which device?',
    near: 'Near which device?',
    nowhere: 'I cannot tell',
    words: 'What did you see or hear?',
    wordsHint: 'A few words, if you like. They go to the record.',
    tells: (host: string) => `${host}, who hosts, is told at once. The family sees nothing of it.`,
    tellsNobody: 'The steps to take come next. The family sees nothing of it.',
    yes: 'Raise it',
    told: (host: string, time: string) => `${host} was told at ${time}.`,
    toldDone: 'All right',
  },
  /** The words for what is asked of the host at each step. `say`: to be said aloud, and not kept. */
  steps: {
    askFamily: {
      choose: 'Ask the family',
      guide: 'Ask somebody of the family whom you know. Say this, or your own words:',
      yes: 'I have asked',
    },
    explain: {
      choose: 'They told me who it is',
      guide: 'Write down what they said: who it is, and why they are there.',
      yes: 'Keep what they said',
    },
    introduce: {
      choose: 'They introduced themselves',
      guide: 'Ask the person themselves, not somebody for them:',
      say: '“Hello. Would you tell us your name, please, and how you know the family?”',
      yes: 'They have introduced themselves',
    },
    refuse: {
      choose: 'They would not say',
      guide: 'Write down how it went.',
      yes: 'They would not say',
    },
    describe: {
      choose: 'Describe them',
      guide: 'What anybody could have seen or heard, without guessing.',
      yes: 'Keep the description',
    },
    warn: {
      choose: 'Warn that the call will end',
      guide: 'Stop the conversation, and say this calmly:',
      yes: 'I have said it',
    },
    left: {
      choose: 'They have left',
      guide: 'Make sure of it with the family.',
      yes: 'They have left',
    },
    nobody: {
      choose: 'Nobody was there after all',
      guide: 'Write down what it was, a television for example.',
      yes: 'Nobody was there',
    },
    close: {
      choose: 'Take note and close',
      guide: 'This person has gone and was never introduced. Note what should be remembered.',
      yes: 'Take note and close',
    },
    remove: {
      choose: 'Remove from the visit',
      guide: 'They are disconnected at once.',
      yes: 'Remove',
    },
    end: {
      choose: 'End the call for everyone',
      guide: 'Everyone is disconnected at once. They read these words:',
      yes: 'End the call for everyone',
    },
  },
  removes: {
    link: (whose: string) =>
      `${whose} is disconnected at once on all devices, and the link stops working. To come back they need a new link from you.`,
    signsIn: (whose: string) => `${whose} is disconnected at once. To come back they have to ask.`,
  },
  fields: {
    aloud: 'What you say aloud',
    said: 'What the family said',
    happened: 'What happened',
    wasThere: 'What it was',
    note: 'Note (optional)',
    name: 'Their name',
    relationship: 'Who they are to the child',
    voice: 'Voice',
    looks: 'Looks',
    where: 'Where they are',
    reason: 'What everyone reads',
  },
  suggestions: {
    ask: {
      anotherDevice: (whose: string) =>
        `I can see that a second device has come with ${whose}’s link. Whose is it, please, and why are they here?`,
      device: (whose: string, device: string) =>
        `I do not know who is on ${DANAS(whose, device)}. Who is it, please, and why are they here?`,
      nearby: 'I think somebody else is with you. Who is it, please, and why are they there?',
    },
    refuse: 'Asked for their name, and was given none.',
    warn: 'I have to stop for a moment. Somebody is here whom I do not know. Please tell us who you are, or leave. If neither happens, I will end the call for everyone.',
    end: 'We have to stop here for today, because we could not make sure who was with us. I will call you.',
  },
} as const;
