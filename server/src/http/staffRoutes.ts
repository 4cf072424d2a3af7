import { commandId } from '@doorstep/shared/protocol/commands.ts';
import { demoSignIn, staffMember } from '@doorstep/shared/protocol/http.ts';
import type { Instant } from '@doorstep/shared/visit/ids.ts';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import type { Allowances } from '../gateway/Allowance.ts';
import type { Cookies } from '../identity/cookies.ts';
import { type SignInId, signInOf } from '../identity/credential.ts';
import type { Seats } from '../identity/Seats.ts';
import type { SignedIn, StaffDesk } from '../identity/StaffDesk.ts';
import type { StaffSessions } from '../identity/StaffSessions.ts';
import type { StaffSignIn } from '../identity/StaffSignIn.ts';
import type { App } from './app.ts';
import { Refused } from './problems.ts';
import type { Visits } from './StaffVisits.ts';

export interface StaffRouteParts {
  readonly staff: StaffSignIn;
  readonly desk: StaffDesk;
  readonly sessions: StaffSessions;
  readonly seats: Seats;
  readonly visits: Visits;
  readonly cookies: Cookies;
  readonly failures: Allowances<string>;
  readonly now: () => Instant;
  readonly freshId: () => string;
  /** Told when a sign-in has ended: what it opened outside these routes ends with it. */
  readonly signedOut: (signIn: SignInId) => void;
}

/** Who is signed in; refuses when nobody is. */
export async function requireStaff(desk: StaffDesk, { headers }: FastifyRequest): Promise<SignedIn> {
  const signedIn = await desk.signedIn(headers.cookie);
  if (signedIn === null) throw new Refused('notSignedIn');
  return signedIn;
}

/** Signing in and out. */
export function staffRoutes(app: App, parts: StaffRouteParts): void {
  const { staff, desk, sessions, cookies, failures, now } = parts;

  app.get(
    '/api/staff',
    { schema: { summary: 'Who can sign in', response: { 200: z.array(staffMember) } } },
    async () => [...staff.members()],
  );

  app.post(
    '/api/sign-in',
    { schema: { summary: 'Sign in by name (demo only)', body: demoSignIn, response: { 200: staffMember } } },
    async (request, reply) => {
      if (!failures.of(request.ip, now()).allows(now())) throw new Refused('tooFast');
      const member = staff.signInAs(request.body.staff);
      if (member === null) {
        failures.of(request.ip, now()).take(now());
        throw new Refused('noSuchStaff');
      }
      // Two members of staff at one desk: the first does not sit on in their visits under the second one's eyes.
      if ((await desk.signedIn(request.headers.cookie))?.id !== member.id) await leaveVisits(parts, request);
      // A browser that signs in anew never goes on under the old credential (ASVS 5.0, 7.2.4).
      await endSession(parts, request);
      const credential = await sessions.begin(member, now());
      reply.header('set-cookie', cookies.give('staff', credential));
      return member;
    },
  );

  app.post('/api/sign-out', { schema: { summary: 'Sign out' } }, async (request, reply) => {
    await leaveVisits(parts, request);
    await endSession(parts, request);
    return reply.header('set-cookie', cookies.expire('staff')).code(204).send();
  });

  app.get(
    '/api/me',
    { schema: { summary: 'Who is signed in', response: { 200: staffMember } } },
    async (request) => (await requireStaff(desk, request)).member,
  );
}

async function endSession(
  { cookies, sessions, signedOut }: StaffRouteParts,
  { headers }: FastifyRequest,
): Promise<void> {
  const credential = cookies.read(headers.cookie, 'staff');
  if (credential === null) return;

  await sessions.end(credential);
  signedOut(signInOf(credential));
}

/** Whoever signs out is out of every visit on that browser: the next person at this desk does not sit in their seat. */
async function leaveVisits(parts: StaffRouteParts, { headers }: FastifyRequest): Promise<void> {
  const signedIn = await parts.desk.signedIn(headers.cookie);
  const device = parts.cookies.read(headers.cookie, 'device');
  if (signedIn === null || device === null) return;

  for (const { visit, participant, session } of await parts.seats.ofStaff(device, signedIn.id)) {
    const actor = await parts.visits.find(visit);
    // Refused where they are out already, which is what is wanted.
    const leave = { type: 'presence.leave', quickly: false } as const;
    await actor?.submit({ kind: 'person', participant, session }, commandId.parse(parts.freshId()), leave);
  }
}
