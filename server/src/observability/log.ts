import pino, { type Logger } from 'pino';
import pretty from 'pino-pretty';

/** Fields whose content is an id: enough of it is kept to follow it through a log, too little to use it. */
const IDS = ['visit', 'participant', 'session', 'invitation', 'staff', 'command', 'commandId', 'room'];
/** Fields whose content is nobody's business, wherever they turn up. */
const SECRETS = [
  'name',
  'hostName',
  'purpose',
  'words',
  'relationship',
  'token',
  'cookie',
  'credential',
  'password',
  'secret',
  'authorization',
];
const KEPT_OF_ID = 6;
const DEEPEST = 4;

/** The log, on standard error: lines of JSON, or something to read where somebody reads it. */
export function createLog(level: string, options: { readonly readable: boolean }): Logger {
  // At once, so that the last line before an end is there.
  const destination = options.readable
    ? pretty({ destination: 2, sync: true, translateTime: 'HH:MM:ss', ignore: 'pid,hostname' })
    : pino.destination({ dest: 2, sync: true });
  return logTo(level, destination);
}

/** A log that goes elsewhere; what may be told is the same. */
export const logTo = (level: string, destination: pino.DestinationStream): Logger =>
  pino({ level, base: null, formatters: { log: (fields) => discreetFields(fields) } }, destination);

function discreetFields(fields: object, depth = 0): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, discreet(key, value, depth)]));
}

function discreet(key: string, value: unknown, depth: number): unknown {
  if (SECRETS.includes(key)) return '[not logged]';
  if (IDS.includes(key) && typeof value === 'string') return value.slice(0, KEPT_OF_ID);
  if (value instanceof Error) return describeError(value, depth);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) return '[…]';
  return Array.isArray(value) ? value.map((each) => discreet('', each, depth + 1)) : discreetFields(value, depth + 1);
}

/**
 * What is told of an error: never the other things that libraries hang on it (a database error holds its connection, with the
 * password), nor the values of a failed query.
 */
function describeError(error: Error, depth: number): Record<string, unknown> {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message: error.message.startsWith('Failed query') ? 'Failed query' : error.message,
    ...('code' in error && { code: error.code }),
    stack: frames.join('\n'),
    ...(error.cause instanceof Error && depth < DEEPEST && { cause: describeError(error.cause, depth + 1) }),
  };
}
