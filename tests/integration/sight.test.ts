import type { RtpParameters } from '@doorstep/shared/protocol/media.ts';
import { PRIYA } from '@doorstep/shared/testing/personas.ts';
import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Sight } from '@doorstep/shared/visit/sight/state.ts';
import type { VisitView } from '@doorstep/shared/visit/viewShape.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CAPABILITIES, vp8 } from '../../server/src/media/fake/parameters.ts';
import type { Device } from '../harness/Device.ts';
import { HostileStage } from '../harness/HostileStage.ts';

const SIGHTS: readonly Sight[] = ['seen', 'frozen', 'black', 'lost', 'off', 'notShown'];

let stage: HostileStage;
/** A colleague inside, whose device is a client of her own making. */
let priya: Device;
beforeEach(async () => {
  stage = await HostileStage.open();
  priya = await stage.visit.connect(await stage.visit.staffSeat(PRIYA));
  await priya.command({ type: 'presence.enter' });
  await priya.until(({ screen }) => screen === 'room');
});
afterEach(() => stage.close());

const pinnedIn = (view: VisitView): readonly string[] =>
  view.screen === 'room' ? view.people.filter(({ pinned }) => pinned).map(({ name }) => name) : [];

const sightIn = (view: VisitView, of: Device): Sight | null | undefined => {
  if (view.screen !== 'room') return undefined;
  const devices = view.console?.roster.flatMap((person) => person.devices) ?? [];

  return devices.find(({ session }) => session === of.seat.session)?.sight;
};

const tells = (device: Device, session: string, sight: Sight = 'frozen') =>
  device.command({ type: 'sight.tell', session: session as SessionId, sight });

async function joins(device: Device) {
  const joined = await device.media({ type: 'join' });
  if (!joined.ok) throw new Error(`No media: ${joined.refusal}`);
  await device.media({ type: 'receive', rtpCapabilities: CAPABILITIES });

  return joined.answer;
}

async function sends(device: Device, rtpParameters: RtpParameters) {
  const { send } = await joins(device);
  const produced = await device.media({ type: 'produce', transport: send.id, kind: 'video', rtpParameters });
  if (!produced.ok) throw new Error(`No picture: ${produced.refusal}`);
}

describe('[SEE-1] a professional’s own client cannot drop a pin', () => {
  /** The pictures that go to a device, by whose they are. */
  const offeredTo = (device: Device): readonly (SessionId | null)[] =>
    device.notices.flatMap((notice) => (notice.type === 'consumer' ? [notice.consumer.session] : []));
  const consumersOf = (device: Device): readonly string[] =>
    device.notices.flatMap((notice) => (notice.type === 'consumer' ? [notice.consumer.id] : []));
  const familyPictures = () => [stage.dana.seat.session, stage.sam.seat.session].sort();
  /** What the SFU has for a device, whether the device lets it flow or not. */
  const keptFor = (device: Device) =>
    stage.server.plane
      .inventory(stage.visit.id)
      .flatMap(({ places }) => places.filter(({ session }) => session === device.seat.session))
      .flatMap(({ consumers }) => consumers.flatMap(({ from, priority }) => (from ? [{ ...from, priority }] : [])));

  beforeEach(async () => {
    await sends(stage.dana, vp8(1_001));
    await sends(stage.sam, vp8(1_002));
    for (const device of [stage.host, priya]) {
      await joins(device);
      await expect.poll(() => [...offeredTo(device)].sort()).toEqual(familyPictures());
    }
  });

  test('there is nothing to say it with, by whatever name', async () => {
    const { sam } = stage;
    await stage.unchangedBy(async () => {
      for (const type of ['pin.drop', 'stage.unpin', 'presence.unpin', 'sight.pin', 'roster.setRole', 'pinned']) {
        const command = { type, session: sam.seat.session, participant: 'sam', pinned: false };
        expect((await priya.say<{ ok: boolean }>('command', { commandId: 'a'.repeat(36), command })).ok).toBe(false);
      }
      for (const type of ['closeConsumer', 'pauseConsumer', 'pause', 'close', 'setPriority', 'prioritise']) {
        const [consumer] = consumersOf(priya);
        const answer = await priya.say<{ ok: boolean }>('media', { type, consumer, priority: 1 });
        expect({ type, ok: answer.ok }).toEqual({ type, ok: false });
      }
    });
  });

  test('one that never lets its pictures flow, or asks for the least of them, changes nothing for anybody else', async () => {
    const { host } = stage;
    const [own = ''] = consumersOf(priya);
    const [hosts = ''] = consumersOf(host);
    for (const consumer of consumersOf(host))
      expect(await host.media({ type: 'resume', consumer })).toMatchObject({ ok: true });
    const seen = () => stage.server.plane.flows().filter(({ hearer }) => hearer === host.seat.session);
    const before = seen();
    expect(before).toHaveLength(2);

    const others = keptFor(host);
    expect(await priya.media({ type: 'preferLayers', consumer: own, spatial: 0 })).toMatchObject({ ok: true });
    for (const forged of [hosts, 'x', `${own}x`]) {
      for (const type of ['resume', 'preferLayers'] as const) {
        const request = type === 'resume' ? { type, consumer: forged } : { type, consumer: forged, spatial: 0 };
        expect(await priya.media(request)).toEqual({ ok: false, refusal: 'notFound' });
      }
    }
    expect(seen()).toEqual(before);
    expect(keptFor(host)).toEqual(others);
    for (const device of [host, priya]) {
      await device.until((view) => pinnedIn(view).length > 0);
      expect([...pinnedIn(device.view)].sort()).toEqual(['Dana Hughes', 'Sam Hughes']);
    }
  });

  test('the server keeps the child’s and the parents’ pictures for it, the child’s first, also when it begins anew', async () => {
    for (let turn = 0; turn < 2; turn += 1) {
      await expect
        .poll(() => [...keptFor(priya)].sort((one, other) => other.priority - one.priority))
        .toMatchObject([
          { session: stage.sam.seat.session, priority: 200 },
          { session: stage.dana.seat.session, priority: 150 },
        ]);
      await joins(priya);
    }
    expect([...pinnedIn(priya.view)].sort()).toEqual(['Dana Hughes', 'Sam Hughes']);
  });

  test('on the family’s own lines nobody is said to be pinned', async () => {
    for (const device of [stage.dana, stage.sam]) {
      const view = await device.until(({ screen }) => screen === 'room');
      expect(view.screen === 'room' && view.people.map(({ name }) => name)).toContain('Sam Hughes');
      expect(pinnedIn(view)).toEqual([]);
    }
  });
});

