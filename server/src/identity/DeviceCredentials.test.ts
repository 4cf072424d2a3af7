import { expect, test } from 'vitest';
import { freshCredential, isCredential } from './credential.ts';
import { DeviceCredentials } from './DeviceCredentials.ts';

const ours = new DeviceCredentials(Buffer.alloc(32, 1));
const theirs = new DeviceCredentials(Buffer.alloc(32, 2));

test('[SAFE-6] a credential that was made here is known without asking anybody, and no two are the same', () => {
  const one = ours.fresh();
  expect([isCredential(one), ours.isOurs(one)]).toEqual([true, true]);
  expect(ours.fresh()).not.toBe(one);
});

test('[SAFE-6] what a browser made up, or another server made, was not made here', () => {
  const real = ours.fresh();
  const changed = [...real].map((letter, at) => real.slice(0, at) + (letter === 'A' ? 'B' : 'A') + real.slice(at + 1));
  // The last letter has two bits that stand for nothing.
  for (const made of changed.slice(0, -1)) expect(ours.isOurs(made)).toBe(false);
  for (const made of ['', 'x', theirs.fresh(), freshCredential(), `${real}A`, real.slice(1)]) {
    expect(ours.isOurs(made)).toBe(false);
  }
});
