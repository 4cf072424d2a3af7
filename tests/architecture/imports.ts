import { posix } from 'node:path';
import { codeOf, lineAt } from './code.ts';
import type { SourceFile } from './sources.ts';

/** One import, re-export or dynamic import. */
export interface Import {
  /** The file it stands in. */
  readonly from: string;
  readonly line: number;
  /** A path in the project, or a package's name with what follows it (`next/link`, `node:fs`). */
  readonly target: string;
  /** `type` leaves nothing behind at run time. `import { type A }` does leave the import behind, and so is a `value`. */
  readonly kind: 'type' | 'value';
}

const FORMS = [
  // import x from 'y' · import type { X } from 'y' · export { x } from 'y' · export * from 'y'
  /\b(?:import|export)\s+(?<type>type\s+)?(?:[\w$]+\s*,\s*)?(?:\*(?:\s*as\s+[\w$]+)?|\{[^}]*\}|[\w$]+)\s*from\s*(['"])(?<target>[^'"\n]+)\2/g,
  // import 'y'
  /\bimport\s*(['"])(?<target>[^'"\n]+)\1/g,
  // import('y') · typeof import('y') · require('y')
  /(?<type>\btypeof\s+)?\b(?:import|require)\s*\(\s*(['"`])(?<target>[^'"`\n]+)\2/g,
];

/** Every import of a file, in the order in which they stand. */
export function importsOf({ path, text }: SourceFile): readonly Import[] {
  const { uncommented, bare } = codeOf(text);
  return FORMS.flatMap((form) => [...uncommented.matchAll(form)])
    .filter((match) => bare[match.index] === uncommented[match.index])
    .sort((one, other) => one.index - other.index)
    .map(({ index, groups }) => ({
      from: path,
      line: lineAt(text, index),
      target: resolve(path, groups?.target ?? ''),
      kind: groups?.type ? 'type' : 'value',
    }));
}

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  return specifier.replace(/^@doorstep\/shared\//, 'shared/src/');
}

const PROJECT_FOLDER = /^(shared|server|web|scripts|tests)\//;

export const isOurs = (target: string) => PROJECT_FOLDER.test(target);

/** The package of an import target, or null for one of our own files: `@scope/name/deep` is `@scope/name`. */
export function packageOf(target: string): string | null {
  if (isOurs(target)) return null;
  return /^(@[^/]+\/)?[^/]+/.exec(target)?.[0] ?? target;
}
