import { describe, expect, test } from 'vitest';
import { type Around, isBlack, type Light, PictureSight } from './pictureSight.ts';
import { lightIn } from './shownPicture.ts';

const DAYLIGHT: Light = { mean: 110, deviation: 45 };
const COVERED: Light = { mean: 3, deviation: 1 };

/** A picture under a test's control, looked at once a second as long as the test lets time pass. */
class Scene {
  moves = true;
  counts = true;
  light: Light | null = DAYLIGHT;
  inView = true;
  asked = 0;
  around: Omit<Around, 'picture'> = { isInFront: true, isLetThrough: true, isCameraOn: true };
  isShown = true;
  readonly #sight = new PictureSight();
  #frames = 0;
  #now = 1_000_000;
  #picture = this.#newPicture();

  /** How it is seen second after second. */
  watch(seconds: number): readonly (string | null)[] {
    return Array.from({ length: seconds }, () => {
      this.#now += 1_000;
      if (this.moves) this.#frames += 24;
      return this.#sight.look(this.#now, { ...this.around, picture: this.isShown ? this.#picture : null });
    });
  }

  /** As when the tile moves to another place on the page. */
  isShownElsewhere(): void {
    this.#frames = 0;
    this.#picture = this.#newPicture();
  }

  #newPicture() {
    return {
      frames: () => (this.counts ? this.#frames : null),
      light: () => {
        this.asked += 1;
        return this.light;
      },
      isInView: () => this.inView,
    };
  }
}

describe('how a picture is seen', () => {
  test('[SEE-4] one that moves is seen', () => {
    expect(new Scene().watch(4)).toEqual(['seen', 'seen', 'seen', 'seen']);
  });

  test('[SEE-4] one that stands still is frozen within three seconds, and seen again with its next frame', () => {
    const scene = new Scene();
    scene.watch(5);
    scene.moves = false;
    expect(scene.watch(4)).toEqual(['seen', 'frozen', 'frozen', 'frozen']);
    scene.moves = true;
    expect(scene.watch(1)).toEqual(['seen']);
  });

  test('[SEE-4] a hiccup of a second is not a frozen picture', () => {
    const scene = new Scene();
    scene.watch(5);
    scene.moves = false;
    scene.watch(1);
    scene.moves = true;
    expect(scene.watch(2)).toEqual(['seen', 'seen']);
  });

  test('[SEE-4] of one that never came nothing is said at first, then that there is none', () => {
    const scene = new Scene();
    scene.isShown = false;
    expect(scene.watch(3)).toEqual([null, null, 'lost']);
  });

  test('[SEE-4] one that is there and has never had a frame is lost, not frozen', () => {
    const scene = new Scene();
    scene.moves = false;
    expect(scene.watch(3)).toEqual([null, null, 'lost']);
  });

  test('[SEE-4] a line that is lost, or a picture that is held back, shows none; a camera that is off is off', () => {
    const scene = new Scene();
    scene.watch(2);
    const { around } = scene;
    scene.around = { ...around, isLetThrough: false };
    expect(scene.watch(1)).toEqual(['lost']);
    scene.around = { ...around, isCameraOn: false };
    expect(scene.watch(1)).toEqual(['off']);
    scene.around = around;
    expect(scene.watch(1)).toEqual(['seen']);
  });

  test('[SEE-4] black is said within four seconds, and ends at once', () => {
    const scene = new Scene();
    scene.watch(5);
    scene.light = COVERED;
    expect(scene.watch(4).at(-1)).toBe('black');
    scene.light = DAYLIGHT;
    expect(scene.watch(1)).toEqual(['seen']);
  });

  test('[SEE-4] one dark look is not enough, as when a camera starts', () => {
    const scene = new Scene();
    scene.watch(1);
    scene.light = COVERED;
    expect(scene.watch(1)).toEqual(['seen']);
    scene.light = DAYLIGHT;
    expect(scene.watch(4)).not.toContain('black');
  });

  test('[SEE-4] a light picture is looked into every two seconds, and no more often', () => {
    const scene = new Scene();
    scene.watch(20);
    expect(scene.asked).toBe(10);
  });

  test('[SEE-4] a tab that is not in front, or a tile out of the window, sees nobody and says so', () => {
    for (const away of [{ isInFront: false }, { inView: false }]) {
      const scene = new Scene();
      scene.watch(2);
      const { around } = scene;
      if ('inView' in away) scene.inView = false;
      else scene.around = { ...around, ...away };
      scene.moves = false;
      expect(scene.watch(60)).toEqual(Array.from({ length: 60 }, () => 'notShown'));
      scene.inView = true;
      scene.around = around;
      expect(scene.watch(3), 'back, and nothing moves').toEqual(['notShown', 'notShown', 'frozen']);
      scene.moves = true;
      expect(scene.watch(1)).toEqual(['seen']);
    }
  });

  test('[SEE-4] one that moves on while its tile is put elsewhere on the page stays seen', () => {
    const scene = new Scene();
    scene.watch(5);
    scene.isShownElsewhere();
    expect(scene.watch(2)).toEqual(['seen', 'seen']);
  });

  test('[SEE-4] where a browser does not count frames, nothing is called frozen; black is still black', () => {
    const scene = new Scene();
    scene.counts = false;
    scene.moves = false;
    expect(scene.watch(5)).not.toContain('frozen');
    scene.light = COVERED;
    expect(scene.watch(4).at(-1)).toBe('black');
  });
});

describe('what is black', () => {
  const grey = (...brightness: readonly number[]) => lightIn(brightness.flatMap((one) => [one, one, one, 255]));

  test('[SEE-4] a dead camera and a covered lens are, with the noise of their sensor', () => {
    expect(isBlack(grey(0, 0, 0, 0))).toBe(true);
    expect(isBlack(grey(9, 12, 15, 10, 13, 8))).toBe(true);
  });

  test('[SEE-4] a child in a dark room is dark and not black: a face or a window stands out', () => {
    const room = Array.from({ length: 130 }, () => 6);
    expect(isBlack(grey(...room, ...Array.from({ length: 14 }, () => 45)))).toBe(false);
    expect(isBlack(grey(...room, 200, 210))).toBe(false);
    expect(isBlack(grey(30, 32, 31, 30))).toBe(false);
  });

  test('colours weigh as the eye weighs them, and nothing depends on their transparency', () => {
    expect(lightIn([255, 0, 0, 0, 0, 255, 0, 0]).mean).toBeCloseTo((255 * (0.299 + 0.587)) / 2, 1);
    expect(lightIn([10, 10, 10, 255])).toEqual({ mean: 10, deviation: 0 });
  });
});
