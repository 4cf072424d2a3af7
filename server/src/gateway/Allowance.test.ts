import { after, type Instant } from '@doorstep/shared/visit/ids.ts';
import { expect, test } from 'vitest';
import { AddressAllowances, Allowance, Allowances } from './Allowance.ts';

const START = 1_000_000 as Instant;
const takes = (allowance: Allowance, times: number, at: Instant) =>
  Array.from({ length: times }, () => allowance.take(at)).filter(Boolean).length;

test('so many at once, then so many each second, and never more than the burst', () => {
  const allowance = new Allowance({ burst: 5, perSecond: 2 }, START);

  expect(takes(allowance, 9, START)).toBe(5);
  expect(takes(allowance, 9, after(START, 400))).toBe(0);
  expect(takes(allowance, 9, after(START, 1_000))).toBe(2);
  expect(takes(allowance, 9, after(START, 3_600_000))).toBe(5);
});

test('a clock that goes backwards gives nothing and takes nothing', () => {
  const allowance = new Allowance({ burst: 2, perSecond: 1 }, START);
  takes(allowance, 2, START);

  expect(allowance.allows(after(START, -60_000))).toBe(false);
  expect(allowance.allows(after(START, -59_000))).toBe(true);
});

test('each key has its own, and those that are whole again are forgotten', () => {
  const allowances = new Allowances<string>({ burst: 1, perSecond: 1 });
  expect(allowances.of('one', START).take(START)).toBe(true);
  expect(allowances.of('one', START).take(START)).toBe(false);
  expect(allowances.of('other', START).take(START)).toBe(true);

  for (let n = 0; n < 5_000; n += 1) allowances.of(`key-${n}`, START).take(START);
  const later = after(START, 10_000);
  for (let n = 0; n < 5_000; n += 1) allowances.of(`later-${n}`, later);

  expect(allowances.size).toBeLessThan(5_000);
});

test('[SAFE-6] a household that changes its address within its network has one allowance', () => {
  const allowances = new AddressAllowances({ burst: 1, perSecond: 1 });
  expect(allowances.of('2001:db8:1:2::1', START).take(START)).toBe(true);
  expect(allowances.of('2001:db8:1:2:aaaa::2', START).take(START)).toBe(false);
  expect(allowances.of('2001:db8:1:3::1', START).take(START)).toBe(true);
  expect(allowances.of('192.0.2.1', START).take(START)).toBe(true);
  expect(allowances.of('::ffff:192.0.2.1', START).take(START)).toBe(false);
});
