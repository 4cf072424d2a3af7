/** The server does not start, for a reason that the person who starts it can mend. The message is one sentence with the remedy. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

/** The exit code for it: EX_CONFIG of sysexits(3). A supervisor must not try again. */
export const EXIT_REFUSED = 78;
/** The exit code for a fault: EX_SOFTWARE of sysexits(3). A supervisor starts the server again. */
export const EXIT_FAULT = 70;

/** Node's code of a failed system call (`ENOENT`, …), or of a failed database call (SQLSTATE), or an empty string. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Why a failed start is the operator's to mend, in one sentence; null when it is a fault of ours. */
export function sentenceFor(error: unknown): string | null {
  if (error instanceof StartRefused) return error.message;
  if (codeOf(error) === 'ENOSPC') return 'The disk is full: make room where the data folder is, and start again.';
  if (codeOf(error) === 'EACCES' || codeOf(error) === 'EROFS') {
    return 'The data folder cannot be written: start this as its owner, or choose another folder with --data.';
  }
  return null;
}
