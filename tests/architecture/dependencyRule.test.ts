import { describe, expect, test } from 'vitest';
import { codeOf } from './code.ts';
import { IMPORT_RULES } from './importRules.ts';
import { importsOf, packageOf } from './imports.ts';
import { file } from './rule.ts';
import { readSources } from './sources.ts';
import { TEXT_RULES } from './textRules.ts';

const sources = readSources(['.ts', '.tsx', '.mjs', '.css']);

test('the sources of every workspace are looked at', () => {
  const folders = new Set(sources.map(({ path }) => path.split('/')[0]));
  expect([...folders]).toEqual(expect.arrayContaining(['shared', 'server', 'web', 'scripts', 'tests']));
  expect(sources.length).toBeGreaterThan(100);
});

describe.each([...IMPORT_RULES, ...TEXT_RULES])('$name', ({ find, planted, allowed = [] }) => {
  test('holds', () => {
    expect(find(sources)).toEqual([]);
  });

  test.each(planted)('notices what is wrong in $path', (source) => {
    expect(find([source])).not.toEqual([]);
  });

  if (allowed.length > 0) {
    test.each(allowed)('lets $path be', (source) => {
      expect(find([source])).toEqual([]);
    });
  }
});

test('the scanner never loses its place: what it takes for code has every bracket in pairs', () => {
  const lost = sources
    .filter(({ path }) => /\.(?:ts|mjs)$/.test(path))
    .filter(({ text }) => {
      const { bare } = codeOf(text);
      const count = (bracket: string) => bare.split(bracket).length;
      return count('{') !== count('}') || count('(') !== count(')') || count('[') !== count(']');
    });
  expect(lost.map(({ path }) => path)).toEqual([]);
});

describe('reading imports', () => {
  const read = (text: string, path = 'web/src/visit/a.ts') =>
    importsOf(file(path, text)).map(({ target, kind }) => `${kind} ${target}`);

  test('finds each way of importing', () => {
    const text = [
      "import a from 'a';",
      "import b, { c } from '../b.ts';",
      "import * as d from '@scope/d/deep';",
      "import 'e';",
      "export { f } from './f.ts';",
      "export * from './g.ts';",
      "const h = await import('./h.ts');",
      'import {\n  type I,\n  j,\n} from "./i.ts";',
    ].join('\n');
    expect(read(text)).toEqual([
      'value a',
      'value web/src/b.ts',
      'value @scope/d/deep',
      'value e',
      'value web/src/visit/f.ts',
      'value web/src/visit/g.ts',
      'value web/src/visit/h.ts',
      'value web/src/visit/i.ts',
    ]);
  });

  test('calls an import a type only when nothing of it is left at run time', () => {
    expect(read("import type { A } from 'a';\nexport type { B } from 'b';\nlet c: typeof import('c');")).toEqual([
      'type a',
      'type b',
      'type c',
    ]);
    expect(read("import { type A } from 'a';")).toEqual(['value a']);
  });

  test('is not misled by comments, texts, templates and regular expressions', () => {
    const text = [
      "// import a from 'a';",
      "/* import b from 'b'; */",
      'const c = "import c from \'c\'";',
      `const d = \`import d from 'd' \${e(\`import('f')\`)}\`;`,
      "const g = /['\"`]/.test(h) ? await import('i') : 0;",
      "const j = (k) => /'/.test(k) || import('l');",
    ].join('\n');
    expect(read(text)).toEqual(['value i', 'value l']);
  });

  test('knows a package by its name', () => {
    expect(['next/link', '@scope/d/deep', 'node:fs', 'web/src/ui/a.ts'].map(packageOf)).toEqual([
      'next',
      '@scope/d',
      'node:fs',
      null,
    ]);
  });
});
