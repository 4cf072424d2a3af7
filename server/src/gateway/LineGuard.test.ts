import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { NOON } from '@doorstep/shared/testing/personas.ts';
import { expect, test } from 'vitest';
import { ManualClock } from '../visits/ManualClock.ts';
import { LineGuard } from './LineGuard.ts';

const guard = () =>
  new LineGuard({
    clock: new ManualClock(NOON),
    addressOf: ({ headers }) => headers.from ?? '',
    browserOf: ({ headers }) => headers.cookie ?? null,
    connectionsPerAddress: 2,
  });

function asks(from: string, cookie?: string): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.headers = { from, ...(cookie === undefined ? {} : { cookie }) };

  return request;
}

const line = (request: IncomingMessage) => ({ id: 'a-line', request, on: () => undefined, close: () => undefined });

test('[SAFE-6] strangers of one household have so many lines, whichever address of its network they take', () => {
  const lines = guard();
  for (const from of ['2001:db8:1:2::1', '2001:db8:1:2::2']) lines.watch(line(asks(from)));

  expect(lines.isCrowded(asks('2001:db8:1:2:ffff::3'))).toBe(true);
  expect(lines.isCrowded(asks('2001:db8:1:3::1'))).toBe(false);
});

test('[PRIV-5] a browser that is known is not counted with its address, nor does it go by what others there have', () => {
  const lines = guard();
  for (let n = 0; n < 5; n += 1) lines.watch(line(asks('192.0.2.1', 'hers')));
  expect(lines.isCrowded(asks('192.0.2.1'))).toBe(false);
  for (let n = 0; n < 2; n += 1) lines.watch(line(asks('192.0.2.1')));

  expect(lines.isCrowded(asks('192.0.2.1'))).toBe(true);
  expect(lines.isCrowded(asks('192.0.2.1', 'his'))).toBe(false);
});
