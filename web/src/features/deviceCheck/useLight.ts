import { type RefObject, useEffect, useState } from 'react';
import { type Light, lightOf } from './light.ts';

const EVERY_MS = 500;
const WIDTH = 32;
const HEIGHT = 24;

/**
 * How the picture that plays inside `frame` is lit; null until known. A few pixels, twice a second, on a canvas that is nowhere shown,
 * kept or sent; told when two looks in a row agree, so that a wave of the hand changes no words.
 */
export function useLight(frame: RefObject<HTMLElement | null>): Light | null {
  const [light, setLight] = useState<Light | null>(null);
  useEffect(() => {
    const canvas = document.createElement('canvas');
    canvas.width = WIDTH;
    canvas.height = HEIGHT;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) return;

    let before: Light | null = null;
    const timer = setInterval(() => {
      const video = frame.current?.querySelector('video') ?? null;
      if (video === null || video.videoWidth === 0) return;

      context.drawImage(video, 0, 0, WIDTH, HEIGHT);
      const now = lightOf(context.getImageData(0, 0, WIDTH, HEIGHT).data, WIDTH);
      if (now === before) setLight(now);
      before = now;
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [frame]);

  return light;
}
