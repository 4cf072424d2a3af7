/**
 * A foreseen end of the work: one sentence that says what is wrong and what to do about it.
 * Anything else that is thrown is a fault of these scripts and is shown as such.
 */
export class Failure extends Error {
  /**
   * @param {string} sentence what is wrong and the remedy, for the person at the terminal
   * @param {{ exitCode?: number, cause?: unknown, printed?: string }} [options] printed: by the command that failed, for those who look after the product
   */
  constructor(sentence, { exitCode = 1, cause, printed = '' } = {}) {
    super(sentence, { cause });
    this.name = 'Failure';
    this.exitCode = exitCode;
    this.printed = printed;
  }
}

const NETWORK =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT|FETCH_ERROR)\b|Could not resolve|Temporary failure resolving|Unable to connect to|Failed to fetch|Network is unreachable/;
const DISK_FULL = /\bENOSPC\b|No space left on device|You don't have enough free space/;
const NOT_WRITABLE = /\b(EACCES|EROFS|EPERM)\b|Read-only file system/;
const UNKNOWN_PACKAGE = /Unable to locate package (\S+)|Package '?([^\s']+)'? has no installation candidate/;

/**
 * The sentence for a command that failed, from what it printed.
 *
 * @param {string} task what was being done, as in "installing the npm packages"
 * @param {string} output the end of what the command printed
 * @param {{ source: string, remedy: string }} network where it fetches from, and what to do when that cannot be reached
 * @returns {string}
 */
export function explainCommandFailure(task, output, network) {
  if (DISK_FULL.test(output)) return diskFull(task);
  const unknown = UNKNOWN_PACKAGE.exec(output);
  if (unknown) {
    return `${capital(task)} failed: ${network.source} does not have ${unknown[1] ?? unknown[2]}. This needs Debian 12 or newer; install it by other means and try again.`;
  }
  if (NETWORK.test(output)) return `${capital(task)} failed: ${network.source} cannot be reached. ${network.remedy}`;
  if (NOT_WRITABLE.test(output)) {
    return `${capital(task)} failed: a file or folder cannot be written. Run this as the owner of the project folder.`;
  }
  return `${capital(task)} failed. The log has what was printed; running the same command again is safe.`;
}

/**
 * The sentence for an error that was thrown, or undefined when it is not one that we foresee.
 *
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function explainError(error) {
  if (error instanceof Failure) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const path = error instanceof Error && 'path' in error ? String(error.path) : 'a file';
  if (code === 'ENOSPC') return diskFull('writing files');
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return `${capital(path)} cannot be written. Run this as the owner of that folder, or point DOORSTEP_CACHE at one that you own.`;
  }
  return undefined;
}

/** @param {string} task */
function diskFull(task) {
  return `${capital(task)} failed: the disk is full. Make room (about 3 GB in all) and run the same command again.`;
}

/** @param {string} text */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
