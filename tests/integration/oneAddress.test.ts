import { DANA, RAY, SAM } from '@doorstep/shared/testing/personas.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { freshCredential } from '../../server/src/identity/credential.ts';
import { Device, type Seat } from '../harness/Device.ts';
import { LiveServer } from '../harness/LiveServer.ts';
import { LiveVisit } from '../harness/LiveVisit.ts';
import { RawLine } from '../harness/RawLine.ts';

const MOST = 6;
/** More than any bound that is meant here. */
const MANY = 100;

let server: LiveServer;
afterEach(() => server.close());

async function planned(): Promise<LiveVisit> {
  server = await LiveServer.open({ connectionsPerAddress: MOST });

  return LiveVisit.plan(server);
}

const isOpen = (line: RawLine): boolean => line.received.startsWith('HTTP/1.1 101');

/** Opens lines with these cookies, says nothing on them, and goes on until one is refused. */
async function fillsUp(cookies: () => string): Promise<readonly RawLine[]> {
  const lines: RawLine[] = [];
  for (let n = 0; n < MANY; n += 1) {
    const line = await RawLine.open(server.url, { cookie: cookies() });
    if (!isOpen(line)) break;
    lines.push(line);
  }

  return lines;
}

/** … and lets go of them: how many there were. */
async function fitting(cookies: () => string): Promise<number> {
  const lines = await fillsUp(cookies);
  for (const line of lines) line.close();

  return lines.length;
}

const stranger = (): string => `doorstep-device=${freshCredential()}`;

const knocking = (seat: Seat): Promise<string> =>
  Device.connect(server.url, seat).then(
    () => 'let in',
    (error: Error) => error.message,
  );

describe('two parents behind one address, who must not know of each other', () => {
  test.each([
    ['whom nobody knows', () => stranger],
    [
      'who has a place',
      ({ cookie }: Seat) =>
        () =>
          cookie,
    ],
  ])('[PRIV-5] one %s gets as many lines whether or not the other is there', async (_who, cookiesOf) => {
    const visit = await planned();
    const cookies = cookiesOf(await visit.seatOf(RAY));
    const alone = await fitting(cookies);
    // Some of them as strangers, with credentials of before those were marked.
    for (const credential of [undefined, freshCredential(), undefined, freshCredential()])
      await visit.connect(await visit.seatOf(DANA, credential));
    // Those that were let go are gone when others fit again.
    await expect.poll(() => fitting(cookies)).toBe(alone);
    expect(alone).toBeLessThan(MANY);
  });

  test.each([
    ['whom nobody knows', () => stranger],
    [
      'who has a place',
      ({ cookie }: Seat) =>
        () =>
          cookie,
    ],
  ])('[PRIV-5] one %s and holds every line that there is keeps nobody else out', async (_who, cookiesOf) => {
    const visit = await planned();
    const there = await visit.connect(await visit.seatOf(DANA));
    await fillsUp(cookiesOf(await visit.seatOf(RAY)));

    expect(await knocking(await visit.seatOf(SAM))).toBe('let in');
    expect(await knocking(there.seat)).toBe('let in');
  });

  test.each([
    ['as nobody', () => stranger()],
    ['as themselves', ({ cookie }: Seat) => cookie],
  ])('[PRIV-5] one who guesses at places %s without end keeps nobody else out', async (_how, cookieOf) => {
    const visit = await planned();
    const dana = await visit.seatOf(DANA);
    const cookie = cookieOf(await visit.seatOf(RAY));
    const answers: string[] = [];
    for (let n = 0; n < 70; n += 1) answers.push(await knocking({ cookie, session: dana.session }));

    expect(new Set(answers)).toEqual(new Set(['notSignedIn', 'closing']));
    expect(await knocking(dana)).toBe('let in');
  });
});
