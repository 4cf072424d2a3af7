import pg from 'pg';

const CONNECTIONS = 10;

/**
 * Connections that are made when wanted and made again when they break. One that breaks while it is idle, or while it is being
 * closed, is told to `onBroken` and otherwise of no consequence; without a listener it would end the process.
 */
export function openPool(url: string, onBroken: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, application_name: 'doorstep' });
  pool.on('error', onBroken);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
