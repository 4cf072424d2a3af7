import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provideDependencies } from './provision/dependencies.mjs';
import { enter } from './provision/enter.mjs';
import { Failure } from './provision/failure.mjs';
import { provideBenchPrograms } from './provision/programs.mjs';
import { provideWeb, webFolder } from './provision/web.mjs';
import { provideWorker } from './provision/worker.mjs';

await enter('bench', fileURLToPath(import.meta.url), {
  prepare: () => ({ named: process.argv.slice(2) }),
  async run({ named }, session) {
    const { root, step, terminal } = session;
    await step('Packages', (report) => provideDependencies({ ...session, report }));
    const { path } = await step('Media worker', (report) => provideWorker({ ...session, report }));
    await step('Bench programs', (report) => provideBenchPrograms({ ...session, report }));
    await step('Web app', (report) => provideWeb({ ...session, report }));

    const env = { ...process.env, MEDIASOUP_WORKER_BIN: path, WEB_ROOT: webFolder(root) };
    let exitCode = 0;
    for (const bench of benches(join(root, 'tests', 'bench'), named)) {
      terminal.write(`\n${terminal.bold(bench)}`);
      const { status } = spawnSync(process.execPath, [join(root, 'tests', 'bench', bench)], {
        stdio: 'inherit',
        cwd: root,
        env,
      });
      if (status !== 0) exitCode = 1;
    }
    return exitCode;
  },
});

/**
 * The programs in tests/bench itself (not in its folders), all of them or those that were named.
 *
 * @param {string} folder
 * @param {readonly string[]} named as in "P1" for P1.ts
 */
function benches(folder, named) {
  const all = existsSync(folder) ? readdirSync(folder).filter((file) => /^(?!.*\.test\.).*\.(mjs|ts)$/.test(file)) : [];
  const chosen = all.filter((file) => named.length === 0 || named.some((name) => file.startsWith(name)));
  if (chosen.length > 0) return chosen;
  throw new Failure(`There is no such bench in ${folder}. There are: ${all.join(', ') || 'none'}.`, { exitCode: 2 });
}
