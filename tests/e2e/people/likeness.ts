import { spawn } from 'node:child_process';
import { access, mkdir, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What makes a person recognisable in a test: a colour that fills their picture and the pitch of their voice.
 * Hues and pitches are far enough apart to survive VP8 and Opus at their worst.
 */
export interface Likeness {
  /** Degrees on the colour wheel. */
  readonly hue: number;
  /** Hertz. */
  readonly pitch: number;
}

const RECIPE = 'v2';
const FOLDER = join(tmpdir(), 'doorstep-likenesses');

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

function ffmpeg(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`ffmpeg ended with ${code}`))));
  });
}

async function made(name: string, args: (path: string) => readonly string[]): Promise<string> {
  const path = join(FOLDER, name);
  if (await exists(path)) return path;

  await mkdir(FOLDER, { recursive: true });
  const unfinished = join(FOLDER, `${process.pid}-${name}`);
  await ffmpeg(args(unfinished));
  await rename(unfinished, path);

  return path;
}

/** RGB 0–255 of a fully saturated hue (HSV with S = 0.75, V = 0.8: what cameras deliver, and what survives chroma subsampling). */
export function colourOf(hue: number): readonly [number, number, number] {
  const channel = (shift: number): number => {
    const k = (shift + hue / 60) % 6;

    return Math.round(255 * (0.8 - 0.8 * 0.75 * Math.max(0, Math.min(k, 4 - k, 1))));
  };

  return [channel(5), channel(3), channel(1)];
}

/** A camera: 640×360 at 15 frames a second, of one colour, with noise and a moving bar so that it weighs what a real picture weighs. */
export const pictureOf = ({ hue }: Likeness): Promise<string> => {
  const hex = colourOf(hue)
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('');

  return made(`${RECIPE}-picture-${hue}.mjpeg`, (path) => [
    ...['-f', 'lavfi', '-i', `color=c=0x${hex}:s=640x360:r=15:d=4`],
    ...['-vf', 'drawbox=x=mod(t*120\\,600):y=150:w=40:h=60:color=white@0.6:t=fill,noise=alls=14:allf=t'],
    ...['-q:v', '5', '-f', 'mjpeg', path],
  ]);
};

/** A voice: one pitch in short syllables, because browsers take a steady tone for noise and remove it. */
export const voiceOf = ({ pitch }: Likeness): Promise<string> =>
  made(`${RECIPE}-voice-${pitch}.wav`, (path) => [
    ...['-f', 'lavfi', '-i', `aevalsrc=0.5*sin(2*PI*${pitch}*t)*gt(mod(t\\,0.5)\\,0.15):s=48000:d=4`],
    ...['-f', 'wav', path],
  ]);
