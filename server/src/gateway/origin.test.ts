import { expect, test } from 'vitest';
import { Crowd } from './Crowd.ts';
import { originIsFine } from './origin.ts';

const ours = (origin: string) => origin === 'https://visits.example';
const asked = (headers: Readonly<Record<string, string>>) => originIsFine({ headers }, ours);

test('our own pages may connect', () => {
  expect(asked({ origin: 'https://visits.example', upgrade: 'websocket' })).toBe(true);
  expect(asked({ origin: 'https://visits.example' })).toBe(true);
  expect(asked({ 'sec-fetch-site': 'same-origin' })).toBe(true);
  expect(asked({})).toBe(true);
});

test('[SAFE-6] other pages may not, nor a WebSocket that does not say where it comes from', () => {
  expect(asked({ origin: 'https://visits.example.evil.example', upgrade: 'websocket' })).toBe(false);
  expect(asked({ origin: 'null', upgrade: 'websocket' })).toBe(false);
  expect(asked({ upgrade: 'websocket' })).toBe(false);
  expect(asked({ 'sec-fetch-site': 'cross-site' })).toBe(false);
  expect(asked({ 'sec-fetch-site': 'same-site' })).toBe(false);
});

test('[SAFE-6] an address has so many lines and no more until one of them closes', () => {
  const crowd = new Crowd(2);
  const leave = crowd.enter('a');
  crowd.enter('a');
  expect([crowd.isFull('a'), crowd.isFull('b')]).toEqual([true, false]);

  leave();
  leave();
  expect(crowd.isFull('a')).toBe(false);
  crowd.enter('a');
  expect(crowd.isFull('a')).toBe(true);
});
