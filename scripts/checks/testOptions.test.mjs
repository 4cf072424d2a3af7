import { expect, test } from 'vitest';
import { testOptions } from './testOptions.mjs';

const names = ['types', 'unit', 'e2e'];

test('without options every stage runs', () => {
  expect(testOptions([], names).wanted).toEqual(names);
});

test('--only names one stage, or several', () => {
  expect(testOptions(['--only', 'unit', '--only', 'types'], names).wanted).toEqual(['unit', 'types']);
});

test.each([[['--only', 'everything']], [['--fast']], [['unit']]])('%s is refused with the names there are', (args) => {
  expect(() => testOptions(args, names)).toThrow(/types, unit, e2e/);
});
