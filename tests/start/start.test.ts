import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StartedProject } from './StartedProject.ts';

let data = '';
let started: StartedProject[] = [];

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'doorstep-data-'));
  started = [];
});
afterEach(async () => {
  await Promise.all(started.map((project) => project.end()));
  rmSync(data, { recursive: true, force: true });
});

/** On a port that the system chooses, unless the arguments name one. */
function start(args: readonly string[] = [], environment: Readonly<Record<string, string>> = {}): StartedProject {
  const project = new StartedProject(['--data', data, '--port', '0', ...args], environment);
  started.push(project);
  return project;
}

/** What a person reads when it does not start: the sentence, and nothing of the program's insides. */
async function refusal(project: StartedProject): Promise<{ exitCode: number; printed: string }> {
  const exitCode = await project.exitCode();
  expect(project.printed).not.toMatch(/^\s+at /m);
  expect(project.printed).not.toContain('Starting it again');
  return { exitCode, printed: project.printed };
}

describe('a start that works', () => {
  test('the second one finds everything done, and it ends in order when npm is told to stop', async () => {
    const first = start();
    await first.untilItAnswers();
    expect(await first.stop()).toBe(0);

    const second = start();
    await second.untilItAnswers();
    expect(second.printed).toMatch(/Packages +as pinned/);
    expect(second.printed).toMatch(/Web app +as built before/);
    expect(await second.stop()).toBe(0);
    expect(await second.answers()).toBe(false);
  });

  test('a server that is killed comes back by itself', async () => {
    const project = start();
    await project.untilItAnswers();
    await project.crash();
    await project.untilItAnswers();
    expect(project.printed).toContain('The server was ended by SIGKILL. Starting it again.');
  });
});

describe('a start that cannot work says why in one sentence', () => {
  test('the port is taken', async () => {
    const occupier = createServer().listen(0, '127.0.0.1');
    await once(occupier, 'listening');
    const address = occupier.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { exitCode, printed } = await refusal(start(['--port', String(port)]));
    occupier.close();
    expect(exitCode).toBe(1);
    expect(printed).toContain(`Port ${port} on 127.0.0.1 is taken by another program.`);
    expect(printed).toContain(`--port ${port + 1}`);
  });

  test('another process uses the data folder', async () => {
    await start().untilItAnswers();
    const { exitCode, printed } = await refusal(start());
    expect(exitCode).toBe(78);
    expect(printed).toContain(data);
  });

  test.each([
    ['is no address', 'my database'],
    ['leads nowhere', 'postgres://nobody@127.0.0.1:1/nothing'],
  ])('DATABASE_URL %s', async (_, address) => {
    const { exitCode, printed } = await refusal(start([], { DATABASE_URL: address }));
    expect(exitCode).toBe(78);
    expect(printed).toContain('DATABASE_URL');
  });

  test('an option that there is not', async () => {
    const { exitCode, printed } = await refusal(start(['--prot', '4000']));
    expect(exitCode).toBe(2);
    expect(printed).toContain('There is no option --prot.');
  });

  test('a media worker that does not run', async () => {
    const { exitCode, printed } = await refusal(start([], { MEDIASOUP_WORKER_BIN: '/bin/true' }));
    expect(exitCode).toBe(1);
    expect(printed).toContain('MEDIASOUP_WORKER_BIN names /bin/true, which does not run here as a mediasoup worker.');
  });
});
