import { DANA, PRIYA } from '@doorstep/shared/testing/personas.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signInOf } from '../../server/src/identity/credential.ts';
import { MemoryStaffSessions } from '../../server/src/identity/MemoryStaffSessions.ts';
import { ManualClock } from '../../server/src/visits/ManualClock.ts';
import { systemClock } from '../../server/src/visits/systemClock.ts';
import { Device, type Seat } from '../harness/Device.ts';
import { LiveServer } from '../harness/LiveServer.ts';
import { LiveVisit } from '../harness/LiveVisit.ts';

const MINUTE = 60_000;
const credentialOf = ({ cookie }: Seat): string => cookie.split('doorstep-staff=')[1] ?? '';

/** Sessions of staff that can be told to be slow: whatever is done meanwhile comes before the answer, and is not in it. */
class SlowStaffSessions extends MemoryStaffSessions {
  meanwhile: (credential: string) => Promise<void> = async () => {};
  questions = 0;

  override async find(credential: string) {
    const found = await super.find(credential);
    const { meanwhile } = this;
    this.meanwhile = async () => {};
    await meanwhile(credential);

    return found;
  }

  override findAll(signIns: Parameters<MemoryStaffSessions['findAll']>[0]) {
    this.questions += 1;

    return super.findAll(signIns);
  }
}

let clock: ManualClock;
let sessions: SlowStaffSessions;
let server: LiveServer;
beforeEach(async () => {
  clock = new ManualClock(systemClock.now());
  sessions = new SlowStaffSessions();
  server = await LiveServer.open({ clock, staffSessions: sessions });
});
afterEach(() => server.close());

/** Lets minutes pass one by one; after each, everything that was asked of the line has been answered. */
async function pass(minutes: number, witness: Device): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    clock.advance(MINUTE);
    await witness.command({ type: 'lobby.knock' });
  }
}

test('an open line of staff ends with their sign-in after twelve hours, whatever they do; the family’s stays', async () => {
  const { host, deviceOf } = await LiveVisit.begin(server, DANA);
  await pass(60, deviceOf(DANA));
  clock.advance(10.5 * 60 * MINUTE);
  await pass(29, deviceOf(DANA));
  expect(host.socket.connected).toBe(true);

  await pass(1, deviceOf(DANA));
  await host.closed;
  expect(host.goodbye).toBe('notSignedIn');
  expect(deviceOf(DANA).socket.connected).toBe(true);
});

test('one who neither sits in the visit nor does anything is signed out after half an hour; one who does something is not', async () => {
  const { visit, deviceOf } = await LiveVisit.begin(server, DANA);
  const idle = await visit.connect(await visit.staffSeat(PRIYA));
  const busy = await visit.connect(await visit.staffSeat(PRIYA));
  await pass(20, deviceOf(DANA));
  await busy.command({ type: 'presence.leave', quickly: false });
  await pass(9, deviceOf(DANA));
  expect(idle.socket.connected).toBe(true);

  await pass(1, deviceOf(DANA));
  await idle.closed;
  expect(idle.goodbye).toBe('notSignedIn');
  expect(busy.socket.connected).toBe(true);
});

test('a sign-out that overtakes a handshake leaves no line behind', async () => {
  const visit = await LiveVisit.plan(server);
  const seat = await visit.hostSeat();
  sessions.meanwhile = async (credential) => {
    await sessions.end(credential);
    server.gateway.signedOut(signInOf(credential));
  };
  const device = await Device.connect(server.url, seat);

  await device.closed;
  expect({ goodbye: device.goodbye, views: device.views }).toEqual({ goodbye: 'notSignedIn', views: [] });
  expect(server.gateway.snapshot().connections).toBe(0);
  expect(await sessions.find(credentialOf(seat))).toBeNull();
});

test('the store is asked one question a minute, however many lines there are, and none for the family', async () => {
  const { visit, host, deviceOf } = await LiveVisit.begin(server, DANA);
  for (let n = 0; n < 4; n += 1) await visit.connect(await visit.staffSeat(PRIYA));
  sessions.questions = 0;
  await pass(3, deviceOf(DANA));
  expect(sessions.questions).toBe(3);

  host.close();
  await visit.connect(await visit.seatOf(DANA));
  expect(sessions.questions).toBe(3);
});

test('a store that does not answer closes no line; it is asked again', async () => {
  const { host, deviceOf } = await LiveVisit.begin(server, DANA);
  const findAll = sessions.findAll.bind(sessions);
  sessions.findAll = () => Promise.reject(new Error('connection lost'));
  await pass(1, deviceOf(DANA));
  expect(server.errors).toHaveLength(1);
  expect(host.socket.connected).toBe(true);

  sessions.findAll = findAll;
  await sessions.end(credentialOf(host.seat));
  await pass(1, deviceOf(DANA));
  await host.closed;
  expect(host.goodbye).toBe('notSignedIn');
});
