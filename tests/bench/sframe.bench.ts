/**
 * What encryption from device to device costs: sealing and opening frames as large as they are, one after the other as a stream does it,
 * and what comes once for a stay or a pair of devices. A call makes about 120 frames a second. Lower is better.
 */
import { makeBaseKey } from '@doorstep/shared/sframe/cipher.ts';
import { makeDeviceKeys } from '@doorstep/shared/sframe/deviceKeys.ts';
import { FrameOpener } from '@doorstep/shared/sframe/FrameOpener.ts';
import { FrameSealer } from '@doorstep/shared/sframe/FrameSealer.ts';
import type { MediaKind } from '@doorstep/shared/sframe/layout.ts';
import { safetyCode } from '@doorstep/shared/sframe/safetyCode.ts';
import { wrapKey } from '@doorstep/shared/sframe/wrap.ts';
import { load, spread, verdict } from './measure/figures.ts';

const FRAMES = Number(process.env.FRAMES ?? 3_000);
const ONCE = Number(process.env.TRIALS ?? 10);
/** For each frame, in milliseconds: a twentieth of a core at 120 frames a second, so that a phone five times slower has enough left. */
const TARGET = 0.4;

const SIZES: readonly (readonly [name: string, kind: MediaKind, bytes: number])[] = [
  ['sound,    120 bytes', 'audio', 120],
  ['picture,  1.2 kB   ', 'video', 1_200],
  ['picture, 12 kB     ', 'video', 12_000],
];

async function timed<Value>(into: number[], work: () => Promise<Value>): Promise<Value> {
  const begun = performance.now();
  const value = await work();
  into.push(performance.now() - begun);

  return value;
}

async function frames(kind: MediaKind, bytes: number) {
  const baseKey = makeBaseKey();
  const sealer = await FrameSealer.of(1, baseKey);
  const opener = new FrameOpener();
  await opener.addKey(1, baseKey);
  const [sealed, opened]: [number[], number[]] = [[], []];
  for (let count = 0; count < FRAMES; count += 1) {
    const frame = new ArrayBuffer(bytes);
    const wire = await timed(sealed, () => sealer.seal(kind, frame));
    const { ok } = await timed(opened, () => opener.open(kind, wire));
    if (!ok) throw new Error('A frame did not open again');
  }

  // The first ones are slow: the code is still being compiled.
  return { sealed: sealed.slice(FRAMES / 10), opened: opened.slice(FRAMES / 10) };
}

for (const [name, kind, bytes] of SIZES) {
  const { sealed, opened } = await frames(kind, bytes);
  console.log(`Seal ${name}               ${spread(sealed, 'ms', 3)}   ${verdict(sealed, TARGET, 'ms')}`);
  console.log(`Open ${name}               ${spread(opened, 'ms', 3)}   ${verdict(opened, TARGET, 'ms')}   (${load()})`);
}

const [made, wrapped, compared]: [number[], number[], number[]] = [[], [], []];
for (let count = 0; count < ONCE; count += 1) {
  const own = await timed(made, makeDeviceKeys);
  const { publicKey } = await makeDeviceKeys();
  const context = { visit: 'visit', room: 'room', kid: 1, from: 'one', to: 'other' };
  await timed(wrapped, () => wrapKey({ own, peer: publicKey, context, key: makeBaseKey() }));
  await timed(compared, () => safetyCode([{ session: 'one', role: 'host', publicKey }]));
}
console.log(`Keys of a device, once a visit           ${spread(made, 'ms', 2)}`);
console.log(`Wrap for one other device                ${spread(wrapped, 'ms', 2)}`);
console.log(`Safety code (slow on purpose)            ${spread(compared, 'ms')}   (${load()})`);
