import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KeyOffer } from './KeyOffer.ts';
import { deviceOf, KeyStage, StagedDevice } from './KeyStage.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('[SAFE-2] a device whose key was refused as too fast says it once more, without anything having to happen', async () => {
  const stage = new KeyStage();
  const sam = new StagedDevice('sam', stage);
  stage.devices.set(deviceOf('sam'), sam);
  stage.reseats = false;
  stage.refusesOffers = true;
  const offer = new KeyOffer(sam, 'own');
  stage.sits('sam');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sam.key).toBe(null);

  stage.refusesOffers = false;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sam.key).toBe('own');
  offer.close();
});

test('[SAFE-2] a page that is closed says nothing more', async () => {
  const stage = new KeyStage();
  const sam = new StagedDevice('sam', stage);
  stage.devices.set(deviceOf('sam'), sam);
  stage.reseats = false;
  stage.refusesOffers = true;
  const offer = new KeyOffer(sam, 'own');
  stage.sits('sam');
  await vi.advanceTimersByTimeAsync(1_000);
  offer.close();
  stage.refusesOffers = false;
  await vi.advanceTimersByTimeAsync(60_000);

  expect(sam.key).toBe(null);
});
