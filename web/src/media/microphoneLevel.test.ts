import { describe, expect, it } from 'vitest';
import { levelOf } from './microphoneLevel.ts';

const tone = (amplitude: number) => Float32Array.from({ length: 512 }, (_, at) => amplitude * Math.sin(at / 5));

describe('the level that a meter shows', () => {
  it('is nothing in silence, and full for speech close by or louder', () => {
    expect(levelOf(tone(0))).toBe(0);
    expect(levelOf(tone(0.3))).toBe(1);
    expect(levelOf(tone(1))).toBe(1);
  });

  it('rises with loudness', () => {
    expect(levelOf(tone(0.05))).toBeGreaterThan(levelOf(tone(0.01)));
    expect(levelOf(tone(0.01))).toBeGreaterThan(0);
  });
});
