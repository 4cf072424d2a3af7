import { DANA, SAM } from '@doorstep/shared/testing/personas.ts';
import type { Condition } from '@doorstep/shared/visit/condition/state.ts';
import { UNTOLD } from '@doorstep/shared/visit/condition/state.ts';
import type { ParticipantId } from '@doorstep/shared/visit/ids.ts';
import type { HostDeviceView, VisitView } from '@doorstep/shared/visit/viewShape.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HostileStage } from '../../harness/HostileStage.ts';

let stage: HostileStage;
beforeEach(async () => {
  stage = await HostileStage.open();
});
afterEach(() => stage.close());

const BLURRED: Condition = { ...UNTOLD, blur: 'on' };
const DEAF: Condition = { ...UNTOLD, hears: 'no' };

/** What the host reads of this person's one device. */
function deviceOf(view: VisitView, who: ParticipantId): HostDeviceView | undefined {
  const roster = view.screen === 'room' ? (view.console?.roster ?? []) : [];

  return roster.find(({ participant }) => participant === who)?.devices[0];
}

const hostReads = (who: ParticipantId, holds: (device: HostDeviceView) => boolean) =>
  stage.host.until((view) => {
    const device = deviceOf(view, who);
    return device !== undefined && holds(device);
  });

/** Anything may be said on a line, also what no type allows. */
const saysAnything = (device: HostileStage['dana'], command: unknown) =>
  device.socket.emitWithAck('command', { commandId: 'anything-1', command });

describe('[SAFE-6] how a device stands is said by that device alone', () => {
  test('[SEE-3] naming another device is malformed, and opens nothing that is held there', async () => {
    const { dana, sam } = stage;
    expect(await dana.command({ type: 'condition.tell', condition: BLURRED })).toEqual({ ok: true });
    await hostReads(DANA, ({ pictureHeld }) => pictureHeld);

    await stage.unchangedBy(async () => {
      const forged = { type: 'condition.tell', session: dana.seat.session, condition: { ...UNTOLD, blur: 'off' } };
      expect(await saysAnything(sam, forged)).toEqual({ ok: false, refusal: 'malformed' });
    });
  });

  test('[SEE-3] saying the opposite about oneself opens nothing that is held of somebody else', async () => {
    const { dana, sam } = stage;
    await dana.command({ type: 'condition.tell', condition: BLURRED });
    await sam.command({ type: 'condition.tell', condition: { ...UNTOLD, blur: 'off' } });
    const view = await hostReads(SAM, ({ blur }) => blur === 'off');

    expect(deviceOf(view, DANA)).toMatchObject({ blur: 'on', pictureHeld: true });
    expect(deviceOf(view, SAM)).toMatchObject({ pictureHeld: false });
  });

  test('[SAFE-5] a device that says that it hears is heard only by its own word', async () => {
    const { dana, sam } = stage;
    await dana.command({ type: 'condition.tell', condition: DEAF });
    await sam.command({ type: 'condition.tell', condition: { ...UNTOLD, interruption: 'hidden' } });
    const view = await hostReads(SAM, ({ interruption }) => interruption === 'hidden');
    expect(deviceOf(view, DANA)).toMatchObject({ hears: 'no', pictureHeld: true });

    await dana.command({ type: 'condition.tell', condition: UNTOLD });
    await hostReads(DANA, ({ hears, pictureHeld }) => hears === 'yes' && !pictureHeld);
  });

  test.each<[string, unknown]>([
    ['a blur that there is not', { ...UNTOLD, blur: 'a little' }],
    ['a part left out', { blur: 'off', camera: 'ordinary', interruption: 'none' }],
    ['something more', { ...UNTOLD, pictureHeld: false }],
    ['a list', [UNTOLD]],
    ['nothing', null],
    ['a text', 'off'],
    ['a camera with a name', { ...UNTOLD, camera: 'OBS Virtual Camera' }],
  ])('nonsense is malformed: %s', async (_, condition) => {
    await stage.unchangedBy(async () => {
      expect(await saysAnything(stage.dana, { type: 'condition.tell', condition })).toEqual({
        ok: false,
        refusal: 'malformed',
      });
    });
  });

  test('[ROST-5] whoever was put out says nothing of how they stand any more', async () => {
    const { host, dana } = stage;
    await host.command({ type: 'lobby.remove', participant: DANA });
    await dana.until(({ screen }) => screen === 'out');

    await stage.unchangedBy(async () => {
      expect((await dana.command({ type: 'condition.tell', condition: BLURRED })).ok).toBe(false);
    });
  });

  test('[SEE-7] only the host learns of blur and of the kind of camera', async () => {
    await stage.dana.command({ type: 'condition.tell', condition: { ...BLURRED, camera: 'virtual' } });
    await hostReads(DANA, ({ blur, cameraKind }) => blur === 'on' && cameraKind === 'virtual');
    const held = (view: VisitView) =>
      view.screen === 'room' && JSON.stringify(view.people).includes('"pictureHeld":true');
    const seen = JSON.stringify(await stage.sam.until(held));

    expect(seen).not.toContain('virtual');
    expect(seen).not.toContain('"blur"');
  });
});
