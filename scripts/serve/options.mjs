import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '../provision/failure.mjs';

const WRONG_USAGE = 2;
const VALUED = /** @type {const} */ (['port', 'host', 'data']);

/** @typedef {{ port: number, host: string, data: string, https: boolean, demo: boolean, help: boolean }} StartOptions */

export const START_HELP = `Starts Doorstep: gets what is missing, builds the web app, runs the server.

  npm start -- [options]

  --port NUMBER   where to listen (default 3000; 0 for any free port)
  --host ADDRESS  which address to listen on (default 127.0.0.1: this machine only;
                  with --https 0.0.0.0: every device on the network)
  --data FOLDER   where visits are kept (default .data in the project)
  --https         encrypt with a certificate made here, so that a phone on the same
                  network can use its camera (the browser warns about it once)
  --no-demo       without the demo sign-in and the demo visit
  --help          this text

  DATABASE_URL          use this PostgreSQL instead of the one that comes along
  MEDIASOUP_WORKER_BIN  use this media worker instead of making one
  DOORSTEP_CACHE        where Node, the media worker and logs are kept`;

/**
 * Reads the command line of `npm start`. Options that were given to npm itself (`npm start --port 4000` without `--`)
 * arrive as npm_config_… variables and count as well: the mistake is common and its meaning plain.
 *
 * @param {readonly string[]} args
 * @param {{ root: string, cwd: string, env: Record<string, string | undefined> }} place
 * @returns {StartOptions}
 */
export function startOptions(args, { root, cwd, env }) {
  const given = { ...givenToNpm(env), ...parse(args) };
  const https = given.https === true;
  return {
    port: portNumber(given.port ?? '3000'),
    host: given.host ?? (https ? '0.0.0.0' : '127.0.0.1'),
    data: given.data === undefined ? resolve(root, '.data') : resolve(cwd, given.data),
    https,
    demo: given['no-demo'] !== true,
    help: given.help === true,
  };
}

/** @param {readonly string[]} args */
function parse(args) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        https: { type: 'boolean' },
        'no-demo': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    for (const name of VALUED) {
      if (values[name] === '')
        throw new Failure(`--${name} needs a value. See npm start -- --help.`, { exitCode: WRONG_USAGE });
    }
    return values;
  } catch (error) {
    if (error instanceof Failure || !(error instanceof Error)) throw error;
    throw new Failure(
      `${refusal(error.message, args)} The options are --port, --host, --data, --https, --no-demo and --help.`,
      {
        exitCode: WRONG_USAGE,
        cause: error,
      },
    );
  }
}

/** parseArgs explains itself in words for programmers. @param {string} message @param {readonly string[]} args */
function refusal(message, args) {
  const unknown = /^Unknown option '([^']+)'/.exec(message)?.[1];
  if (unknown) return `There is no option ${unknown}.`;
  const positional = /^Unexpected argument '([^']+)'/.exec(message)?.[1];
  if (positional) return `"${positional}" is not an option.`;
  const valueless = /^Option '(?:-\w, )?(--[\w-]+) <value>' argument/.exec(message)?.[1];
  if (valueless) return `${valueless} needs a value.`;
  const valued = /^Option '(?:-\w, )?(--[\w-]+)' does not take an argument/.exec(message)?.[1];
  if (valued) return `${valued} takes no value.`;
  return `The options ${args.join(' ')} cannot be read.`;
}

/** @param {Record<string, string | undefined>} env */
function givenToNpm(env) {
  /** @type {{ port?: string, host?: string, data?: string, https?: boolean, 'no-demo'?: boolean }} */
  const given = {};
  for (const name of VALUED) {
    // npm gives a value after a space to nobody.
    if (env[`npm_config_${name}`] === 'true') {
      throw new Failure(`npm keeps --${name} for itself. Put -- before the options: npm start -- --${name} …`, {
        exitCode: WRONG_USAGE,
      });
    }
  }
  if (env.npm_config_port) given.port = env.npm_config_port;
  if (env.npm_config_host) given.host = env.npm_config_host;
  if (env.npm_config_data) given.data = env.npm_config_data;
  if (env.npm_config_https === 'true') given.https = true;
  // npm reads --no-demo as the setting demo=false, and passes false on as an empty text.
  if (env.npm_config_demo === '' || env.npm_config_demo === 'false') given['no-demo'] = true;
  return given;
}

/** @param {string} text */
function portNumber(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Failure(`"${text}" is not a port. Give a number from 0 to 65535, as in npm start -- --port 3001.`, {
    exitCode: WRONG_USAGE,
  });
}
