import { expect, test } from 'vitest';
import { isDeafness, type Signs, troubleOf } from './trouble.ts';

const FINE: Signs = {
  connection: 'connected',
  media: 'connected',
  hears: 'yes',
  interrupted: 'nothing',
  blur: 'notKnown',
  cameraMissing: false,
  microphoneMissing: false,
  replaced: 'nothing',
};

test.each([
  [{}, 'none'],
  [{ connection: 'reconnecting' }, 'reconnecting'],
  [{ media: 'recovering' }, 'reconnecting'],
  [{ hears: 'needsTap' }, 'tapToHear'],
  [{ hears: 'interrupted' }, 'tapToHear'],
  [{ hears: 'noOutput' }, 'noLoudspeaker'],
  [{ hears: 'line', media: 'recovering' }, 'gettingSoundBack'],
  [{ interrupted: 'camera' }, 'cameraTaken'],
  [{ interrupted: 'microphone' }, 'microphoneTaken'],
  [{ interrupted: 'both' }, 'bothTaken'],
  [{ cameraMissing: true }, 'cameraStopped'],
  [{ microphoneMissing: true, cameraMissing: true }, 'microphoneStopped'],
  [{ blur: 'on' }, 'blurred'],
  [{ blur: 'off' }, 'none'],
  [{ replaced: 'microphone' }, 'microphoneReplaced'],
  [{ replaced: 'camera' }, 'cameraReplaced'],
  [{ media: 'failed', hears: 'line' }, 'mediaFailed'],
  [{ media: 'preparing' }, 'none'],
] as const)('%o is told as %s', (signs, trouble) => {
  expect(troubleOf({ ...FINE, ...signs })).toBe(trouble);
});

test('only the worst is told: without internet there is no use in tapping', () => {
  const all = { hears: 'needsTap', interrupted: 'both', blur: 'on', replaced: 'camera' } as const;
  expect(troubleOf({ ...FINE, ...all, connection: 'reconnecting' })).toBe('reconnecting');
  expect(troubleOf({ ...FINE, ...all })).toBe('tapToHear');
  expect(troubleOf({ ...FINE, ...all, hears: 'yes' })).toBe('bothTaken');
});

test('[SAFE-5] not to hear is told in large letters, everything else is not', () => {
  const large = (['needsTap', 'interrupted', 'noOutput', 'line'] as const).map((hears) =>
    troubleOf({ ...FINE, hears }),
  );
  expect(large.every(isDeafness)).toBe(true);
  expect(isDeafness(troubleOf({ ...FINE, interrupted: 'both' }))).toBe(false);
});
