import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provideDependencies } from './provision/dependencies.mjs';
import { enter, ROOT } from './provision/enter.mjs';
import { provideFfmpeg } from './provision/programs.mjs';
import { provideWeb } from './provision/web.mjs';
import { provideWorker } from './provision/worker.mjs';
import { START_HELP, startOptions } from './serve/options.mjs';
import { needFreePort } from './serve/portCheck.mjs';
import { serverEnvironment } from './serve/serverEnvironment.mjs';
import { keepRunning } from './serve/supervisor.mjs';

await enter('start', fileURLToPath(import.meta.url), {
  prepare() {
    const options = startOptions(process.argv.slice(2), {
      root: ROOT,
      cwd: process.env.INIT_CWD ?? process.cwd(),
      env: process.env,
    });
    return options.help ? START_HELP : options;
  },
  async run(options, session) {
    await needFreePort(options.port, options.host);
    await session.step('Packages', (report) => provideDependencies({ ...session, report }));
    const worker = await session.step('Media worker', (report) => provideWorker({ ...session, report }));
    await session.step('ffmpeg', (report) => provideFfmpeg({ ...session, report }));
    await session.step('Web app', (report) => provideWeb({ ...session, report }));
    session.terminal.write('');

    return keepRunning({
      command: process.execPath,
      args: [join(session.root, 'server', 'src', 'main.ts')],
      env: serverEnvironment(options, { ...session, worker: worker.path, env: process.env }),
      cwd: session.root,
      say: (text) => session.terminal.write(text),
    });
  },
});
