import type { Against } from '@doorstep/shared/visit/separation/state.ts';

const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** "Dana Hughes, Sam Hughes and Ray Cole" */
const all = (names: readonly string[]): string => listed.format(names);

/** [PLAN-10] Everything that staff read about keeping people of the family apart. */
export const KEPT_APART = {
  heading: 'Keep people apart',
  question: 'Is there anybody who must not know that somebody else is in this visit?',
  what: 'They each have their own waiting room and their own meeting room. Neither learns that the other is there. You move between them.',
  limits:
    'Professionals are shown to everyone by name and role. Take care what your own messages say, and that people are not in earshot of each other.',
  answers: { no: 'No', yes: 'Yes' },
  change: 'Change',
  from: 'Kept apart from',
  changeOf: (name: string) => `who ${name} is kept apart from`,
  dialog: (name: string) => `Who is ${name} kept apart from?`,
  ways: {
    no: 'Nobody',
    these: 'These people',
    allBut: 'Everyone of the family but these people',
  } satisfies Record<'no' | Against['is'], string>,
  allButHint: 'Also from anyone who is added later.',
  ticks: {
    these: (name: string) => `${name} is kept apart from`,
    allBut: (name: string) => `${name} may meet`,
  } satisfies Record<Against['is'], (name: string) => string>,
  already: (name: string, names: readonly string[]) =>
    `${name} is kept apart from ${all(names)} already, by what was said of ${names.length === 1 ? 'that person' : 'those people'}.`,
  lifts: (names: readonly string[]) =>
    `From then on they can be let into one room, and learn of each other. Ask them first, each on their own: ${all(names)}.`,
  linksSent:
    'Links have been sent already. From now on they are kept apart here, but what was in messages that you sent earlier cannot be taken back.',
  save: 'Save',
  saveApart: 'Keep them apart',
  chooseSomebody: (name: string) => `Choose from whom ${name} is kept apart`,
  chooseAnybody: 'Say who is kept apart from whom, or answer No',
  first: {
    heading: 'Before the first link goes out',
    nobody: 'No, go on to the link',
    somebody: 'Yes, keep people apart first',
  },
  stranger: {
    says: (names: readonly string[]) =>
      `Came unexpectedly, so kept apart from everyone protected until you say otherwise: ${all(names)}`,
    vouch: 'They may meet',
    vouchOf: (name: string) => `${name} and the others`,
    heading: (name: string) => `May ${name} meet the others?`,
    what: (name: string, names: readonly string[]) =>
      `${name} was added after the visit had started, and is kept apart from ${all(names)}. If you say that they may meet, they can be let into one room, see each other and know of each other. Say so only when you know who ${name} is, and have asked ${all(names)} out of their hearing.`,
  },
} as const;
