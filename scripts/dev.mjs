import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneAtATime } from './dev/oneAtATime.mjs';
import { watchSources } from './dev/watch.mjs';
import { provideDependencies } from './provision/dependencies.mjs';
import { enter, ROOT } from './provision/enter.mjs';
import { explainError } from './provision/failure.mjs';
import { STOP_SIGNALS } from './provision/signals.mjs';
import { provideWeb } from './provision/web.mjs';
import { provideWorker } from './provision/worker.mjs';
import { START_HELP, startOptions } from './serve/options.mjs';
import { needFreePort } from './serve/portCheck.mjs';
import { serverEnvironment } from './serve/serverEnvironment.mjs';

/**
 * As `npm start`, and again after each change: the web app is built anew when its sources change, and the server is started
 * anew after that or when its own do. The pages are the same static files as in production, from the same one process.
 */
await enter('dev', fileURLToPath(import.meta.url), {
  prepare() {
    const options = startOptions(process.argv.slice(2), {
      root: ROOT,
      cwd: process.env.INIT_CWD ?? process.cwd(),
      env: process.env,
    });
    return options.help ? START_HELP : options;
  },
  async run(options, session) {
    const { root, step } = session;
    await needFreePort(options.port, options.host);
    await step('Packages', (report) => provideDependencies({ ...session, report }));
    const worker = await step('Media worker', (report) => provideWorker({ ...session, report }));

    const build = () => step('Web app', (report) => provideWeb({ ...session, report }));
    const env = serverEnvironment(options, { ...session, worker: worker.path, env: process.env });
    const server = runServer(join(root, 'server', 'src', 'main.ts'), env);
    const refresh = oneAtATime(async () => {
      try {
        await build();
        await server.startAnew();
      } catch (error) {
        process.stderr.write(`${explainError(error) ?? error}\nDetails: ${session.log.path}\n`);
      }
    });

    watchSources([join(root, 'web'), join(root, 'shared', 'src'), join(root, 'server', 'src')], refresh);
    await refresh();
    return server.untilStopped();
  },
});

/** @param {string} main @param {NodeJS.ProcessEnv} env */
function runServer(main, env) {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child;

  const stop = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  };
  return {
    async startAnew() {
      await stop();
      child = spawn(process.execPath, [main], { stdio: 'inherit', env, detached: true });
    },
    /** @returns {Promise<number>} */
    untilStopped() {
      return new Promise((resolve) => {
        for (const signal of STOP_SIGNALS) {
          process.once(signal, () => stop().then(() => resolve(0)));
        }
      });
    },
  };
}
