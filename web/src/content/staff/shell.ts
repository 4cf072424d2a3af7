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
  /** When a part of a page does not come: the line is gone, or the server has a newer page by now. */
  notFetched: {
    heading: 'This part of the page could not be loaded',
    what: 'Nothing has changed in your visits. Look at your connection and try again. If that does not help, load the whole page again.',
    reload: 'Load the page again',
  },
  cancel: 'Cancel',
  close: 'Close',
  notFoundHeading: 'There is nothing here',
  notFound: 'Check the address, or open your link again.',
} as const;
