import type { LineSample } from './lineGrade.ts';

type Stat = Readonly<Record<string, unknown>>;

/** Reads W3C webrtc-stats of both directions of a loop; what a browser does not count is nothing. */
export function lineSampleFrom(at: number, sent: RTCStatsReport, received: RTCStatsReport): LineSample {
  const out = statOf(sent, 'outbound-rtp');
  const told = statOf(sent, 'remote-inbound-rtp');
  const back = statOf(received, 'inbound-rtp');

  return {
    at,
    sent: { bytes: countOf(out, 'bytesSent') + countOf(out, 'headerBytesSent'), packets: countOf(out, 'packetsSent') },
    lostOnTheWayUp: countOf(told, 'packetsLost'),
    received: {
      bytes: countOf(back, 'bytesReceived') + countOf(back, 'headerBytesReceived'),
      packets: countOf(back, 'packetsReceived'),
    },
    lostOnTheWayBack: countOf(back, 'packetsLost'),
    allowedKbit: allowedBy(out),
    roundTripMs: roundTripOf(told, sent),
  };
}

/** What congestion control lets the picture take (bits per second), whether or not it takes it; some browsers keep that to themselves. */
function allowedBy(out: Stat | undefined): number | null {
  const bits = countOf(out, 'targetBitrate');

  return bits > 0 ? bits / 1000 : null;
}

/** By the SFU's reports on the picture itself; before the first of them, by the connectivity checks. Both are in seconds. */
function roundTripOf(told: Stat | undefined, sent: RTCStatsReport): number | null {
  const pair = allOf(sent).find(({ type, nominated }) => type === 'candidate-pair' && nominated === true);
  const seconds = countOf(told, 'roundTripTime') || countOf(pair, 'currentRoundTripTime');

  return seconds > 0 ? seconds * 1000 : null;
}

const statOf = (report: RTCStatsReport, type: string): Stat | undefined =>
  allOf(report).find((stat) => stat.type === type && !isPadding(stat));

/** The SFU pads its bandwidth probes into a stream of their own. Older Chromium tells no `mid`; Firefox names tracks by itself. */
const isPadding = ({ mid, trackIdentifier }: Stat): boolean => mid === 'probator' || trackIdentifier === 'probator';

function allOf(report: RTCStatsReport): readonly Stat[] {
  const stats: Stat[] = [];
  report.forEach((stat: Stat) => {
    stats.push(stat);
  });

  return stats;
}

function countOf(stat: Stat | undefined, name: string): number {
  const value = stat?.[name];

  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
