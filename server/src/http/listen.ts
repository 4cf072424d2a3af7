import { type Config, reachableAddress } from '../config.ts';
import { codeOf, StartRefused } from '../startRefused.ts';
import type { App } from './app.ts';

/** The address at which people find this server, which listens already. */
export function publicAddress(app: App, { publicUrl, https, host }: Config): string {
  const reachable = reachableAddress(host);
  const name = reachable === '127.0.0.1' ? 'localhost' : reachable.includes(':') ? `[${reachable}]` : reachable;
  return publicUrl ?? `${https ? 'https' : 'http'}://${name}:${portOf(app)}`;
}

/** Takes requests from now on. Refuses with a sentence when the address is not to be had. */
export async function listen(app: App, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    throw new StartRefused(listenRefusal(codeOf(cause), host, port), { cause });
  }
}

function listenRefusal(code: string, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is taken by another program: stop that one, or choose another with --port.`;
  if (code === 'EACCES') return `Port ${port} is not for everybody to use: choose one above 1023 with --port.`;
  return `This machine cannot listen on ${host} (${code}): choose one of its own addresses with --host.`;
}

function portOf(app: App): number {
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen yet');
  return address.port;
}
