const [WIDTH, HEIGHT] = [320, 180];
/** One dot of noise is so many pixels wide and high. */
const GRAIN = 4;
/** Pictures each second. */
const RATE = 15;

export interface DrawnPicture {
  readonly track: MediaStreamTrack;
  stop(): void;
}

/**
 * A picture of noise, drawn anew all the time: it takes as many bits as it is allowed, whatever is in front of the camera, and shows nobody.
 * Needs no permission. Null where a browser cannot send what is drawn.
 */
export function drawNoise(): DrawnPicture | null {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: WIDTH, height: HEIGHT });
  const grains = document.createElement('canvas');
  Object.assign(grains, { width: WIDTH / GRAIN, height: HEIGHT / GRAIN });
  // Before the capture: some browsers capture nothing of a canvas that has no context yet.
  const [context, noise] = [canvas.getContext('2d'), grains.getContext('2d')];
  if (context === null || noise === null || canvas.captureStream === undefined) return null;

  context.imageSmoothingEnabled = false;
  const image = noise.createImageData(grains.width, grains.height);
  const draw = (): void => {
    crypto.getRandomValues(image.data);
    for (let alpha = 3; alpha < image.data.length; alpha += 4) image.data[alpha] = 255;
    noise.putImageData(image, 0, 0);
    context.drawImage(grains, 0, 0, WIDTH, HEIGHT);
  };
  draw();
  const [track] = canvas.captureStream(RATE).getVideoTracks();
  if (track === undefined) return null;

  const drawing = setInterval(draw, 1000 / RATE);
  const stop = (): void => {
    clearInterval(drawing);
    track.stop();
  };

  return { track, stop };
}
