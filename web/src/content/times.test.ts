import { describe, expect, test } from 'vitest';
import { daysBetween, sayClock, sayDay, sayElapsed, sayLength, sayTimer } from './times.ts';

// Where clocks change; elsewhere the test of that would prove nothing.
process.env.TZ = 'Europe/London';

const at = (text: string): number => new Date(text).getTime();
const now = at('2026-11-22T14:30:00');

describe('days as people count them', () => {
  test('a minute past midnight is tomorrow, however few hours away', () => {
    expect(daysBetween(at('2026-11-22T23:59:00'), at('2026-11-23T00:01:00'))).toBe(1);
    expect(sayDay(at('2026-11-23T00:01:00'), now)).toBe('Tomorrow');
  });

  test('the nights when clocks change count as one day', () => {
    expect(daysBetween(at('2026-03-29T12:00:00'), at('2026-03-30T12:00:00'))).toBe(1);
    expect(daysBetween(at('2026-10-25T12:00:00'), at('2026-10-26T12:00:00'))).toBe(1);
  });

  test('near days have names, others their date, far ones their year', () => {
    expect(sayDay(now, now)).toBe('Today');
    expect(sayDay(at('2026-11-21T09:00:00'), now)).toBe('Yesterday');
    expect(sayDay(at('2026-11-30T09:00:00'), now)).toBe('Monday 30 November');
    expect(sayDay(at('2027-08-02T09:00:00'), now)).toBe('2 August 2027');
  });
});

describe('lengths', () => {
  test('are said in hours and minutes without empty parts', () => {
    expect(sayLength(45)).toBe('45 minutes');
    expect(sayLength(60)).toBe('1 hour');
    expect(sayLength(90)).toBe('1 hour 30 minutes');
    expect(sayLength(121)).toBe('2 hours 1 minute');
  });

  test('what just began has no number, and a clock that runs behind never shows a negative one', () => {
    expect(sayElapsed(now, now + 59_000)).toBe('just now');
    expect(sayElapsed(now, now - 5_000)).toBe('just now');
    expect(sayElapsed(now, now + 4 * 60_000)).toBe('4 min');
    expect(sayElapsed(now, now + 65 * 60_000)).toBe('1 h 05 min');
  });
});

test('clock times have two digits each, so that columns line up', () => {
  expect(sayClock(at('2026-11-22T09:05:00'))).toBe('09:05');
});

test('what must not last is timed to the second, and a clock that is behind says nothing odd', () => {
  expect([sayTimer(0, 754_999), sayTimer(0, 7_000), sayTimer(10_000, 4_000)]).toEqual(['12:34', '0:07', '0:00']);
});
