import type { MediaRequest } from '@doorstep/shared/protocol/media.ts';
import { LENA, NURSE } from '@doorstep/shared/testing/personas.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CAPABILITIES, DTLS, opus, vp8 } from '../../../server/src/media/fake/parameters.ts';
import type { Device } from '../../harness/Device.ts';
import { HostileStage, withSound } from '../../harness/HostileStage.ts';

let stage: HostileStage;
beforeEach(async () => {
  stage = await HostileStage.open();
});
afterEach(() => stage.close());

const OPEN = { type: 'openLoop' } as const;
const BACK = { type: 'loopBack', rtpParameters: vp8(9_001), rtpCapabilities: CAPABILITIES } as const;
const CLOSE = { type: 'closeLoop' } as const;
const refused = (refusal: string) => ({ ok: false, refusal });

/** Everything of a loop, flowing. */
async function loopOf(device: Device) {
  const [opened, back] = [await device.media(OPEN), await device.media(BACK)];
  if (!opened.ok || !back.ok) throw new Error('No loop');

  return { send: opened.answer.send.id, receive: opened.answer.receive.id, ...back.answer };
}

const loopsNow = () => stage.server.plane.loops(stage.visit.id).map(({ session }) => session);

describe('[JOIN-3] [JOIN-4] a device at the door that measures its line', () => {
  test('brings nothing into the room, and nothing of the room to itself', async () => {
    await withSound(stage.host, 1_001);
    await withSound(stage.dana, 1_002);
    await expect.poll(() => stage.dana.notices).toHaveLength(1);
    const noticed = stage.dana.notices.length;
    const before = stage.server.plane.counts();

    await stage.unchangedBy(() => loopOf(stage.ray));
    expect(loopsNow()).toEqual([stage.ray.seat.session]);
    expect(stage.dana.notices).toHaveLength(noticed);
    expect(stage.ray.notices).toEqual([]);
    expect({ ...stage.server.plane.counts(), loops: 0 }).toEqual(before);
  });

  test('may not do it again and again', async () => {
    expect(await stage.ray.media(OPEN)).toMatchObject({ ok: true });
    for (let time = 0; time < 12; time += 1) expect(await stage.ray.media(OPEN)).toEqual(refused('tooMany'));
    await stage.ray.media(CLOSE);

    expect(await stage.ray.media(OPEN)).toEqual(refused('tooMany'));
    expect(stage.server.plane.counts().loops).toBe(0);
    await stage.servesOthers();
  });

  test('has one picture in it, of one layer, and no sound', async () => {
    await stage.ray.media(OPEN);
    const odd: readonly (readonly [MediaRequest, string])[] = [
      [{ ...BACK, rtpParameters: opus(9_002) }, 'badParameters'],
      [{ ...BACK, rtpParameters: { ...vp8(9_003), encodings: [{ ssrc: 1 }, { ssrc: 2 }] } }, 'badParameters'],
      [{ ...BACK, rtpCapabilities: { codecs: [] } }, 'badParameters'],
    ];
    for (const [request, refusal] of odd) expect(await stage.ray.media(request)).toEqual(refused(refusal));
    expect(await stage.ray.media(BACK)).toMatchObject({ ok: true });
    expect(await stage.ray.media(BACK)).toEqual(refused('badParameters'));
  });

  test('gets nothing by saying whose stream it wants back', async () => {
    const { producer } = await withSound(stage.host, 1_001);
    await stage.ray.media(OPEN);
    const wild = [
      { ...BACK, producer },
      { ...OPEN, session: stage.host.seat.session },
      { ...OPEN, room: 'main' },
    ];

    await stage.unchangedBy(async () => {
      for (const request of wild) expect(await stage.ray.say('media', request)).toEqual(refused('malformed'));
    });
  });

  test('loses the loop with the door: let in, it has a seat and no loop', async () => {
    const { consumer } = await loopOf(stage.ray);
    await stage.host.command({ type: 'lobby.admit', session: stage.ray.seat.session });

    expect(loopsNow()).toEqual([]);
    await expect.poll(() => stage.ray.notices.map(({ type }) => type)).toContain('loopClosed');
    for (const request of [OPEN, BACK, CLOSE]) expect(await stage.ray.media(request)).toEqual(refused('alreadyInside'));
    expect(await stage.ray.media({ type: 'resume', consumer })).toEqual(refused('notFound'));
  });

  test('loses the loop with the door: turned away or gone, it has nothing', async () => {
    await loopOf(stage.ray);
    await stage.host.command({ type: 'lobby.deny', session: stage.ray.seat.session });

    expect(loopsNow()).toEqual([]);
    for (const request of [OPEN, BACK, CLOSE]) expect((await stage.ray.media(request)).ok).toBe(false);
    expect(loopsNow()).toEqual([]);
  });
});

describe('[JOIN-3] somebody else’s loop', () => {
  test('is as unknown as none, to those inside and to those at the door', async () => {
    await withSound(stage.host, 1_001);
    const { send, receive, producer, consumer } = await loopOf(stage.ray);
    const other = await stage.attacker();
    const about: readonly MediaRequest[] = [
      ...[send, receive].flatMap((transport): MediaRequest[] => [
        { type: 'connect', transport, dtlsParameters: DTLS },
        { type: 'restartIce', transport },
      ]),
      { type: 'produce', transport: send, kind: 'video', rtpParameters: vp8(9_004) },
      { type: 'closeProducer', producer },
      { type: 'resume', consumer },
      { type: 'preferLayers', consumer, spatial: 0 },
    ];

    await stage.unchangedBy(async () => {
      for (const device of [stage.host, other]) {
        for (const request of about) {
          const answer = await device.media(request);
          expect(['notFound', 'notAdmitted']).toContain(answer.ok || answer.refusal);
        }
      }
      for (const request of [BACK, CLOSE]) expect(await other.media(request)).toEqual(refused('notFound'));
    });
    expect(loopsNow()).toEqual([stage.ray.seat.session]);
  });
});

test('[SAFE-6] strangers with one link cannot keep others from measuring their line', async () => {
  await stage.visit.must({ type: 'roster.add', person: NURSE });
  await stage.visit.must({ type: 'invitation.issue', participant: LENA });
  const lena = await stage.visit.connect(await stage.visit.seatOf(LENA));
  const strangers = [stage.ray, await stage.attacker(), await stage.attacker(), await stage.attacker()];
  const answers = await Promise.all(strangers.map((device) => device.media(OPEN)));

  expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
  expect(await lena.media(OPEN)).toMatchObject({ ok: true });
  expect(loopsNow()).toHaveLength(3);
  await stage.servesOthers();
});

test('[JOIN-4] whoever is inside may not have one', async () => {
  await stage.unchangedBy(async () => {
    for (const device of [stage.host, stage.dana]) {
      for (const request of [OPEN, BACK, CLOSE]) expect(await device.media(request)).toEqual(refused('alreadyInside'));
    }
  });
  expect(stage.server.plane.counts().loops).toBe(0);
});
