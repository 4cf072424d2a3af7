import { expect, test } from 'vitest';
import { lineSampleFrom } from './lineStats.ts';

const report = (...stats: readonly object[]): RTCStatsReport => new Map(stats.map((stat, id) => [String(id), stat]));

const OUT = { type: 'outbound-rtp', bytesSent: 9_000, headerBytesSent: 1_000, packetsSent: 10, targetBitrate: 450_000 };
const TOLD = { type: 'remote-inbound-rtp', packetsLost: 2, roundTripTime: 0.08 };
const PAIR = { type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.03 };
const BACK = {
  type: 'inbound-rtp',
  bytesReceived: 4_500,
  headerBytesReceived: 500,
  packetsReceived: 5,
  packetsLost: 3,
};

test('both directions are read, with what protocols add', () => {
  expect(lineSampleFrom(7, report(PAIR, OUT, TOLD), report(BACK))).toEqual({
    at: 7,
    sent: { bytes: 10_000, packets: 10 },
    lostOnTheWayUp: 2,
    received: { bytes: 5_000, packets: 5 },
    lostOnTheWayBack: 3,
    allowedKbit: 450,
    roundTripMs: 80,
  });
});

test('before the SFU has reported, the round trip is that of the connectivity checks; before those, unknown', () => {
  expect(lineSampleFrom(0, report(PAIR, OUT), report()).roundTripMs).toBe(30);
  expect(lineSampleFrom(0, report({ ...PAIR, nominated: false }, OUT), report()).roundTripMs).toBeNull();
});

test('what a browser does not count is nothing, and so is what it pads its probes with', () => {
  const odd = { type: 'inbound-rtp', bytesReceived: 'many', packetsReceived: Number.NaN };
  const padding = { ...BACK, trackIdentifier: 'probator' };

  expect(lineSampleFrom(0, report(), report()).allowedKbit).toBeNull();
  expect(lineSampleFrom(0, report(), report(odd)).received).toEqual({ bytes: 0, packets: 0 });
  expect(lineSampleFrom(0, report(), report(padding, BACK)).received.packets).toBe(5);
  expect(lineSampleFrom(0, report(), report(padding)).received.packets).toBe(0);
});

test('the padding is known by its line of the description in Firefox, which names tracks by itself', () => {
  const padding = { ...BACK, packetsReceived: 2, mid: 'probator', trackIdentifier: '{2399fb7b}' };
  const picture = { ...BACK, mid: '0', trackIdentifier: '{8cbd74a9}' };

  expect(lineSampleFrom(0, report(), report(padding, picture)).received.packets).toBe(5);
});
