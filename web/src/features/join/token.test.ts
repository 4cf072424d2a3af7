import { expect, test } from 'vitest';
import { showToken, takeToken } from './token.ts';

const addressBar = (hash: string) => {
  const replaced: string[] = [];
  const bar = {
    location: { hash, pathname: '/join', search: '' },
    history: { replaceState: (_state: unknown, _title: string, to?: string | URL | null) => replaced.push(String(to)) },
  };
  return { bar, replaced };
};

test('[JOIN-2] the secret of a link is taken out of the address at once', () => {
  const { bar, replaced } = addressBar('#aaa.bbb-c_c.ddd');

  expect(takeToken(bar)).toBe('aaa.bbb-c_c.ddd');
  expect(replaced).toEqual(['/join']);
});

test('an address without a secret is left as it is', () => {
  const { bar, replaced } = addressBar('');

  expect(takeToken(bar)).toBeNull();
  expect(replaced).toEqual([]);
});

test.each(['#', '#two words', '#<script>', `#${'a'.repeat(2049)}`])(
  '%s is no secret, and is taken away too',
  (hash) => {
    const { bar, replaced } = addressBar(hash);

    expect(takeToken(bar)).toBeNull();
    expect(replaced).toEqual(['/join']);
  },
);

test('[JOIN-9] inside an app the secret stands in the address again, for as long as it takes to leave the app', () => {
  const { bar, replaced } = addressBar('');
  const hide = showToken(bar, 'aaa.bbb.ccc');
  expect(replaced).toEqual(['/join#aaa.bbb.ccc']);

  hide();
  expect(replaced).toEqual(['/join#aaa.bbb.ccc', '/join']);
});
