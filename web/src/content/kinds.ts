import type { VisitKind } from '@doorstep/shared/visit/plan/state.ts';

interface KindWords {
  readonly label: string;
  readonly hint: string;
  /** Usual purposes, offered to be chosen and changed (PLAN-1). */
  readonly purposes: readonly string[];
}

/** What each kind of visit is called, what it is for, and what it is usually planned for. */
export const KINDS: Readonly<Record<VisitKind, KindWords>> = {
  homeVisit: {
    label: 'Home visit',
    hint: 'See the child and the home, and talk with the family.',
    purposes: [
      'See the child at home and hear how they are.',
      'Check how the agreed plan is going and what gets in the way.',
      'Talk about what has changed in the family and what would help.',
    ],
  },
  conference: {
    label: 'Conference',
    hint: 'A chaired meeting with the family and other agencies.',
    purposes: [
      'Share what is known, hear the family’s view and decide what happens next.',
      'Review the plan with everyone involved and agree changes.',
    ],
  },
  oneToOne: {
    label: 'One-to-one contact',
    hint: 'Time with one person, usually the child.',
    purposes: [
      'Spend time with the child and hear what matters to them.',
      'Keep in touch between visits and check how things are.',
    ],
  },
  rehearsal: {
    label: 'Rehearsal',
    hint: 'Try the room and the devices with a colleague. No family.',
    purposes: ['Try out the room, the devices and the rules with a colleague.'],
  },
};
