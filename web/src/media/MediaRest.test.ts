import { expect, test } from 'vitest';
import { LocalMedia, type Wanted } from './LocalMedia.ts';
import { MediaRest } from './MediaRest.ts';

/** A device that writes down what is asked of it, and has these on. */
function device(cameraOn: boolean, microphoneOn: boolean) {
  const done: (Wanted | 'stop')[] = [];
  let state = { ...new LocalMedia().getState(), asked: true, cameraOn, microphoneOn };
  const local = {
    getState: () => state,
    acquire: async (wanted: Wanted = {}) => {
      done.push(wanted);
      return { ok: true } as const;
    },
    stop: () => {
      done.push('stop');
      state = { ...state, asked: false, cameraOn: false, microphoneOn: false };
    },
  };
  return { local, done };
}

test.each([
  [true, true],
  [false, true],
  [true, false],
])('what was on before comes back on, and nothing else (camera %s, microphone %s)', (camera, microphone) => {
  const { local, done } = device(camera, microphone);
  const rest = new MediaRest(local);
  rest.begin();
  rest.begin();
  rest.end();

  expect(done).toEqual(['stop', 'stop', { camera, microphone }]);
});

test('whoever had both off is not asked for either', () => {
  const { local, done } = device(false, false);
  const rest = new MediaRest(local);
  rest.begin();
  rest.end();

  expect(done).toEqual(['stop']);
});

test('after a reload, when nothing is known, nobody is shown unasked', () => {
  const { local, done } = device(false, false);
  new MediaRest(local).end();

  expect(done).toEqual([{ camera: false, microphone: true }]);
});
