const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const TITLE_WIDTH = 18;
const BAR_WIDTH = 20;
const PLAIN_PROGRESS_EVERY_MS = 15_000;

/** @typedef {{ say(text: string): void, progress(done: number, total: number): void }} Report */
/** @typedef {{ report: Report, done(outcome: string, mark?: 'warning' | 'failure'): void }} Line */
/** @typedef {{ isTTY?: boolean, columns?: number, write(text: string): unknown }} Output */

/**
 * Draws one line per step: a moving one on a terminal, plain lines in a log.
 *
 * @param {Output} output
 * @param {{ now?: () => number, env?: Record<string, string | undefined> }} [options]
 */
export function createTerminal(output, { now = Date.now, env = process.env } = {}) {
  const moving = output.isTTY === true && env.TERM !== 'dumb' && env.CI === undefined;
  const coloured = moving && env.NO_COLOR === undefined;

  /** @param {number} code @param {string} text */
  const paint = (code, text) => (coloured ? `\x1b[${code}m${text}\x1b[0m` : text);

  return {
    bold: (/** @type {string} */ text) => paint(1, text),
    red: (/** @type {string} */ text) => paint(31, text),
    dim: (/** @type {string} */ text) => paint(2, text),

    /** @param {string} text */
    write(text) {
      output.write(`${text}\n`);
    },

    /** @param {string} title @returns {Line} */
    startLine(title) {
      const startedAt = now();
      const name = title.padEnd(TITLE_WIDTH);
      let note = '';
      let frame = 0;
      let lastPlain = startedAt;

      const draw = () => {
        const text = `  ${SPINNER[frame++ % SPINNER.length]} ${name} ${note}  ${elapsed(now() - startedAt)}`;
        output.write(`\r\x1b[2K${text.slice(0, (output.columns || 80) - 1)}`);
      };
      const timer = moving ? setInterval(draw, 120) : undefined;
      timer?.unref();

      const update = () => {
        if (moving) return draw();
        if (now() - lastPlain < PLAIN_PROGRESS_EVERY_MS) return;
        lastPlain = now();
        output.write(`  … ${name} ${note}  ${elapsed(now() - startedAt)}\n`);
      };
      /** @param {string} mark @param {string} outcome */
      const finish = (mark, outcome) => {
        clearInterval(timer);
        const line = `  ${mark} ${name} ${outcome}  ${paint(2, elapsed(now() - startedAt))}\n`;
        output.write(moving ? `\r\x1b[2K${line}` : line);
      };

      return {
        report: {
          say(text) {
            note = text;
            update();
          },
          progress(done, total) {
            note = progressBar(done, total);
            update();
          },
        },
        done(outcome, mark) {
          if (mark === 'failure') return finish(paint(31, '✗'), outcome);
          if (mark === 'warning') return finish(paint(33, '!'), outcome);
          finish(paint(32, '✓'), outcome);
        },
      };
    },
  };
}

/** @typedef {ReturnType<typeof createTerminal>} Terminal */

/**
 * @param {number} done
 * @param {number} total more than 0
 */
export function progressBar(done, total) {
  const share = Math.min(1, Math.max(0, done / total));
  const filled = Math.round(share * BAR_WIDTH);
  return `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${Math.round(share * 100)} % (${done} of ${total})`;
}

/**
 * A duration as a person reads it: `0.3 s`, `12 s`, `3 min 04 s`.
 *
 * @param {number} ms
 */
export function elapsed(ms) {
  const tenths = Math.round(ms / 100);
  if (tenths < 100) return `${(tenths / 10).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}