describe('[SEE-4] whoever says what they see', () => {
  const refused = (refusal: string) => ({ ok: false, refusal });

  test('is a professional: nobody of the family, and nobody at the door', async () => {
    const { sam, dana, ray } = stage;
    await stage.unchangedBy(async () => {
      for (const sight of SIGHTS) {
        expect(await tells(dana, sam.seat.session, sight)).toEqual(refused('notYours'));
        expect(await tells(sam, sam.seat.session, sight)).toEqual(refused('notYours'));
        expect((await tells(ray, sam.seat.session, sight)).ok).toBe(false);
      }
    });
  });

  test('says it of the child and the parents in the room: of no colleague, nobody at the door, nobody of another visit', async () => {
    const { host, ray } = stage;
    await stage.unchangedBy(async () => {
      for (const session of [host.seat.session, priya.seat.session, ray.seat.session, 'x', '__proto__']) {
        expect({ session, answer: await tells(priya, session) }).toEqual({ session, answer: refused('notFound') });
        expect((await tells(host, session)).ok).toBe(false);
      }
    });
  });

  test('says something that there is', async () => {
    await stage.unchangedBy(async () => {
      for (const sight of ['', 'hidden', 'SEEN', null, 7, ['seen'], { toString: 'seen' }]) {
        const command = { type: 'sight.tell', session: stage.sam.seat.session, sight };
        expect(await priya.say('command', { commandId: 'b'.repeat(36), command })).toEqual(refused('malformed'));
      }
    });
  });

  test('is believed for their own screen only: what a colleague says leaves the host’s as it is', async () => {
    const { host, sam } = stage;
    expect(await tells(host, sam.seat.session, 'seen')).toEqual({ ok: true });
    await host.until((view) => sightIn(view, sam) === 'seen');
    for (const sight of SIGHTS) expect(await tells(priya, sam.seat.session, sight)).toEqual({ ok: true });
    expect(await tells(host, stage.dana.seat.session, 'black')).toEqual({ ok: true });
    const view = await host.until((now) => sightIn(now, stage.dana) === 'black');
    expect(sightIn(view, sam)).toBe('seen');
  });

  test('has it heard by nobody of the family, over their whole line', async () => {
    const { host, sam, dana } = stage;
    for (const sight of SIGHTS) await tells(host, sam.seat.session, sight);
    await host.until((view) => sightIn(view, sam) === 'notShown');
    for (const device of [sam, dana, stage.ray]) {
      // What was said to it before comes before this answer.
      await device.command({ type: 'help.dismiss' });
      expect(device.received.join('\n')).not.toMatch(/frozen|notShown|"sight"/);
    }
  });
});
