import { expect, test } from 'vitest';
import { codeOf, lineAt } from './code.ts';
import { file } from './rule.ts';
import { isTest, readSources, type SourceFile } from './sources.ts';

/** Names of XML vocabularies: written like addresses, fetched by nobody. */
const VOCABULARY = /^https?:\/\/www\.w3\.org\//;

const ADDRESS = /(?:https?:)?\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s'"`)]*/gi;

function addressesIn({ path, text }: SourceFile): readonly string[] {
  const uncommented = path.endsWith('.css') ? text.replace(/\/\*[\s\S]*?\*\//g, '') : codeOf(text).uncommented;
  return [...uncommented.matchAll(ADDRESS)]
    .filter(([address]) => !VOCABULARY.test(address))
    .map(({ 0: address, index }) => `${path}:${lineAt(uncommented, index)} names ${address}`);
}

test('no page loads anything from anybody else, and no page leads there', () => {
  const sources = readSources(['.ts', '.tsx', '.css', '.html', '.svg']).filter(
    ({ path }) => path.startsWith('web/') && !isTest(path),
  );
  expect(sources.length).toBeGreaterThan(50);
  expect(sources.flatMap(addressesIn)).toEqual([]);
});

test.each([
  file('web/src/ui/a.css', '@import url(https://fonts.example.com/a.css);'),
  file('web/src/ui/b.tsx', "return <img src='//cdn.example.com/b.png' alt='' />;"),
  file('web/src/visit/c.ts', "await fetch('https://metrics.example.com/c');"),
])('an address in $path is noticed', (source) => {
  expect(addressesIn(source)).toHaveLength(1);
});

test.each([
  file('web/src/ui/d.tsx', '// see https://example.com/why\n<svg xmlns="http://www.w3.org/2000/svg" />'),
  file('web/src/ui/e.css', '/* https://example.com/why */'),
])('a comment or a vocabulary in $path is let be', (source) => {
  expect(addressesIn(source)).toEqual([]);
});
