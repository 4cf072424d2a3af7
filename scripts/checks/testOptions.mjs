import { parseArgs } from 'node:util';
import { Failure } from '../provision/failure.mjs';

const WRONG_USAGE = 2;

/**
 * Reads `--only NAME` (which may be given more than once).
 *
 * @param {readonly string[]} args
 * @param {readonly string[]} names the stages there are
 * @returns {{ wanted: readonly string[] }} all of them when none is named
 */
export function testOptions(args, names) {
  const only = parse(args, names);
  for (const name of only) {
    if (!names.includes(name)) throw refusal(`There is no stage "${name}".`, names);
  }
  return { wanted: only.length > 0 ? only : names };
}

/** @param {readonly string[]} args @param {readonly string[]} names */
function parse(args, names) {
  try {
    return parseArgs({ args: [...args], options: { only: { type: 'string', multiple: true } } }).values.only ?? [];
  } catch (cause) {
    throw refusal(`The options "${args.join(' ')}" cannot be read.`, names, cause);
  }
}

/** @param {string} what @param {readonly string[]} names @param {unknown} [cause] */
function refusal(what, names, cause) {
  return new Failure(`${what} The one option is --only NAME, with one of: ${names.join(', ')}.`, {
    exitCode: WRONG_USAGE,
    cause,
  });
}
