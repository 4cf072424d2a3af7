import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** One file of the project. `path` is relative to the project's folder, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export const PROJECT = join(import.meta.dirname, '..', '..');

const WITH_SOURCES = ['shared', 'server', 'web', 'scripts', 'tests'];
const NOT_OURS = new Set(['node_modules', '.next', 'out', 'dist', 'overlay']);

/** Every file of the workspaces, the scripts and the tests whose name ends as asked, in a fixed order. */
export function readSources(endings: readonly string[]): readonly SourceFile[] {
  return WITH_SOURCES.map((folder) => join(PROJECT, folder))
    .filter((folder) => existsSync(folder))
    .flatMap(filesIn)
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .sort()
    .map((file) => ({ path: relative(PROJECT, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }));
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : filesIn(join(folder, entry.name));
    return [join(folder, entry.name)];
  });
}

/** Tests, and what exists only for them: contract suites, the tests' own folder, folders of personas, scripts and the like. */
export function isTest(path: string): boolean {
  return /\.test\.(ts|tsx|mjs)$|Contract\.ts$/.test(path) || /(?:^tests|\/testing)\//.test(path);
}
