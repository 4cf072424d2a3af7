import { PROTOCOL_VERSION } from '@doorstep/shared/protocol/version.ts';
import { DANA } from '@doorstep/shared/testing/personas.ts';
import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freshCredential, signInOf } from '../../../server/src/identity/credential.ts';
import { Device, type HowToConnect, type Seat } from '../../harness/Device.ts';
import { HostileStage } from '../../harness/HostileStage.ts';
import { LiveVisit } from '../../harness/LiveVisit.ts';

let stage: HostileStage;
beforeEach(async () => {
  stage = await HostileStage.open();
});
afterEach(() => stage.close());

/** What the door says to this attempt. */
const knocking = async (seat: Seat, how: HowToConnect = {}): Promise<string> => {
  try {
    (await Device.connect(stage.server.url, seat, how)).close();
    return 'let in';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe('[SAFE-6] who somebody says they are counts for nothing', () => {
  test('somebody else’s place, without their browser', async () => {
    const { dana, ray, visit } = stage;
    const { session } = dana.seat;
    const other = await LiveVisit.plan(stage.server);
    const elsewhere = await other.seatOf(DANA);
    const stolen: readonly Seat[] = [
      { cookie: '', session },
      { cookie: 'doorstep-device=', session },
      { cookie: `doorstep-device=${freshCredential()}`, session },
      { cookie: `doorstep-device=${session}`, session },
      { cookie: ray.seat.cookie, session },
      { cookie: `${ray.seat.cookie}; ${dana.seat.cookie}`, session },
      { cookie: `${dana.seat.cookie}; ${dana.seat.cookie}`, session },
      { cookie: elsewhere.cookie, session },
      { cookie: dana.seat.cookie, session: elsewhere.session },
      { cookie: dana.seat.cookie, session: stage.host.seat.session },
      { cookie: dana.seat.cookie, session: 'x' as SessionId },
      { cookie: dana.seat.cookie.replace('device', 'staff'), session },
      { cookie: `__Host-${dana.seat.cookie}`, session },
    ];
    await stage.unchangedBy(async () => {
      for (const seat of stolen) expect(await knocking(seat)).toBe('notSignedIn');
    });
    expect((await visit.log()).filter(({ event }) => event.type === 'session.lost')).toEqual([]);
  });

  test('a place that was given out, but of which the visit has never heard', async () => {
    const { server, visit } = stage;
    const credential = freshCredential();
    const invitation = await visit.linkOf(DANA);
    const place = { visit: visit.id, participant: DANA, invitation, identity: 'ownLink', staff: null } as const;
    const session = await server.seats.take(credential, place);

    await stage.unchangedBy(async () => {
      expect(await knocking({ cookie: `doorstep-device=${credential}`, session })).toBe('notSignedIn');
    });
  });

  test('a professional’s place on their own browser, when they are not signed in on it any more', async () => {
    const { cookie, session } = await stage.visit.hostSeat();
    const device = cookie.split('; ').find((pair) => pair.includes('device')) ?? '';
    await stage.server.staffSessions.end(cookie.split('doorstep-staff=')[1] ?? '');

    expect(await knocking({ cookie: device, session })).toBe('notSignedIn');
    expect(await knocking({ cookie, session })).toBe('notSignedIn');
  });

  test('a professional’s open line, after they signed out: it is closed, and nobody else’s', async () => {
    const { server, host, dana } = stage;
    const other = await stage.visit.connectHost();
    const credential = host.seat.cookie.split('doorstep-staff=')[1] ?? '';
    await server.staffSessions.end(credential);
    server.gateway.signedOut(signInOf(credential));

    await host.closed;
    expect(host.goodbye).toBe('notSignedIn');
    expect(await knocking(host.seat)).toBe('notSignedIn');
    expect([other.socket.connected, dana.socket.connected]).toEqual([true, true]);
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['a name of their own', { participant: 'amina' }],
    ['another visit', { visit: 'visit-1' }],
    ['the system', { actor: { kind: 'system' } }],
    ['no text for a session', { session: 7 }],
    ['a list of sessions', { session: ['x'] }],
    ['a session of five thousand letters', { session: 'x'.repeat(5_000) }],
    ['a session with a path', { session: '../../etc' }],
    ['a prototype', JSON.parse('{"__proto__":{"session":"x"}}')],
  ])('a handshake with %s', async (_what, extra) => {
    const { ray } = stage;
    const auth = { protocol: PROTOCOL_VERSION, session: ray.seat.session, ...extra };
    if (Object.hasOwn(extra, '__proto__')) Object.defineProperty(auth, '__proto__', { value: {}, enumerable: true });

    await stage.unchangedBy(async () => expect(await knocking(ray.seat, { auth })).toBe('notSignedIn'));
  });

  test('a page of another site, whatever cookies it has', async () => {
    await stage.unchangedBy(async () => {
      for (const origin of ['https://evil.example', 'null', `${stage.server.url}.evil.example`, 'http://127.0.0.1']) {
        for (const transport of ['websocket', 'polling'] as const) {
          expect(await knocking(stage.ray.seat, { origin, transport })).not.toBe('let in');
        }
      }
    });
  });
});
