import { expect, test } from 'vitest';
import { type Delivery, deliverExit } from './deliverExit.ts';
import type { ExitMark } from './exitMark.ts';

const NEVER = new Promise<never>(() => undefined);
const ANSWER_WITHIN_MS = 10_000;

/** A browser that somebody left, and a network that answers with each of these in turn; the clock stands still until `late`. */
function left(answers: readonly (() => Promise<Response>)[], told: string | null = '{"session":"s_1"}') {
  let pending = told;
  const sent: string[] = [];
  const pendingWhenSent: (string | null)[] = [];
  const mark: ExitMark = {
    set: (text) => text,
    pending: () => pending,
    remove: () => {
      pending = null;
    },
  };
  let late = (): void => undefined;
  const delivery: Delivery = {
    mark,
    send: async (address, init) => {
      sent.push(`${init?.method} ${String(address)} ${String(init?.body)}`);
      pendingWhenSent.push(pending);
      return (answers[sent.length - 1] ?? (() => NEVER))();
    },
    pause: (ms) =>
      ms < ANSWER_WITHIN_MS
        ? Promise.resolve()
        : new Promise((resolve) => {
            late = resolve;
          }),
  };
  return { delivery, mark, sent, pendingWhenSent, late: () => late() };
}

const answering = (status: number) => async () => new Response(null, { status });
const offline = async (): Promise<never> => {
  throw new TypeError('offline');
};
const TOLD = 'POST /api/join/quick-exit {"session":"s_1"}';

test('[CARE-5] a quick exit that may not have arrived is told again, and then forgotten', async () => {
  const { delivery, mark, sent } = left([answering(204)]);
  await deliverExit(delivery);

  expect(sent).toEqual([TOLD]);
  expect(mark.pending()).toBeNull();
});

test('[CARE-5] it is tried until the server has taken it: without a network, in a crowd, in trouble', async () => {
  const { delivery, mark, sent, pendingWhenSent } = left([offline, answering(429), answering(500), answering(204)]);
  await deliverExit(delivery);

  expect(sent).toEqual([TOLD, TOLD, TOLD, TOLD]);
  expect(pendingWhenSent).not.toContain(null);
  expect(mark.pending()).toBeNull();
});

test('[CARE-5] an answer that never comes is not waited for', async () => {
  const { delivery, sent, late } = left([() => NEVER, answering(204)]);
  const delivered = deliverExit(delivery);
  await Promise.resolve();
  late();
  await delivered;

  expect(sent).toEqual([TOLD, TOLD]);
});

test('[JOIN-2] whoever did not leave quickly tells nobody anything', async () => {
  const { delivery, sent } = left([], null);
  await deliverExit(delivery);

  expect(sent).toEqual([]);
});
