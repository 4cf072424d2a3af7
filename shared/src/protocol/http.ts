import * as z from 'zod/mini';
import { against, clientCommand, commandId, LIMITS, newPerson, plan, sessionId } from './commands.ts';
import { loopRequest } from './media.ts';

/** What anyone may know of the authority: printed on every family page, also without JavaScript. */
export const publicSettings = z.object({
  authorityName: z.string(),
  phoneNumber: z.string(),
  demo: z.boolean(),
});
export type PublicSettings = z.infer<typeof publicSettings>;

export const staffMember = z.object({ id: z.string(), name: z.string(), team: z.string() });
export type StaffMember = z.infer<typeof staffMember>;

/** Demo sign-in: choose one of the demo staff. */
export const demoSignIn = z.strictObject({ staff: z.string().check(z.maxLength(64)) });

const MOST_PLANNED = 30;
/** Somebody of a plan by their place in its list of people, from 0: nobody has an id before there is a visit. */
const place = z.int().check(z.minimum(0), z.maximum(MOST_PLANNED - 1));

const personToInvite = z.extend(z.omit(newPerson, { participant: true, helps: true }), {
  helps: z.optional(place),
  /** [PLAN-10] Holds before there is any link. */
  keptApart: z.optional(z.extend(against, { people: z.readonly(z.array(place).check(z.maxLength(MOST_PLANNED))) })),
});
export const newVisit = z.strictObject({ plan, people: z.array(personToInvite).check(z.maxLength(MOST_PLANNED)) });
export type NewVisit = z.infer<typeof newVisit>;

export const visitSummary = z.object({
  id: z.string(),
  kind: z.enum(['homeVisit', 'conference', 'oneToOne', 'rehearsal']),
  purpose: z.string(),
  scheduledFor: z.number(),
  lengthMinutes: z.number(),
  phase: z.enum(['planned', 'open', 'ended']),
  hostName: z.string(),
  people: z.array(z.object({ name: z.string(), role: z.string() })),
  /** How many devices wait in the lobby. */
  waiting: z.number(),
});
export type VisitSummary = z.infer<typeof visitSummary>;

/** One command from a planning page, outside any connection. */
export const staffCommand = z.strictObject({ commandId, command: clientCommand });

/** A link as the host may copy or show it. `qr` is an SVG document. */
export const invitationLink = z.object({ url: z.string(), qr: z.string() });
export type InvitationLink = z.infer<typeof invitationLink>;

export const deviceKind = z.enum(['phone', 'tablet', 'computer', 'unknown']);

/** What a page calls its own try at joining: nobody else can guess it. */
const attempt = z.string().check(z.regex(/^[A-Za-z0-9_-]{22,64}$/));

/** Exchanging a link for a place in the lobby (JOIN-2). `attempt`: so that a quick exit can name the try before it is answered. */
export const joinRequest = z.strictObject({
  token: z.string().check(z.minLength(1), z.maxLength(2048)),
  device: deviceKind,
  attempt: z.optional(attempt),
});
/** A signed-in professional takes a place in their visit. */
export const staffJoinRequest = z.strictObject({ device: deviceKind });
/** [JOIN-4] A signed-in professional measures their line before they go in. `page`: which of their pages asks, by a name that it minted. */
export const lineRequest = z.strictObject({ page: attempt, request: loopRequest });
export const joinAnswer = z.object({ session: sessionId });
/**
 * Sent by the quick exit while the page is being left, or later where it did not arrive: which place is left, as far as the page knows.
 * What else an older or newer page says is no reason to keep somebody in.
 */
export const quickExitRequest = z.object({ session: z.optional(sessionId), attempt: z.optional(attempt) });

/** Every refusal over HTTP has this body. */
export const problem = z.object({ refusal: z.string(), says: z.string() });
export type Problem = z.infer<typeof problem>;

export { LIMITS };
