import { expect, test } from 'vitest';
import { followNpm } from './npm.mjs';

const inVain = (/** @type {string} */ name, /** @type {number} */ attempt) =>
  `npm http fetch GET https://registry.npmjs.org/${name} attempt ${attempt} failed with EAI_AGAIN`;
const answered = 'npm http fetch GET 200 https://registry.npmjs.org/next/-/next-16.4.6.tgz 130ms (cache updated)';

/** @param {readonly string[]} lines */
function follow(lines) {
  let fetched = 0;
  let stopped = false;
  const read = followNpm({ onPackage: (count) => (fetched = count) });
  for (const line of lines) read(line, () => (stopped = true));
  return { fetched, stopped };
}

test('packages are counted as they arrive', () => {
  expect(follow([answered, 'npm warn deprecated x.tgz 1', answered])).toEqual({ fetched: 2, stopped: false });
});

test('a machine without network is noticed after two packages', () => {
  const lines = ['a', 'b'].flatMap((name) => [1, 2, 3, 4].map((attempt) => inVain(name, attempt)));
  expect(follow(lines.slice(0, -1)).stopped).toBe(false);
  expect(follow(lines)).toEqual({ fetched: 0, stopped: true });
});

test('a network with gaps is not given up', () => {
  expect(follow([answered, inVain('a', 4), inVain('b', 4), inVain('c', 4)])).toEqual({ fetched: 1, stopped: false });
});
