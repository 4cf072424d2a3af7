import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StartedProject } from './StartedProject.ts';

const SECOND = 1_000;

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

async function start(
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<StartedProject> {
  const project = await StartedProject.start(['--data', data, ...args], environment);
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
  test('the second one answers within ten seconds, and Ctrl-C ends it in order', async () => {
    const first = await start();
    await first.untilItAnswers();
    expect(await first.stop()).toBe(0);

    const second = await start();
    expect(await second.untilItAnswers()).toBeLessThan(10 * SECOND);
    expect(await second.stop()).toBe(0);
  });

  test('a server that is killed comes back by itself, within five seconds', async () => {
    const project = await start();
    await project.untilItAnswers();
    await project.crash();
    const crashedAt = performance.now();
    await project.untilItAnswers();
    expect(performance.now() - crashedAt).toBeLessThan(5 * SECOND);
    expect(project.printed).toContain('The server was ended by SIGKILL. Starting it again.');
  });
});

describe('a start that cannot work says why in one sentence', () => {
  test('the port is taken', async () => {
    const project = await start();
    const occupier = createServer().listen(project.port, '127.0.0.1');
    const { exitCode, printed } = await refusal(project);
    occupier.close();
    expect(exitCode).toBe(1);
    expect(printed).toContain(`Port ${project.port} on 127.0.0.1 is taken by another program.`);
    expect(printed).toContain(`--port ${project.port + 1}`);
  });

  test('another process uses the data folder', async () => {
    await (await start()).untilItAnswers();
    const { exitCode, printed } = await refusal(await start());
    expect(exitCode).toBe(78);
    expect(printed).toContain(data);
  });

  test.each([
    ['is no address', 'my database'],
    ['leads nowhere', 'postgres://nobody@127.0.0.1:1/nothing'],
  ])('DATABASE_URL %s', async (_, address) => {
    const { exitCode, printed } = await refusal(await start([], { DATABASE_URL: address }));
    expect(exitCode).toBe(78);
    expect(printed).toContain('DATABASE_URL');
  });

  test('an option that there is not', async () => {
    const { exitCode, printed } = await refusal(await start(['--prot', '4000']));
    expect(exitCode).toBe(2);
    expect(printed).toContain('There is no option --prot.');
  });

  test('a media worker that does not run', async () => {
    const { exitCode, printed } = await refusal(await start([], { MEDIASOUP_WORKER_BIN: '/bin/true' }));
    expect(exitCode).toBe(1);
    expect(printed).toContain('MEDIASOUP_WORKER_BIN names /bin/true, which does not run here as a mediasoup worker.');
  });
});
