import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ atFirst: readonly string[], inAll: readonly string[] }} PageScripts files relative to the web folder */

/**
 * The scripts that a page loads by itself, and all that it can come to load: every script that one of them names.
 * Those for browsers without modules only are left out.
 *
 * @param {string} web the folder of the built web app
 * @param {string} page as in "join.html"
 * @returns {PageScripts}
 */
export function pageScripts(web, page) {
  const atFirst = scriptsOf(readFileSync(join(web, page), 'utf8'));
  const inAll = new Set(atFirst);
  // What is added on the way is visited in turn.
  for (const script of inAll) {
    for (const name of namedIn(readFileSync(join(web, script), 'utf8'))) {
      if (existsSync(join(web, name))) inAll.add(name);
    }
  }
  return { atFirst, inAll: [...inAll] };
}

/**
 * @param {string} html
 * @returns {readonly string[]}
 */
export function scriptsOf(html) {
  const tags = html.match(/<script\b[^>]*>/g) ?? [];
  const sources = tags
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .flatMap((tag) => /\bsrc="\/?([^"?#]+)/.exec(tag)?.[1] ?? []);
  return [...new Set(sources)];
}

/** Next names scripts as in "static/chunks/09rj.js", below _next. @param {string} script */
function namedIn(script) {
  return (script.match(/static\/chunks\/[\w.~/-]+?\.js/g) ?? []).map((name) => `_next/${name}`);
}
