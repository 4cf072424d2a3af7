import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { codeOf, StartRefused } from '../startRefused.ts';

/** `cannot_connect_now`: the database is starting up or recovering (PostgreSQL, appendix A). */
const STARTING_UP = '57P03';
const PATIENCE_MS = { [STARTING_UP]: 30_000, ECONNREFUSED: 3_000 } as const;
const CONNECTS_WITHIN_MS = 5_000;

const SENTENCES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there. Is PostgreSQL running, and are host and port right?',
  ENOTFOUND: 'there is no machine of that name.',
  EAI_AGAIN: 'there is no machine of that name.',
  ETIMEDOUT: 'it does not answer.',
  '28P01': 'the password is wrong.',
  '28000': 'that user is not let in.',
  '3D000': 'there is no database of that name.',
  [STARTING_UP]: 'it is still starting up.',
};

/** One connection; waits a little for a database that is just starting. Refuses with a sentence that never has the password. */
export async function connect(url: string, named: string): Promise<pg.Client> {
  const began = performance.now();
  for (;;) {
    const client = new pg.Client(clientOptions(url, named));
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      const patience = Object.entries(PATIENCE_MS).find(([code]) => code === codeOf(error))?.[1] ?? 0;
      if (performance.now() - began > patience) throw refusal(error, url, named);
      await sleep(100);
    }
  }
}

function clientOptions(url: string, named: string): pg.ClientConfig {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new StartRefused(
      `${named} is not a PostgreSQL address: it looks like postgres://user:password@host:5432/name.`,
    );
  }
  return { connectionString: url, connectionTimeoutMillis: CONNECTS_WITHIN_MS, application_name: 'doorstep' };
}

function refusal(cause: unknown, url: string, named: string): StartRefused {
  const { hostname, port, pathname } = new URL(url);
  const where = `${hostname}:${port || 5432}${pathname}`;
  const why = SENTENCES[codeOf(cause)] ?? `it does not take the connection (${codeOf(cause) || 'no reason given'}).`;
  return new StartRefused(`The database ${where} of ${named} cannot be used: ${why}`, { cause });
}
