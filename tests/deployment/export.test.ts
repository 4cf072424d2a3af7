import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT } from '../architecture/sources.ts';

/** The built pages, as the server gives them out. */
const EXPORT = process.env.WEB_ROOT ?? join(PROJECT, 'web', 'out');

const pages = existsSync(EXPORT)
  ? readdirSync(EXPORT, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.html'))
      .map((path) => ({ path, html: readFileSync(join(EXPORT, path), 'utf8') }))
  : [];

/** What a strict Content-Security-Policy would stop, or what leads to somebody else's server. */
function objections(html: string): readonly string[] {
  const tags = html.replace(/(<script\b[^>]*>)[\s\S]*?<\/script>/g, '$1').match(/<[a-z][^>]*>/gi) ?? [];
  return tags.filter(
    (tag) =>
      /\sstyle=/i.test(tag) ||
      /\son[a-z]+=/i.test(tag) ||
      /\b(?:src|href|action|srcset|poster|data)=["']?\s*(?:(?:https?:)?\/\/|javascript:|data:text)/i.test(tag) ||
      /^<(?:iframe|object|embed|base)\b/i.test(tag) ||
      /http-equiv=["']?refresh/i.test(tag),
  );
}

test('the pages have been built', () => {
  expect(pages.map(({ path }) => path)).toEqual(expect.arrayContaining(['index.html', 'join.html']));
});

test.each(pages)('$path has no inline style, no inline handler and nothing from anybody else', ({ html }) => {
  expect(objections(html)).toEqual([]);
});

test.each(pages)('$path is not to be found by search engines and sends no address on', ({ html }) => {
  expect(html).toMatch(/<meta name="robots" content="noindex/);
});

test('[CARE-5] the family page is called something that gives nothing away', () => {
  const join = pages.find(({ path }) => path === 'join.html')?.html ?? '';
  expect(/<title>([^<]*)<\/title>/.exec(join)?.[1]).toBe('Meeting');
  const previews = [...join.matchAll(/<meta (?:property|name)="(?:og:|twitter:|description)[^>]*content="([^"]*)"/g)];
  expect(previews.map(([, words]) => words).filter((words) => words !== 'Meeting' && words !== 'summary')).toEqual([]);
  expect(join).not.toMatch(/<link\b[^>]*rel="(?:manifest|canonical)/);
});

describe('what is objected to', () => {
  test.each([
    '<p style="color: red">',
    '<button onclick="leave()">',
    '<img src="//cdn.example.com/a.png">',
    '<script src="https://cdn.example.com/a.js"></script>',
    '<a href="javascript:leave()">',
    '<iframe src="/a">',
    '<meta http-equiv="refresh" content="5">',
  ])('%s', (html) => {
    expect(objections(html)).toHaveLength(1);
  });

  test.each(['<a href="/join">', '<script>const a = "<p style=1>";</script>', '<a href="tel:+441632960123">'])(
    '%s is let be',
    (html) => {
      expect(objections(html)).toEqual([]);
    },
  );
});
