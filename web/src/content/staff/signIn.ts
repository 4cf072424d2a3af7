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
  notOutHeading: 'You may still be signed in',
  notOut:
    'The server has not confirmed that you are signed out. Until it does, anyone at this device can open your visits.',
  notOutNext:
    'Check your connection and press “Sign out” again. Stay with this device until you see the page for signing in.',
  signedInAs: 'Signed in as',
} as const;
