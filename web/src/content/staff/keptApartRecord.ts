/** [PLAN-10] What the record of a visit says of keeping people apart. */
export const KEPT_APART_RECORD = {
  heading: 'Who was kept apart',
  none: 'Nobody was kept apart from anybody in this visit.',
  person: 'Person',
  what: 'What held',
  from: 'From',
  until: 'Until',
  toTheEnd: 'To the end',
  cameLate: 'Came unexpectedly. You said that they may meet the others.',
} as const;
