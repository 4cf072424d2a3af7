import { expect, test } from 'vitest';
import { whyRefused } from './whyRefused.ts';

const BOTH = ['camera', 'microphone'] as const;

test.each([
  ['denied', 'refused'],
  ['prompt', 'dismissed'],
  ['granted', 'bySystem'],
] as const)('[JOIN-4] a no while the permission is %s is told as %s', async (state, problem) => {
  expect(await whyRefused('refused', BOTH, async () => state)).toBe(problem);
});

test('[JOIN-4] one of the two denied is enough to say so', async () => {
  expect(await whyRefused('refused', BOTH, async (name) => (name === 'camera' ? 'denied' : 'prompt'))).toBe('refused');
});

test('[JOIN-4] a browser that will not tell is told how to allow it again', async () => {
  expect(await whyRefused('refused', BOTH, () => Promise.reject(new TypeError()))).toBe('refused');
});

test('other problems are what they are', async () => {
  expect(await whyRefused('inUse', BOTH, async () => 'denied')).toBe('inUse');
});
