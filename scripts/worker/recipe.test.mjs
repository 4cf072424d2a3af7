import { describe, expect, test } from 'vitest';
import { ninjaProgress } from './ninja.mjs';
import { patched } from './patches.mjs';
import { prebuiltAddress } from './prebuilt.mjs';

describe('how far a build is', () => {
  test.each([
    ['[12/262] Compiling C++ object x.o', { done: 12, total: 262 }],
    ['[262/262] Linking target mediasoup-worker', { done: 262, total: 262 }],
    ['ninja: Entering directory `out`', undefined],
    ['[0/0] nothing', undefined],
    ['  note: see [3/4] of the text', undefined],
  ])('%s', (line, progress) => {
    expect(ninjaProgress(line)).toEqual(progress);
  });
});

describe('changing the sources', () => {
  test('what is looked for is replaced', () => {
    expect(patched('a == b ? c', 'a == b', 'a & b', 'x.cpp')).toBe('a & b ? c');
  });

  test.each(['nothing of the kind', 'a == b, a == b'])('sources that no longer fit are a failure: %s', (text) => {
    expect(() => patched(text, 'a == b', 'a & b', 'x.cpp')).toThrow(/x\.cpp no longer fits the recipe/);
  });
});

describe('the address of the published worker', () => {
  const manifest = { version: '3.27.1', repository: { url: 'git+https://github.com/versatica/mediasoup.git' } };

  test('on Linux it names the kernel', () => {
    expect(prebuiltAddress(manifest, { platform: 'linux', arch: 'x64', kernel: '6.1.0-44-amd64' }, undefined)).toBe(
      'https://github.com/versatica/mediasoup/releases/download/3.27.1/mediasoup-worker-3.27.1-linux-x64-kernel6.tgz',
    );
  });

  test('a mirror takes the place of the makers', () => {
    expect(
      prebuiltAddress(manifest, { platform: 'darwin', arch: 'arm64', kernel: '24.0.0' }, 'https://mirror.example/ms'),
    ).toBe('https://mirror.example/ms/3.27.1/mediasoup-worker-3.27.1-darwin-arm64.tgz');
  });
});
