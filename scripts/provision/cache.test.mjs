import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cacheFolder, cacheKey, hashOf, makeOnce } from './cache.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorstep-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const nobodyWaits = () => {
  throw new Error('nobody should have to wait');
};

describe('where the cache is', () => {
  test('DOORSTEP_CACHE comes first, then XDG_CACHE_HOME, then the home folder', () => {
    expect(cacheFolder({ DOORSTEP_CACHE: '/mine', XDG_CACHE_HOME: '/xdg' }, '/home/a')).toBe('/mine');
    expect(cacheFolder({ XDG_CACHE_HOME: '/xdg' }, '/home/a')).toBe('/xdg/doorstep');
    expect(cacheFolder({}, '/home/a')).toBe('/home/a/.cache/doorstep');
  });

  test('a relative XDG_CACHE_HOME is ignored, as its specification says', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: 'xdg' }, '/home/a')).toBe('/home/a/.cache/doorstep');
  });
});

describe('cache keys', () => {
  const machine = { platform: 'linux6', arch: 'x64' };

  test('a key tells the version, the platform and the recipe', () => {
    expect(cacheKey('worker', '3.27.1', { ...machine, recipe: '0123456789abcdef' })).toBe(
      'worker-3.27.1-linux6-x64-0123456789ab',
    );
    expect(cacheKey('node', '24.21.0', machine)).toBe('node-24.21.0-linux6-x64');
  });

  test('a hash changes with a name, with a content, and not with what is skipped', () => {
    mkdirSync(join(folder, 'recipe'));
    const recipe = join(folder, 'recipe');
    writeFileSync(join(recipe, 'a'), 'one');
    const before = hashOf([recipe]);
    writeFileSync(join(recipe, 'a.test'), 'a test');
    expect(hashOf([recipe])).not.toBe(before);
    expect(hashOf([recipe], { skip: (path) => path.endsWith('.test') })).toBe(before);
    writeFileSync(join(recipe, 'a'), 'two');
    expect(hashOf([recipe], { skip: (path) => path.endsWith('.test') })).not.toBe(before);
  });
});

describe('making a cache entry', () => {
  test('it is made once and is there when it is complete', async () => {
    const entry = join(folder, 'entry');
    let made = 0;
    const make = async (/** @type {string} */ draft) => {
      made += 1;
      expect(existsSync(entry)).toBe(false);
      writeFileSync(join(draft, 'file'), 'content');
    };
    await makeOnce(entry, make, nobodyWaits);
    await makeOnce(entry, make, nobodyWaits);

    expect(made).toBe(1);
    expect(readFileSync(join(entry, 'file'), 'utf8')).toBe('content');
    expect(readdirSync(folder)).toEqual(['entry']);
  });

  test('one that could not be made leaves nothing behind', async () => {
    const entry = join(folder, 'entry');
    await expect(makeOnce(entry, () => Promise.reject(new Error('no')), nobodyWaits)).rejects.toThrow('no');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('two at the same time: one makes it, the other waits and finds it', async () => {
    const entry = join(folder, 'entry');
    /** @type {() => void} */
    let finish = () => undefined;
    const finished = new Promise((resolve) => {
      finish = () => resolve(undefined);
    });
    let made = 0;
    const make = async () => {
      made += 1;
      await finished;
    };
    const first = makeOnce(entry, make, nobodyWaits);
    // The second one says that it waits, and only then may the first one finish.
    const second = makeOnce(entry, make, finish);
    await Promise.all([first, second]);
    expect(made).toBe(1);
  });

  test('the lock and the draft of a process that is gone are cleared away', async () => {
    const entry = join(folder, 'entry');
    const gone = 2 ** 22 + 1;
    writeFileSync(`${entry}.lock`, `${gone} 1`);
    mkdirSync(`${entry}.draft-${gone}`);
    await makeOnce(entry, async () => undefined, nobodyWaits);
    expect(readdirSync(folder)).toEqual(['entry']);
  });

  test('a process id that is in use again by somebody else does not keep the lock', async () => {
    const entry = join(folder, 'entry');
    writeFileSync(`${entry}.lock`, `${process.pid} 1`);
    await makeOnce(entry, async () => undefined, nobodyWaits);
    expect(existsSync(entry)).toBe(true);
  });
});
