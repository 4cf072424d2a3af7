/** Words that stand on every page of a professional. */
export const SHELL = {
  product: 'Doorstep',
  skip: 'Skip to the main part',
  visits: 'Visits',
  allVisits: 'All visits',
  loading: 'Loading …',
  problem: 'There is a problem',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
} as const;
