import type { MediaRequest } from '@doorstep/shared/protocol/media.ts';
import { DANA } from '@doorstep/shared/testing/personas.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CAPABILITIES, DTLS, opus, vp8 } from '../../../server/src/media/fake/parameters.ts';
import type { Device } from '../../harness/Device.ts';
import { HostileStage, withSound } from '../../harness/HostileStage.ts';
import { LiveVisit } from '../../harness/LiveVisit.ts';

type Ids = Awaited<ReturnType<typeof withSound>>;

let stage: HostileStage;
let hosts: Ids;
beforeEach(async () => {
  stage = await HostileStage.open();
  hosts = await withSound(stage.host, 1_001);
});
afterEach(() => stage.close());

/** Everything that can be asked about something that has an id. */
const aboutIds = (ids: Ids, consumer: string): readonly MediaRequest[] => [
  { type: 'connect', transport: ids.transport, dtlsParameters: DTLS },
  { type: 'connect', transport: ids.receiveTransport, dtlsParameters: DTLS },
  { type: 'produce', transport: ids.transport, kind: 'audio', rtpParameters: opus(7) },
  { type: 'produce', transport: ids.transport, kind: 'video', rtpParameters: vp8(8) },
  { type: 'closeProducer', producer: ids.producer },
  { type: 'resume', consumer },
  { type: 'resume', consumer: ids.producer },
  { type: 'preferLayers', consumer, spatial: 2 },
  { type: 'restartIce', transport: ids.transport },
];

async function expectRefused(device: Device, requests: readonly MediaRequest[], refusal: readonly string[]) {
  for (const request of requests) {
    const answer = await device.media(request);
    expect({ request: request.type, ok: answer.ok }).toEqual({ request: request.type, ok: false });
    expect(refusal).toContain(answer.ok || answer.refusal);
  }
}

/** A stream that one device receives. */
async function consumerOf(device: Device): Promise<string> {
  await expect.poll(() => device.notices.some(({ type }) => type === 'consumer')).toBe(true);
  const notice = device.notices.find((one) => one.type === 'consumer');

  return notice?.type === 'consumer' ? notice.consumer.id : '';
}

describe('[JOIN-3] before anybody has let it in', () => {
  test('a device sends nothing and hears nobody, joined or not', async () => {
    await withSound(stage.dana, 1_002);
    const consumer = await consumerOf(stage.dana);
    await stage.unchangedBy(() =>
      expectRefused(stage.ray, aboutIds(hosts, consumer), ['notAdmitted', 'noSeat', 'notFound']),
    );

    const joined = await stage.ray.media({ type: 'join' });
    if (!joined.ok) throw new Error(`No media: ${joined.refusal}`);
    expect(joined.answer).toMatchObject({ seatedAt: null, iceServers: [] });
    await stage.ray.media({ type: 'receive', rtpCapabilities: CAPABILITIES });
    const own = { ...hosts, transport: joined.answer.send.id };

    await stage.unchangedBy(async () => {
      await expectRefused(stage.ray, aboutIds(hosts, consumer), ['notAdmitted', 'notFound']);
      await expectRefused(
        stage.ray,
        aboutIds(own, consumer).filter(({ type }) => type === 'produce'),
        ['notAdmitted'],
      );
    });
    expect(stage.server.plane.flows().filter(({ hearer }) => hearer === stage.ray.seat.session)).toEqual([]);
  });

  test('neither does one that was put out, nor with the ids that it had', async () => {
    const ids = await withSound(stage.dana, 1_002);
    const consumer = await consumerOf(stage.dana);
    await stage.host.command({ type: 'lobby.remove', participant: DANA });

    await stage.unchangedBy(async () => {
      await expectRefused(stage.dana, [{ type: 'join' }], ['noSeat']);
      await expectRefused(stage.dana, aboutIds(ids, consumer), ['noSeat']);
      await expectRefused(stage.dana, aboutIds(hosts, consumer), ['noSeat']);
    });
  });
});

describe('[SAFE-6] inside', () => {
  test('somebody else’s transports, sound and streams are as unknown as any', async () => {
    await withSound(stage.dana, 1_002);
    await withSound(stage.sam, 1_003);
    const consumer = await consumerOf(stage.dana);
    const nothing = { transport: 'x', receiveTransport: 'x', producer: 'x' };

    await stage.unchangedBy(async () => {
      await expectRefused(stage.sam, aboutIds(hosts, consumer), ['notFound']);
      await expectRefused(stage.sam, aboutIds(nothing, 'x'), ['notFound']);
    });
  });

  test('nor do those of another room do anything', async () => {
    const other = await LiveVisit.begin(stage.server, DANA);
    const theirs = await withSound(other.host, 2_001);
    await withSound(other.deviceOf(DANA), 2_002);
    const consumer = await consumerOf(other.deviceOf(DANA));
    await withSound(stage.sam, 1_003);
    const before = stage.server.plane.inventory(other.visit.id);

    await stage.unchangedBy(() => expectRefused(stage.sam, aboutIds(theirs, consumer), ['notFound']));
    expect(stage.server.plane.inventory(other.visit.id)).toEqual(before);
  });

  test('ids from before a new start are worth nothing after it', async () => {
    const old = await withSound(stage.dana, 1_002);
    const consumer = await consumerOf(stage.dana);
    await withSound(stage.dana, 1_004);

    await stage.unchangedBy(() => expectRefused(stage.dana, aboutIds(old, consumer), ['notFound']));
  });

  test('parameters that no browser sends are refused before the SFU sees them', async () => {
    const { transport } = await withSound(stage.dana, 1_002);
    const produce = { type: 'produce', transport, kind: 'audio' };
    const good = opus(9);
    const wild: readonly unknown[] = [
      { type: 'connect', transport, dtlsParameters: { fingerprints: [] } },
      { type: 'connect', transport, dtlsParameters: { fingerprints: [{ algorithm: 'sha-256', value: 'zz' }] } },
      { type: 'connect', transport, dtlsParameters: { ...DTLS, role: 'both' } },
      { ...produce, rtpParameters: { ...good, encodings: Array.from({ length: 300 }, () => ({ ssrc: 1 })) } },
      { ...produce, rtpParameters: { ...good, encodings: [{ ssrc: 2 ** 53 }] } },
      { ...produce, rtpParameters: { ...good, encodings: [{ ssrc: -1 }] } },
      { ...produce, rtpParameters: { ...good, codecs: [] } },
      { ...produce, rtpParameters: { ...good, headerExtensions: [{ uri: 'x', id: 300 }] } },
      { ...produce, rtpParameters: { ...good, mid: 'x'.repeat(5_000) } },
      { ...produce, kind: 'text', rtpParameters: good },
      { ...produce, rtpParameters: good, session: stage.host.seat.session },
      { type: 'preferLayers', consumer: 'x', spatial: 1e9 },
      { type: 'resume', consumer: '../x' },
      { type: 'consume', producer: hosts.producer },
      { type: 'pauseProducer', producer: hosts.producer },
    ];

    await stage.unchangedBy(async () => {
      for (const request of wild) {
        expect(await stage.dana.say('media', request)).toEqual({ ok: false, refusal: 'malformed' });
      }
    });
  });
});
