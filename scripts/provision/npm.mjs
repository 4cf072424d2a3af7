/** Long enough for a hiccup, short enough that a machine without network hears of it within half a minute. */
export const NPM_RETRIES = [
  '--fetch-retries=3',
  '--fetch-retry-factor=2',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=8000',
];

export const NPM_UNREACHABLE = {
  source: 'the npm registry',
  remedy:
    'Connect this machine to the network, or name a mirror with "npm config set registry ADDRESS", and run the same command again.',
};
