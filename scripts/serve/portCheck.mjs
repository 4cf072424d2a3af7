import { createServer } from 'node:net';
import { Failure } from '../provision/failure.mjs';

/**
 * Refuses a port that the server could not take, before minutes go into preparing. The server checks again when it listens.
 *
 * @param {number} port
 * @param {string} host
 */
export async function needFreePort(port, host) {
  const code = await tryToListen(port, host);
  if (code === undefined) return;
  throw new Failure(portRefusal(code, port, host));
}

/** @param {number} port @param {string} host @returns {Promise<string | undefined>} the error's code */
function tryToListen(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}

/**
 * @param {string} code from the system, as in EADDRINUSE
 * @param {number} port
 * @param {string} host
 */
export function portRefusal(code, port, host) {
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is taken by another program. Stop that program, or choose another port: npm start -- --port ${port + 1}`;
  }
  if (code === 'EACCES') return `Port ${port} is reserved for root. Choose one from 1024 up: npm start -- --port 3000`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `This machine has no address ${host}. Give one of its own with --host, or leave --host out.`;
  }
  return `The server cannot listen on port ${port} of ${host} (${code}). Choose another with --port and --host.`;
}
