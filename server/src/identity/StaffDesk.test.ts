import { AMINA, DANA, linkOf, NOON, STAFF_AMINA, VISIT } from '@doorstep/shared/testing/personas.ts';
import { type Instant, after as later, type SessionId } from '@doorstep/shared/visit/ids.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { cookiesFor } from './cookies.ts';
import { digestOf, freshCredential, signInOf } from './credential.ts';
import { DeviceCredentials } from './DeviceCredentials.ts';
import { CookieDoorkeeper } from './Doorkeeper.ts';
import { MemorySeats } from './MemorySeats.ts';
import { MemoryStaffSessions } from './MemoryStaffSessions.ts';
import { StaffDesk } from './StaffDesk.ts';

const MINUTE = 60_000;
const cookies = cookiesFor({ secure: true });
const member = { id: STAFF_AMINA, name: 'Amina Okafor', team: 'East' };
const device = freshCredential();

let now: Instant;
let seated: readonly SessionId[];
let sessions: MemoryStaffSessions;
let seats: MemorySeats;
let desk: StaffDesk;
let staff: string;

const header = (given: { device?: string; staff?: string } = {}) =>
  [`__Host-doorstep-device=${given.device ?? device}`, `__Host-doorstep-staff=${given.staff ?? staff}`].join('; ');
const signedIn = async () => (await desk.signedIn(header()))?.member ?? null;
const pass = (minutes: number) => {
  now = later(now, minutes * MINUTE);
};

beforeEach(async () => {
  now = NOON;
  seated = [];
  sessions = new MemoryStaffSessions();
  seats = new MemorySeats();
  desk = new StaffDesk({
    cookies,
    sessions,
    seats,
    now: () => now,
    isSeated: async ({ session }) => seated.includes(session),
  });
  staff = await sessions.begin(member, now);
});

describe('who is signed in', () => {
  test('is known by the cookie', async () => {
    expect(await desk.signedIn(header())).toEqual({ id: STAFF_AMINA, member });
    expect(await desk.signedIn(header({ staff: freshCredential() }))).toBeNull();
    expect(await desk.signedIn(undefined)).toBeNull();
  });

  test('stays so for as long as they do something within half an hour', async () => {
    for (let times = 0; times < 6; times += 1) {
      pass(29);
      expect(await signedIn()).toEqual(member);
    }
    pass(30);
    expect(await signedIn()).toBeNull();
  });

  test('is over after twelve hours, whatever they do', async () => {
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
      pass(20);
      expect(await signedIn()).toEqual(member);
    }
    pass(20);
    expect(await signedIn()).toBeNull();
  });

  test('is not idle while they sit in a visit on that browser', async () => {
    const session = await seats.take(device, {
      visit: VISIT,
      participant: AMINA,
      invitation: null,
      identity: 'signedIn',
      staff: STAFF_AMINA,
    });
    seated = [session];
    pass(90);
    expect(await desk.signedIn(header({ device: freshCredential() }))).toBeNull();
    expect(await signedIn()).toEqual(member);
    seated = [];
    pass(31);
    expect(await signedIn()).toBeNull();
  });

  test('is nobody after signing out', async () => {
    await sessions.end(staff);
    expect(await signedIn()).toBeNull();
  });
});

describe('the door of a connection', () => {
  const doorkeeper = () =>
    new CookieDoorkeeper({ cookies, devices: new DeviceCredentials(Buffer.alloc(32)), seats, desk });

  test('knows a family by its browser alone', async () => {
    const session = await seats.take(device, {
      visit: VISIT,
      participant: DANA,
      invitation: linkOf(DANA),
      identity: 'ownLink',
      staff: null,
    });
    expect(await doorkeeper().identify({ cookie: header() }, session)).toEqual({
      visit: VISIT,
      participant: DANA,
      session,
      signIn: null,
    });
    expect(await doorkeeper().identify({ cookie: header({ device: freshCredential() }) }, session)).toBeNull();
    expect(await doorkeeper().identify({}, session)).toBeNull();
  });

  test('knows a professional by their browser and by who is signed in on it', async () => {
    const session = await seats.take(device, {
      visit: VISIT,
      participant: AMINA,
      invitation: null,
      identity: 'signedIn',
      staff: STAFF_AMINA,
    });
    expect(await doorkeeper().identify({ cookie: header() }, session)).toEqual({
      visit: VISIT,
      participant: AMINA,
      session,
      signIn: digestOf(staff),
    });

    const priya = await sessions.begin({ id: 'staff-priya', name: 'Priya Shah', team: 'East' }, now);
    expect(await doorkeeper().identify({ cookie: header({ staff: priya }) }, session)).toBeNull();
    await sessions.end(staff);
    expect(await doorkeeper().identify({ cookie: header() }, session)).toBeNull();
  });
});

describe('an open line', () => {
  const lineOf = async (credential: string, heardAt: Instant) => {
    const session = await seats.take(freshCredential(), {
      visit: VISIT,
      participant: AMINA,
      invitation: null,
      identity: 'signedIn',
      staff: STAFF_AMINA,
    });
    return { visit: VISIT, participant: AMINA, session, signIn: signInOf(credential), heardAt };
  };

  test('holds as long as its sign-in does, and no longer than twelve hours', async () => {
    const line = await lineOf(staff, now);
    seated = [line.session];
    expect(await desk.ended([line])).toEqual([]);
    pass(12 * 60 - 1);
    expect(await desk.ended([line])).toEqual([]);
    pass(1);
    expect(await desk.ended([line])).toEqual([line]);
  });

  test('is idle after half an hour without a word, unless another line of the same sign-in is not', async () => {
    const [silent, other] = [await lineOf(staff, now), await lineOf(staff, later(now, 20 * MINUTE))];
    pass(30);
    expect(await desk.ended([silent])).toEqual([silent]);
    expect(await desk.ended([silent, other])).toEqual([]);
    expect(await signedIn()).toEqual(member);
  });

  test('ends with signing out, and nobody else’s does', async () => {
    const elsewhere = await sessions.begin(member, now);
    const lines = [await lineOf(staff, now), await lineOf(elsewhere, now)];
    await sessions.end(staff);
    expect(await desk.ended(lines)).toEqual(lines.slice(0, 1));
  });
});
