import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkBudgets, scriptsOf } from './bundleBudget.mjs';

test('the scripts of a page are those that a modern browser loads, each once', () => {
  const html = `<script src="/a.js" async=""></script><script nomodule src="/polyfills.js"></script>
    <script>inline()</script><script src="/b.js?v=1"></script><script src="/a.js"></script>`;
  expect(scriptsOf(html)).toEqual(['a.js', 'b.js']);
});

test('a page over its budget fails with its scripts, the heaviest first; a missing page fails too', () => {
  const web = mkdtempSync(join(tmpdir(), 'doorstep-web-'));
  onTestFinished(() => rmSync(web, { recursive: true }));
  writeFileSync(join(web, 'join.html'), '<script src="/light.js"></script><script src="/heavy.js"></script>');
  writeFileSync(join(web, 'light.js'), 'light()');
  // Random bytes do not compress.
  writeFileSync(join(web, 'heavy.js'), randomBytes(200_000));

  const { passed, problems } = checkBudgets(web);
  expect(passed).toBe(0);
  expect(problems[0]?.message).toMatch(
    /^200\.\d kB of compressed JavaScript; the budget is 150 kB\.\n200\.\d kB heavy\.js\n0\.0 kB light\.js$/,
  );
  expect(problems[1]?.message).toBe('There is no visit.html in the built web app.');
});
