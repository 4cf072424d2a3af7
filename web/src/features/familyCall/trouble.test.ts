import { expect, test } from 'vitest';
import { troubleOf } from './trouble.ts';

const FINE = {
  connection: 'connected',
  media: 'connected',
  sound: 'playing',
  interrupted: 'nothing',
  cameraMissing: false,
  microphoneMissing: false,
} as const;

test.each([
  [{}, 'none'],
  [{ connection: 'reconnecting' }, 'reconnecting'],
  [{ media: 'recovering' }, 'reconnecting'],
  [{ sound: 'needsTap' }, 'tapToHear'],
  [{ interrupted: 'camera' }, 'cameraStopped'],
  [{ interrupted: 'both' }, 'microphoneStopped'],
  [{ cameraMissing: true }, 'cameraStopped'],
  [{ media: 'failed' }, 'mediaFailed'],
  [{ media: 'preparing' }, 'none'],
] as const)('%o is told as %s', (signs, trouble) => {
  expect(troubleOf({ ...FINE, ...signs })).toBe(trouble);
});

test('only the worst is told: without internet there is no use in tapping', () => {
  expect(troubleOf({ ...FINE, connection: 'reconnecting', sound: 'needsTap', interrupted: 'both' })).toBe(
    'reconnecting',
  );
  expect(troubleOf({ ...FINE, sound: 'needsTap', interrupted: 'both' })).toBe('tapToHear');
});
