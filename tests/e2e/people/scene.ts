import type { Page } from 'playwright';

declare global {
  interface Window {
    /** Paints what the camera sees. */
    readonly __paint?: (middle: number, edge: number) => void;
  }
}

/** Written into a page before its own scripts: its camera is a canvas, which a test can light as it likes. The microphone stays real. */
export const PAINTED_CAMERA = `(() => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
  const context = canvas.getContext('2d');
  let scene = [128, 128];
  const draw = () => {
    context.fillStyle = 'rgb(' + [scene[1], scene[1], scene[1]].join() + ')';
    context.fillRect(0, 0, 320, 240);
    context.fillStyle = 'rgb(' + [scene[0], scene[0], scene[0]].join() + ')';
    context.fillRect(80, 60, 160, 120);
  };
  setInterval(draw, 100);
  window.__paint = (middle, edge) => { scene = [middle, edge]; };
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await real(constraints);
    for (const track of stream.getVideoTracks()) {
      track.stop();
      stream.removeTrack(track);
      draw();
      stream.addTrack(canvas.captureStream(10).getVideoTracks()[0]);
    }
    return stream;
  };
})()`;

/** Lights the middle of the picture and what is around it, each 0 (black) to 255. */
export const light = (page: Page, middle: number, edge = middle): Promise<void> =>
  page.evaluate(([inside, around]) => window.__paint?.(inside ?? 0, around ?? 0), [middle, edge]);
