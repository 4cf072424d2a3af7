import { expect, test } from 'vitest';
import { packagesFor, unpinnedPackages } from './dependencies.mjs';

const lock = (/** @type {Record<string, object>} */ packages) => JSON.stringify({ packages });

test('packages for other platforms, workspaces and the project itself are not fetched', () => {
  const packageLock = lock({
    '': {},
    server: {},
    'node_modules/@doorstep/server': { link: true },
    'node_modules/next': { version: '1.0.0' },
    'node_modules/swc-linux': { version: '1.0.0', os: ['linux'], cpu: ['x64'] },
    'node_modules/swc-darwin': { version: '1.0.0', os: ['darwin'], cpu: ['x64'] },
    'node_modules/swc-arm': { version: '1.0.0', os: ['linux'], cpu: ['arm64'] },
  });
  expect(packagesFor(packageLock, { platform: 'linux', arch: 'x64' })).toBe(2);
});

test('a package in another version than the pinned one, or not pinned at all, is told', () => {
  const pinned = lock({ 'node_modules/next': { version: '1.0.0' }, 'node_modules/react': { version: '2.0.0' } });
  const installed = lock({
    'node_modules/next': { version: '1.0.1' },
    'node_modules/react': { version: '2.0.0' },
    'node_modules/left-pad': { version: '3.0.0' },
    'node_modules/@doorstep/web': { link: true },
  });
  expect(unpinnedPackages(pinned, installed)).toEqual(['node_modules/next 1.0.1', 'node_modules/left-pad 3.0.0']);
});
