import { describe, expect, test } from 'vitest';
import { FakeCapture } from '../../media/FakeCapture.ts';
import { LocalMedia } from '../../media/LocalMedia.ts';
import { HoldToTalk } from './HoldToTalk.ts';

async function muted() {
  const local = new LocalMedia(new FakeCapture(), () => true);
  await local.acquire({ microphone: 'muted' });
  const settled = () => local.takeBack();
  return { local, hold: new HoldToTalk(local), isOn: () => local.getState().microphoneOn, settled };
}

describe('[DEV-4] hold to talk', () => {
  test('opens a closed microphone while it is held, and closes it after', async () => {
    const { hold, isOn, settled } = await muted();
    expect(hold.press('key')).toBe(true);
    await settled();
    expect([isOn(), hold.isHeld()]).toEqual([true, true]);

    hold.release('key');
    expect([isOn(), hold.isHeld()]).toEqual([false, false]);
    await settled();
    expect(isOn()).toBe(false);
  });

  test('key and finger together: the last to let go closes it', async () => {
    const { hold, isOn, settled } = await muted();
    hold.press('key');
    hold.press('pointer');
    hold.release('key');
    await settled();
    expect(isOn()).toBe(true);
    hold.release('pointer');
    expect(isOn()).toBe(false);
  });

  test('let go at once, before the microphone has opened, it stays closed', async () => {
    const local = new LocalMedia(new FakeCapture(), () => true);
    await local.acquire({ microphone: false });
    const hold = new HoldToTalk(local);
    hold.press('pointer');
    hold.release('pointer');
    await local.takeBack();
    expect(local.getState().microphoneOn).toBe(false);
  });

  test('a microphone that is open anyway is not touched', async () => {
    const { local, hold, isOn, settled } = await muted();
    await local.setMicrophone(true);
    expect(hold.press('key')).toBe(false);
    hold.release('key');
    hold.releaseAll();
    await settled();
    expect(isOn()).toBe(true);
  });

  test('the page goes out of sight: everything is let go', async () => {
    const { hold, isOn } = await muted();
    hold.press('key');
    hold.press('pointer');
    hold.releaseAll();
    expect([isOn(), hold.isHeld()]).toEqual([false, false]);
  });
});
