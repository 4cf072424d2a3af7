/** Words that stand on every page of a professional. */
export const SHELL = {
  product: 'Doorstep',
  titles: {
    signIn: 'Sign in',
    visits: 'Visits',
    plan: 'Plan a visit',
    visit: 'Visit',
    check: 'Camera and microphone',
    wrong: (title: string) => `Error: ${title}`,
  },
  skip: 'Skip to the main part',
  visits: 'Visits',
  loading: 'Loading …',
  problem: 'There is a problem',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  notFoundHeading: 'There is nothing here',
  notFound: 'Check the address, or open your link again.',
} as const;
