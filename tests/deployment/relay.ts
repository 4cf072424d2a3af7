import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../server/src/freePort.ts';
import { PROJECT } from '../architecture/sources.ts';

export const START_RELAY = join(PROJECT, 'turn', 'start.sh');

export interface Relay {
  readonly port: number;
  readonly secret: string;
  stop(): Promise<void>;
}

/**
 * A real coturn as turn/start.sh starts it, on a free port of its own. It listens and relays on `addresses` instead of all,
 * and is the same in everything else.
 */
export async function startRelay({
  peer,
  addresses,
}: {
  readonly peer: string;
  readonly addresses: readonly string[];
}): Promise<Relay> {
  const run = mkdtempSync(join(tmpdir(), 'doorstep-relay-'));
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(join(run, 'secret'), secret);
  const port = await freePort();
  const [listening = '127.0.0.1'] = addresses;
  const places = [
    `--listening-port=${port}`,
    `--listening-ip=${listening}`,
    ...addresses.map((address) => `--relay-ip=${address}`),
  ];
  const relay = spawn(START_RELAY, places, {
    env: {
      PATH: process.env.PATH,
      TURN_RUN: run,
      TURN_SECRET_FILE: join(run, 'secret'),
      TURN_REALM: 'relay.test',
      TURN_PEER: peer,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await said(relay, /Total General servers/);
  return {
    port,
    secret,
    async stop() {
      const gone = once(relay, 'exit');
      relay.kill();
      await gone;
      rmSync(run, { recursive: true, force: true });
    },
  };
}

/** Resolves when the relay has said it, and goes on reading, so that the relay never waits for somebody to listen. */
function said(relay: ChildProcess, words: RegExp): Promise<void> {
  let output = '';
  return new Promise((resolve, reject) => {
    const hear = (text: Buffer) => {
      output += text.toString();
      if (words.test(output)) resolve();
    };
    relay.stdout?.on('data', hear);
    relay.stderr?.on('data', hear);
    relay.once('error', reject);
    relay.once('exit', () => reject(new Error(`The relay did not start:\n${output}`)));
  });
}

/** Loopback, with IPv6 where this machine has it. */
export function loopback(): readonly string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return addresses.some(({ address }) => address === '::1') ? ['127.0.0.1', '::1'] : ['127.0.0.1'];
}
