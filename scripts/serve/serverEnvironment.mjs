import { join } from 'node:path';
import { webFolder } from '../provision/web.mjs';

/**
 * What the server is told, in the words of server/src/config.ts. Everything else in the environment, such as DATABASE_URL, is passed on.
 *
 * @param {import('./options.mjs').StartOptions} options
 * @param {{ root: string, cache: string, worker: string, env: NodeJS.ProcessEnv }} place
 * @returns {NodeJS.ProcessEnv}
 */
export function serverEnvironment({ port, host, data, https, demo }, { root, cache, worker, env }) {
  return {
    ...env,
    PORT: String(port),
    HOST: host,
    DATA_DIR: data,
    ...(https ? { HTTPS: '1' } : {}),
    DEMO: demo ? '1' : '0',
    MEDIASOUP_WORKER_BIN: worker,
    WEB_ROOT: webFolder(root),
    // Halves the time to load, which is what people wait for in mid-visit when a server that died is started again.
    NODE_COMPILE_CACHE: env.NODE_COMPILE_CACHE ?? join(cache, 'compiled'),
  };
}
