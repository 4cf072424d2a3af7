import type { Bytes } from '@doorstep/shared/sframe/bytes.ts';
import { expect, vi } from 'vitest';
import { deviceOf, type StagedDevice } from './KeyStage.ts';

/** A whole picture, as VP8 begins one. */
export const picture = (text: string): Bytes =>
  Uint8Array.of(0, ...Array<number>(9).fill(7), ...new TextEncoder().encode(text));
/** A picture that only changes the one before. */
export const change = (text: string): Bytes => Uint8Array.of(1, 7, 7, ...new TextEncoder().encode(text));

/** What is opened at `to` of what `from` sends now. */
export async function seen(from: StagedDevice, to: StagedDevice, frame = picture('hello')): Promise<Bytes | null> {
  const sent = await from.frames.sends('video', frame);

  return sent === null ? null : to.frames.arriving('video', deviceOf(from.name))(sent);
}

/** Waits until it holds, for keys are made and passed on in their own time. */
export const until = (holds: () => unknown) => vi.waitFor(holds, { timeout: 5_000, interval: 5 });

/** Waits until the others see this one. */
export const see = (from: StagedDevice, ...others: readonly StagedDevice[]) =>
  until(async () => {
    for (const to of others) expect(await seen(from, to)).toEqual(picture('hello'));
  });
