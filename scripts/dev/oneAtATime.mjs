/**
 * Wraps a job so that it never runs twice at once: what asks for it while it runs causes one more run afterwards.
 *
 * @param {() => Promise<void>} job must not throw
 * @returns {() => Promise<void>} resolves when nothing is left to do
 */
export function oneAtATime(job) {
  /** @type {Promise<void> | undefined} */
  let running;
  let again = false;

  const loop = async () => {
    do {
      again = false;
      await job();
    } while (again);
    running = undefined;
  };
  return () => {
    again = running !== undefined;
    running ??= loop();
    return running;
  };
}
