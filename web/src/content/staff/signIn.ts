export const SIGN_IN = {
  title: 'Sign in',
  demoHeading: 'This is a demonstration sign-in',
  demo: 'Choose a person and you are that person. Nobody checks who you are, so use made-up names and no real families.',
  choose: 'Who are you today?',
  continueAs: (name: string) => `Sign in as ${name}`,
  notSetUpHeading: 'You cannot sign in here yet',
  notSetUp: 'Signing in through your authority has not been set up on this server.',
  loading: 'Loading …',
  signOut: 'Sign out',
  signedInAs: 'Signed in as',
} as const;
