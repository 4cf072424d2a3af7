import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkBudgets } from './bundleBudget.mjs';
import { pageScripts, scriptsOf } from './pageScripts.mjs';

const CHUNKS = '_next/static/chunks';

let web = '';
beforeEach(() => {
  web = mkdtempSync(join(tmpdir(), 'doorstep-web-'));
  write('join.html', page('first'));
  write(`${CHUNKS}/first.js`, 'later("static/chunks/media.js")');
  write(`${CHUNKS}/media.js`, 'log("mediasoup-client"); later("static/chunks/first.js")');
});
afterEach(() => rmSync(web, { recursive: true }));

/** @param {string} file @param {string | Uint8Array} content */
function write(file, content) {
  mkdirSync(dirname(join(web, file)), { recursive: true });
  writeFileSync(join(web, file), content);
}

/** @param {readonly string[]} scripts */
function page(...scripts) {
  return scripts.map((name) => `<script src="/${CHUNKS}/${name}.js" async=""></script>`).join('');
}

/** Random bytes do not compress. @param {number} kilobytes */
const heavy = (kilobytes) => randomBytes(kilobytes * 1000);

const problems = () => checkBudgets(web).problems;

test('the scripts of a page are those that a modern browser loads, each once', () => {
  const html = `<script src="/a.js" async=""></script><script nomodule src="/polyfills.js"></script>
    <script>inline()</script><script src="/b.js?v=1"></script><script src="/a.js"></script>`;
  expect(scriptsOf(html)).toEqual(['a.js', 'b.js']);
});

test('what a script loads later is found, however far', () => {
  expect(pageScripts(web, 'join.html')).toEqual({
    atFirst: [`${CHUNKS}/first.js`],
    inAll: [`${CHUNKS}/first.js`, `${CHUNKS}/media.js`],
  });
});

test('light pages pass', () => {
  expect(checkBudgets(web)).toMatchObject({ passed: 3, failed: 0 });
});

test('a join page over 150 kB fails with its scripts, the heaviest first', () => {
  write('join.html', page('first', 'heavy'));
  write(`${CHUNKS}/heavy.js`, heavy(155));
  expect(problems()).toHaveLength(1);
  expect(problems()[0]?.title).toBe('weight of join.html at first');
  expect(problems()[0]?.message).toMatch(
    /^155\.\d kB of compressed JavaScript; the budget is 150 kB\.\n155\.\d kB \S+heavy\.js\n0\.1 kB/,
  );
});

test('a call over 290 kB fails, though its code comes later; and so does any other page', () => {
  write(`${CHUNKS}/media.js`, Buffer.concat([Buffer.from('"mediasoup-client"'), heavy(295)]));
  write('plan/visit.html', page('media'));
  expect(problems().map(({ title }) => title)).toEqual([
    'weight of join.html in all',
    'weight of plan/visit.html in all',
  ]);
});

describe('the page of a visit', () => {
  const PLAN = 'Is there anybody who must not know that somebody else is in this visit?';
  const RECORD = 'Nobody was kept apart from anybody in this visit.';
  /** @param {Readonly<Record<string, string | Uint8Array>>} changes */
  function writeVisit(changes = {}) {
    write('visit.html', page('desk'));
    const parts = {
      desk: 'later("static/chunks/call.js", "static/chunks/plan.js", "static/chunks/record.js")',
      call: heavy(150),
      plan: Buffer.concat([Buffer.from(PLAN), heavy(130)]),
      record: Buffer.concat([Buffer.from(RECORD), heavy(130)]),
      ...changes,
    };
    for (const [name, content] of Object.entries(parts)) write(`${CHUNKS}/${name}.js`, content);
  }

  test('may weigh more in all than in the call, since the plan and the record are not loaded for it', () => {
    writeVisit();
    expect(checkBudgets(web)).toMatchObject({ passed: 7, failed: 0 });
  });

  test('fails when the call itself is too heavy, or what comes at first', () => {
    writeVisit({ call: heavy(295) });
    expect(problems().map(({ title }) => title)).toEqual(['weight of visit.html in the call']);
    writeVisit({
      desk: Buffer.concat([Buffer.from('later("static/chunks/plan.js","static/chunks/record.js")'), heavy(195)]),
    });
    expect(problems().map(({ title }) => title)).toEqual(['weight of visit.html at first']);
  });

  test('fails when it has the plan or the record from the start, or nowhere', () => {
    writeVisit({ desk: `"${PLAN}"; later("static/chunks/record.js")` });
    expect(problems().map(({ message }) => message)).toEqual([`visit.html loads it at first: ${CHUNKS}/desk.js`]);
    writeVisit({ record: '' });
    expect(problems().map(({ title }) => title)).toEqual(['record of a visit only when it is wanted']);
  });
});

test('a join page that loads the media code at once fails', () => {
  write('join.html', page('first', 'media'));
  expect(problems().map(({ message }) => message)).toEqual([`join.html loads it at first: ${CHUNKS}/media.js`]);
});

test('a build without the join page, or without media code, fails', () => {
  write(`${CHUNKS}/media.js`, '');
  expect(problems()[0]?.message).toContain('this check sees nothing');
  rmSync(join(web, 'join.html'));
  expect(problems()[0]?.message).toBe('There is no join.html in the built web app.');
});
