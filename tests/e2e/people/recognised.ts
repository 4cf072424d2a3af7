import { colourOf, type Likeness } from './likeness.ts';
import type { Person } from './Person.ts';
import { type Picture, picturesIn, SOUND_RATE, soundIn } from './rtpPlayer.ts';
import type { Tapped } from './Tap.ts';

/** Whom a stream shows or sounds like, and how much there was to look at or to listen to. */
export interface Recognised {
  readonly kind: 'audio' | 'video';
  readonly packets: number;
  /** Pictures, or moments that are not silent. */
  readonly made: number;
  /** By name of hue and pitch, as `sees` and `hears` say it. */
  readonly people: readonly string[];
}

/** Of 255: how much a codec changes a channel at most. */
const FAR = 40;

/** Of these people, whom anybody recognises in what was taken. A single picture, a sixth of a second of a voice is enough. */
export const recognised = (taken: readonly Tapped[], everybody: readonly Person[]): Promise<readonly Recognised[]> =>
  Promise.all(
    taken.map(async (stream) => {
      const { kind, packets } = stream;
      if (kind === 'video') {
        const pictures = await picturesIn(stream);
        const isIn = ({ likeness }: Person) => pictures.some((picture) => shows(picture, likeness));
        return { kind, packets: packets.length, made: pictures.length, people: named(everybody.filter(isIn)) };
      }
      const moments = momentsIn(await soundIn(stream));
      const isIn = ({ likeness }: Person) =>
        moments.filter((moment) => sounds(moment, likeness.pitch)).length >= ENOUGH_MOMENTS;
      return { kind, packets: packets.length, made: moments.length, people: named(everybody.filter(isIn)) };
    }),
  );

const named = (people: readonly Person[]): readonly string[] => people.map(({ likeness }) => `hue ${likeness.hue}`);

/** Whether most of a picture has the colour of this camera: how bright and how strong it is counts, for noise often has one hue as well. */
function shows(picture: Picture, likeness: Likeness): boolean {
  const colour = colourOf(likeness.hue);
  const cells = picture.length / 3;
  const isSame = (_: unknown, cell: number): boolean =>
    colour.every((channel, at) => Math.abs((picture[cell * 3 + at] ?? 0) - channel) < FAR);

  return Array.from({ length: cells }, isSame).filter(Boolean).length > cells / 2;
}

/** Samples in a moment: 85 ms, a quarter of a syllable of the voices here. */
const MOMENT = 4096;
const ENOUGH_MOMENTS = 2;
/**
 * Of the power of a moment: a voice here has all of it at its pitch. Sealed sound that is played as it is has much at one pitch now and then,
 * because the beginnings of its packets are alike: in 2 of 2,300 streams more than half, 0.80 at most.
 */
const AT_ONE_PITCH = 0.9;

/** What is not silent. */
function momentsIn(sound: Float32Array): readonly Float32Array[] {
  return Array.from({ length: Math.floor(sound.length / MOMENT) }, (_, at) =>
    sound.subarray(at * MOMENT, (at + 1) * MOMENT),
  ).filter((moment) => powerOf(moment) > 1e-6);
}

const powerOf = (moment: Float32Array): number => moment.reduce((sum, sample) => sum + sample * sample, 0) / MOMENT;

/** Whether its power is at this pitch (Goertzel). */
function sounds(moment: Float32Array, pitch: number): boolean {
  const step = 2 * Math.cos((2 * Math.PI * pitch) / SOUND_RATE);
  let [last, before] = [0, 0];
  for (const sample of moment) [last, before] = [sample + step * last - before, last];
  const power = (2 * (last * last + before * before - step * last * before)) / (MOMENT * MOMENT);

  return power > powerOf(moment) * AT_ONE_PITCH;
}
