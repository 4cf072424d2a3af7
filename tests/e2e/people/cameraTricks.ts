import type { JSHandle, Page } from 'playwright';

/** What a camera may show in place of its own picture; `nothing` sends no frame any more. */
export type Trick = 'nothing' | 'coveredLens' | 'darkRoom' | 'itself';

/** A phone whose picture a test can change under the page, which knows nothing of it. */
export class CameraTricks {
  readonly #handle: JSHandle<{ shows(what: Trick): Promise<void> }>;

  private constructor(handle: JSHandle<{ shows(what: Trick): Promise<void> }>) {
    this.#handle = handle;
  }

  /** Of whatever this page sends now. */
  static async on(page: Page): Promise<CameraTricks> {
    const handle = await page.evaluateHandle(() => {
      const senders = (window.__connections ?? [])
        .filter(({ signalingState }) => signalingState !== 'closed')
        .flatMap((connection) => connection.getSenders())
        .filter(({ track }) => track?.kind === 'video');
      const own = senders.map(({ track }) => track);
      const [width, height] = [640, 360];
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const context = canvas.getContext('2d');
      if (context === null || senders.length === 0) throw new Error('There is no picture to change');

      let scene: 'coveredLens' | 'darkRoom' = 'coveredLens';
      // What a sensor makes of no light: grains of grey, none brighter than 14 of 255.
      const draw = (): void => {
        const across = width / 8;
        crypto.getRandomValues(new Uint8Array((across * height) / 8)).forEach((random, at) => {
          const grey = random % 15;
          context.fillStyle = `rgb(${grey} ${grey} ${grey})`;
          context.fillRect((at % across) * 8, Math.floor(at / across) * 8, 8, 8);
        });
        if (scene === 'coveredLens') return;
        // A face in the light of a screen.
        context.fillStyle = 'rgb(58 50 44)';
        context.beginPath();
        context.ellipse(width / 2, height / 2, 70, 95, 0, 0, 2 * Math.PI);
        context.fill();
      };
      setInterval(draw, 100);
      const [drawn] = canvas.captureStream(10).getVideoTracks();
      const trackFor = (what: string, at: number) => (what === 'nothing' ? null : what === 'itself' ? own[at] : drawn);

      return {
        shows: async (what: 'nothing' | 'coveredLens' | 'darkRoom' | 'itself') => {
          if (what === 'coveredLens' || what === 'darkRoom') scene = what;
          await Promise.all(senders.map((sender, at) => sender.replaceTrack(trackFor(what, at) ?? null)));
        },
      };
    });

    return new CameraTricks(handle);
  }

  async shows(what: Trick): Promise<void> {
    await this.#handle.evaluate((tricks, trick) => tricks.shows(trick), what);
  }
}
