import type { Light, ShownPicture } from './pictureSight.ts';

const [WIDTH, HEIGHT] = [16, 9];

/** Whether a video moves, how light it is and whether it is in the window. `stop` ends the watching. */
export function shownPicture(video: HTMLVideoElement): ShownPicture & { stop(): void } {
  let isInView = true;
  const observer = new IntersectionObserver((entries) => {
    isInView = entries.at(-1)?.isIntersecting ?? true;
  });
  observer.observe(video);

  return {
    frames: framesOf(video),
    light: () => lightOf(video),
    isInView: () => isInView,
    stop: () => observer.disconnect(),
  };
}

/** One callback between two looks is enough to know that a new frame was shown: 24 a second would cost more than all the rest. */
function framesOf(video: HTMLVideoElement): () => number | null {
  if (typeof video.requestVideoFrameCallback !== 'function') {
    return () => video.getVideoPlaybackQuality?.().totalVideoFrames ?? null;
  }
  let frames = 0;
  let isAsked = false;
  return () => {
    if (!isAsked) {
      isAsked = true;
      video.requestVideoFrameCallback(() => {
        isAsked = false;
        frames += 1;
      });
    }
    return frames;
  };
}

let canvas: CanvasRenderingContext2D | null = null;

/** Without reading back from the graphics card, and on one canvas for all pictures. */
function canvasForLight(): CanvasRenderingContext2D | null {
  canvas ??= Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT }).getContext('2d', {
    willReadFrequently: true,
  });

  return canvas;
}

function lightOf(video: HTMLVideoElement): Light | null {
  const context = canvasForLight();
  if (context === null || video.readyState < video.HAVE_CURRENT_DATA) return null;

  context.drawImage(video, 0, 0, WIDTH, HEIGHT);
  return lightIn(context.getImageData(0, 0, WIDTH, HEIGHT).data);
}

/** Of RGBA pixels; brightness as ITU-R BT.601 weighs it. */
export function lightIn(pixels: ArrayLike<number>): Light {
  const count = pixels.length / 4;
  let [sum, squares] = [0, 0];
  for (let at = 0; at < pixels.length; at += 4) {
    const brightness = 0.299 * (pixels[at] ?? 0) + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0);
    sum += brightness;
    squares += brightness * brightness;
  }
  const mean = sum / count;

  return { mean, deviation: Math.sqrt(Math.max(0, squares / count - mean * mean)) };
}
