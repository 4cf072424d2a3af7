import { constants } from 'node:os';

/** Ctrl-C, the wish of a service manager, and a terminal that was closed. @type {readonly NodeJS.Signals[]} */
export const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** The exit code of a process that a signal ended, as a shell counts it. @param {NodeJS.Signals} signal */
export function exitCodeOf(signal) {
  return 128 + constants.signals[signal];
}
