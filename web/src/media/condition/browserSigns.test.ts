import { expect, test } from 'vitest';
import { pageAttention } from './attention.ts';
import { browserOutputs } from './soundOutputs.ts';
import { browserSoundSession } from './soundSession.ts';

class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';

  become(state: DocumentVisibilityState): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

test('a page that is hidden or about to be frozen is not in front of anybody, and is again when shown', () => {
  const page = new Page();
  const attention = pageAttention(page);
  const seen: boolean[] = [];
  const stop = attention.watch(() => seen.push(attention.isElsewhere()));

  page.become('hidden');
  page.dispatchEvent(new Event('freeze'));
  page.dispatchEvent(new Event('resume'));
  page.become('visible');
  expect(seen).toEqual([true, true, true, false]);

  stop();
  page.become('hidden');
  expect(seen).toHaveLength(4);
});

test('a page that is frozen while it can still be seen is away until it wakes', () => {
  const page = new Page();
  const attention = pageAttention(page);
  attention.watch(() => {});
  page.dispatchEvent(new Event('freeze'));
  expect(attention.isElsewhere()).toBe(true);
  page.dispatchEvent(new Event('resume'));
  expect(attention.isElsewhere()).toBe(false);
});

test('[SAFE-5] an iPhone tells that a call has taken the sound, and that it is over', () => {
  const audioSession = Object.assign(new EventTarget(), { state: 'active' });
  const session = browserSoundSession({ audioSession });
  let told = 0;
  const stop = session.watch(() => {
    told += 1;
  });
  audioSession.state = 'interrupted';
  audioSession.dispatchEvent(new Event('statechange'));
  expect([told, session.isInterrupted()]).toEqual([1, true]);

  audioSession.state = 'active';
  audioSession.dispatchEvent(new Event('statechange'));
  expect([told, session.isInterrupted()]).toEqual([2, false]);
  stop();
  audioSession.dispatchEvent(new Event('statechange'));
  expect(told).toBe(2);
});

test('a browser that has no such sign is never taken for interrupted', () => {
  expect(browserSoundSession({}).isInterrupted()).toBe(false);
  expect(browserSoundSession({ audioSession: null }).isInterrupted()).toBe(false);
});

class Devices extends EventTarget {
  outputs: readonly string[] = [];

  async enumerateDevices(): Promise<MediaDeviceInfo[]> {
    return this.outputs.map((deviceId) => ({
      kind: 'audiooutput' as const,
      deviceId,
      groupId: '',
      label: '',
      toJSON: () => ({}),
    }));
  }
}

test('[SAFE-5] loudspeakers are counted only where the browser lists them all', async () => {
  const devices = new Devices();
  const outputs = browserOutputs(devices);
  expect(await outputs.count()).toBeNull();
  devices.outputs = ['headset'];
  expect(await outputs.count()).toBeNull();

  devices.outputs = ['default', 'headset'];
  expect(await outputs.count()).toBe(2);
  devices.outputs = [];
  expect(await outputs.count()).toBe(0);
});
