import { describe, expect, test } from 'vitest';
import { gradeOf, isEnough, type LineSample, measureOf } from './lineGrade.ts';

/** A line that carries this many kilobits each second, looked at four times a second for so long. */
function line({
  kbit = 500,
  allowedKbit = kbit,
  ms = 4_000,
  roundTripMs = 40,
  lostUp = 0,
  lostBack = 0,
  from = 0,
}: Partial<
  Record<'kbit' | 'allowedKbit' | 'ms' | 'roundTripMs' | 'lostUp' | 'lostBack' | 'from', number>
> = {}): readonly LineSample[] {
  return Array.from({ length: ms / 250 + 1 }, (_, step) => {
    const packets = step * 12;
    const bytes = (kbit * step * 250) / 8;

    return {
      at: from + step * 250,
      sent: { bytes, packets },
      lostOnTheWayUp: packets * lostUp,
      received: { bytes, packets: packets * (1 - lostBack) + 1 },
      lostOnTheWayBack: packets * lostBack,
      allowedKbit,
      roundTripMs,
    };
  });
}

const gradeOfLine = (parts: Parameters<typeof line>[0]) => {
  const measure = measureOf(line(parts));

  return measure && gradeOf(measure);
};

describe('[JOIN-4] the grade of a line', () => {
  test.each([
    [{}, 'good'],
    [{ kbit: 399 }, 'fair'],
    [{ roundTripMs: 301 }, 'fair'],
    [{ lostBack: 0.03 }, 'fair'],
    [{ lostUp: 0.03 }, 'fair'],
    [{ kbit: 150 }, 'fair'],
    [{ kbit: 149 }, 'poor'],
    [{ roundTripMs: 801 }, 'poor'],
    [{ lostBack: 0.2 }, 'poor'],
    [{ lostUp: 0.2 }, 'poor'],
  ])('%o is %s', (parts, grade) => {
    expect(gradeOfLine(parts)).toBe(grade);
  });

  test('is of the worse direction', () => {
    const good = { allowedKbit: 500, roundTripMs: 20, lossShare: 0, kbitUp: 500, kbitDown: 500 };

    expect(gradeOf({ ...good, allowedKbit: 200, kbitUp: 200, kbitDown: 200 })).toBe('fair');
    expect(gradeOf({ ...good, kbitDown: 100 })).toBe('poor');
  });

  test('is not that of a device that draws less than the line would take', () => {
    expect(gradeOfLine({ kbit: 250, allowedKbit: 450 })).toBe('good');
    const lost = { roundTripMs: 20, lossShare: 0, kbitUp: 500, kbitDown: 250, allowedKbit: 500 };
    expect(gradeOf(lost)).toBe('fair');
    expect(gradeOf({ ...lost, kbitUp: 250, allowedKbit: null })).toBe('fair');
  });

  test('of a path that was found when time was nearly up is poor', () => {
    expect(measureOf(line({ ms: 500 }))).toEqual({
      allowedKbit: 500,
      roundTripMs: 40,
      lossShare: null,
      kbitUp: null,
      kbitDown: null,
    });
    expect(gradeOfLine({ ms: 500 })).toBe('poor');
  });

  test('counts a round trip that nobody knows as none', () => {
    expect(gradeOf({ allowedKbit: null, roundTripMs: null, lossShare: 0, kbitUp: 500, kbitDown: 500 })).toBe('good');
  });
});

describe('measuring', () => {
  test('nothing is measured of a line on which nothing came back', () => {
    expect(measureOf([])).toBeNull();
    expect(measureOf(line().map((sample) => ({ ...sample, received: { bytes: 0, packets: 0 } })))).toBeNull();
  });

  test('the first second does not count', () => {
    const slow = line({ kbit: 50, ms: 1_000 });
    const begun = slow.at(-1);
    const samples = [
      ...slow,
      ...line({ ms: 3_000, from: 1_000 })
        .map((sample) => after(sample, begun))
        .slice(1),
    ];

    expect(measureOf(samples)).toMatchObject({ kbitUp: 500, kbitDown: 500 });
  });

  test('of a short flow, all of it counts', () => {
    expect(measureOf(line({ ms: 1_500 }))).toMatchObject({ kbitUp: 500 });
  });

  test('what left the device and was lost was not carried', () => {
    const samples = line({ lostUp: 0.1 }).map((sample) => ({ ...sample, received: halved(sample.received) }));

    expect(measureOf(samples)).toMatchObject({ kbitUp: 450, kbitDown: 250, lossShare: 0.1 });
  });

  test('what came back had gone up', () => {
    const samples = line().map((sample) => ({ ...sample, sent: halved(sample.sent) }));

    expect(measureOf(samples)).toMatchObject({ kbitUp: 500, kbitDown: 500 });
  });

  test('the round trip is the median, not the worst moment', () => {
    const samples = line().map((sample, at) => ({ ...sample, roundTripMs: at === 8 ? 3_000 : 40 + at }));

    expect(measureOf(samples)?.roundTripMs).toBe(51);
  });

  test('a counter that is corrected downwards loses nothing', () => {
    const samples = line().map((sample, at) => ({ ...sample, lostOnTheWayBack: at < 6 ? 5 : 0 }));

    expect(measureOf(samples)?.lossShare).toBe(0);
  });

  test('four seconds of flow are enough', () => {
    expect(isEnough(line({ ms: 3_750 }))).toBe(false);
    expect(isEnough(line({ ms: 4_000 }))).toBe(true);
    expect(isEnough([])).toBe(false);
  });
});

const halved = ({ bytes, packets }: LineSample['sent']): LineSample['sent'] => ({ bytes: bytes / 2, packets });

const after = (sample: LineSample, earlier: LineSample | undefined): LineSample => ({
  ...sample,
  sent: {
    bytes: sample.sent.bytes + (earlier?.sent.bytes ?? 0),
    packets: sample.sent.packets + (earlier?.sent.packets ?? 0),
  },
  received: {
    bytes: sample.received.bytes + (earlier?.received.bytes ?? 0),
    packets: sample.received.packets + (earlier?.received.packets ?? 0),
  },
});
