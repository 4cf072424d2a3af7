import { describe, expect, test } from 'vitest';
import { FakeSurroundings } from '../../media/condition/FakeSurroundings.ts';
import { Absence } from './Absence.ts';
import { sayAway } from './sayAway.ts';

function watching() {
  const { attention } = new FakeSurroundings({ outputs: 1 });
  let now = 1_000_000;
  const absence = new Absence(attention, () => now);
  const stop = absence.start();
  const isAwayFor = (ms: number): void => {
    attention.goElsewhere(true);
    now += ms;
    attention.goElsewhere(false);
  };
  return { absence, stop, isAwayFor };
}

describe('[DEV-5] having been away', () => {
  test('is told to oneself on coming back, when it was longer than twenty seconds', () => {
    const { absence, isAwayFor } = watching();
    isAwayFor(20_000);
    expect(absence.awayMs()).toBe(null);
    isAwayFor(20_001);
    expect(absence.awayMs()).toBe(20_001);
  });

  test('stays until it is read, and a glance elsewhere does not take it away', () => {
    const { absence, isAwayFor } = watching();
    isAwayFor(120_000);
    isAwayFor(3_000);
    expect(absence.awayMs()).toBe(120_000);
    absence.dismiss();
    expect(absence.awayMs()).toBe(null);
    isAwayFor(3_000);
    expect(absence.awayMs()).toBe(null);
  });

  test('is not watched after the end', () => {
    const { absence, stop, isAwayFor } = watching();
    stop();
    isAwayFor(120_000);
    expect(absence.awayMs()).toBe(null);
  });

  test.each([
    [20_001, '20 seconds'],
    [59_999, '59 seconds'],
    [60_000, '1 minute'],
    [125_000, '2 minutes'],
    [3_600_000, '60 minutes'],
    [3_600_001, 'more than an hour'],
  ])('%i ms is said as “%s”', (ms, says) => {
    expect(sayAway(ms)).toBe(says);
  });
});
