import type { Blur } from '@doorstep/shared/visit/condition/state.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeTrack } from '../FakeCapture.ts';
import { type BlurSource, blurOf, watchBlur } from './blur.ts';

function camera(settings: MediaTrackSettings, capabilities: MediaTrackCapabilities = {}): FakeTrack {
  const track = new FakeTrack('video', 'camera');
  track.configure(settings, capabilities);
  return track;
}

describe('whether a camera blurs', () => {
  test.each<[string, boolean | undefined, boolean[] | undefined, Blur]>([
    ['it says so', true, [true, false], 'on'],
    ['it says so and no more', true, undefined, 'on'],
    ['it can do nothing else', undefined, [true], 'on'],
    ['it says that it could and does not', false, [true, false], 'off'],
    ['it says nothing of it', undefined, undefined, 'notKnown'],
    ['it could, and does not say whether it does', undefined, [true, false], 'notKnown'],
    ['it repeats what was asked of it and cannot know', false, undefined, 'notKnown'],
    ['it names no possibility at all', undefined, [], 'notKnown'],
  ])('[SEE-3] %s', (_, setting, possible, blur) => {
    const settings = setting === undefined ? {} : { backgroundBlur: setting };
    expect(blurOf(camera(settings, possible === undefined ? {} : { backgroundBlur: possible }))).toBe(blur);
  });

  test('[SEE-3] a browser without capabilities is believed when it says that there is none', () => {
    const track: BlurSource = {
      getSettings: () => ({ backgroundBlur: false }),
      addEventListener: () => {},
      removeEventListener: () => {},
    };
    expect(blurOf(track)).toBe('off');
  });
});

describe('watching it', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('[SEE-3] a change is told when the browser tells it, and not after the end', () => {
    const track = Object.assign(camera({}), { onconfigurationchange: null });
    let told = 0;
    const stop = watchBlur(track, () => {
      told += 1;
    });
    vi.advanceTimersByTime(60_000);
    expect(told).toBe(0);

    track.configure({ backgroundBlur: true });
    expect(told).toBe(1);
    stop();
    track.configure({ backgroundBlur: false });
    expect(told).toBe(1);
  });

  test('[SEE-3] where the browser tells of no change, it is looked at again and again', () => {
    let looked = 0;
    const stop = watchBlur(camera({}), () => {
      looked += 1;
    });
    vi.advanceTimersByTime(9_000);
    expect(looked).toBe(3);

    stop();
    vi.advanceTimersByTime(60_000);
    expect(looked).toBe(3);
  });
});
