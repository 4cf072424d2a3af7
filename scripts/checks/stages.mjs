import { Failure } from '../provision/failure.mjs';
import { failed, failedNames, sum, summaryLine } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */
/** @typedef {import('../provision/terminal.mjs').Report} Report */
/** @typedef {{ name: string, title: string, run(report: Report): Promise<Tally> }} Stage name: for --only */

/**
 * Runs the stages one after the other, each to its end whatever the ones before came to, and shows what failed and one summary.
 *
 * @param {readonly Stage[]} stages
 * @param {import('../provision/enter.mjs').Session} session
 * @returns {Promise<number>} the exit code
 */
export async function runStages(stages, { step, terminal, log }) {
  /** @type {Tally[]} */
  const tallies = [];
  for (const stage of stages) {
    await step(stage.title, async (report) => {
      const tally = await tallyOfStage(stage, report);
      tallies.push(tally);
      return tally.failed > 0 ? { outcome: summaryLine(tally), mark: 'failure' } : { outcome: summaryLine(tally) };
    });
  }

  const all = sum(tallies);
  if (all.failed > 0) terminal.write(`\n${terminal.red('Failed:')}`);
  for (const name of failedNames(all.problems)) terminal.write(`  ✗ ${name}`);
  for (const { title, message } of all.problems) {
    terminal.write(`\n${terminal.red(`✗ ${title}`)}\n${message.replace(/^/gm, '    ')}`);
  }
  if (all.failed > 0) terminal.write(`\n${terminal.dim(`All that was printed: ${log.path}`)}`);
  terminal.write(`\n${summaryLine(all)}`);
  return all.failed > 0 ? 1 : 0;
}

/** @param {Stage} stage @param {Report} report @returns {Promise<Tally>} */
async function tallyOfStage(stage, report) {
  try {
    return await stage.run(report);
  } catch (error) {
    const printed = error instanceof Failure ? error.printed : '';
    return failed(stage.title, `${error instanceof Error ? error.message : error}\n${printed}`.trim());
  }
}
