const RETRIES = 3;

/** Long enough for a hiccup, short enough that a machine without network hears of it within half a minute. */
export const NPM_RETRIES = [
  `--fetch-retries=${RETRIES}`,
  '--fetch-retry-factor=2',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=8000',
];

export const NPM_UNREACHABLE = {
  source: 'the npm registry',
  remedy:
    'Connect this machine to the network, or name a mirror with "npm config set registry ADDRESS", and run the same command again.',
};

/**
 * Reads what npm prints with `--loglevel=http` while it installs. npm tries every package of hundreds in vain on a machine without network;
 * two that failed for good, with nothing fetched before, are enough to know.
 *
 * @param {{ onPackage: (fetched: number) => void }} callbacks
 * @returns {(line: string, stop: () => void) => void} to be given every line
 */
export function followNpm({ onPackage }) {
  let answers = 0;
  let packages = 0;
  let givenUp = 0;
  return (line, stop) => {
    if (!line.startsWith('npm http ')) return;
    if (line.includes(`attempt ${RETRIES + 1} failed`)) givenUp += 1;
    else if (!line.includes('attempt')) answers += 1;
    if (answers === 0 && givenUp >= 2) stop();
    if (/\.tgz \d+/.test(line)) onPackage(++packages);
  };
}
