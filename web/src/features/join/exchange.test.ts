import { expect, test } from 'vitest';
import { exchange } from './exchange.ts';

const ASKED = { token: 'secret', device: 'tablet', attempt: 'try-1' } as const;
const answering = (status: number, body: unknown) => async () => new Response(JSON.stringify(body), { status });

test('[JOIN-2] an open link gives a seat', async () => {
  expect(await exchange(ASKED, answering(200, { session: 's_1' }))).toEqual({ is: 'open', session: 's_1' });
});

test('[JOIN-2] the link is shown in the body, never in an address', async () => {
  const asked: { address: string; body: unknown }[] = [];
  await exchange(ASKED, async (address, init) => {
    asked.push({ address: String(address), body: JSON.parse(String(init?.body)) });
    return new Response('{}');
  });

  expect(asked).toEqual([{ address: '/api/join', body: ASKED }]);
});

test.each([403, 400])('a closed link is closed whatever the reason (%i)', async (status) => {
  expect(await exchange(ASKED, answering(status, { refusal: 'linkClosed' }))).toEqual({ is: 'closed' });
});

test('[SAFE-6] a link that is open on too many devices is told apart from one that is closed', async () => {
  expect(await exchange(ASKED, answering(409, { refusal: 'tooManyDevices' }))).toEqual({ is: 'crowded' });
});

test.each([429, 500, 502])('a server in trouble is not a closed link (%i)', async (status) => {
  expect(await exchange(ASKED, answering(status, {}))).toEqual({ is: 'unreachable' });
});

test('an answer without a seat, or none at all, is no answer', async () => {
  expect(await exchange(ASKED, answering(200, { session: '../etc' }))).toEqual({ is: 'unreachable' });
  expect(await exchange(ASKED, answering(200, null))).toEqual({ is: 'unreachable' });
  expect(
    await exchange(ASKED, async () => {
      throw new TypeError('offline');
    }),
  ).toEqual({ is: 'unreachable' });
});
