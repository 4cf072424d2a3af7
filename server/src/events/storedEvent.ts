import {
  against,
  caseId,
  checkReport,
  commandId,
  condition,
  freshNumber,
  helpAsked,
  helpHint,
  instant,
  introducible,
  invitationId,
  mark,
  participantId,
  publicKey,
  roomId,
  saidAlone,
  sessionId,
  sight,
  speech,
  staffId,
  told,
  visitId,
} from '@doorstep/shared/protocol/commands.ts';
import { deviceKind } from '@doorstep/shared/protocol/http.ts';
import type { EventType, RecordedEvent, VisitEvent } from '@doorstep/shared/visit/events.ts';
import type { CompanionId } from '@doorstep/shared/visit/household/state.ts';
import * as z from 'zod/mini';
import { upcast } from './upcast.ts';

/**
 * The log is read through this door. It was written by us, so whatever does not fit is a fault (a newer version's log, a
 * hand in the table), and a visit is better not loaded than loaded wrong: parsing throws.
 */
const is = <const Type extends EventType>(type: Type) => ({ type: z.literal(type) });
const onOff = z.enum(['on', 'off']);
const identity = z.enum(['signedIn', 'ownLink']);
const role = z.enum([
  'host',
  'chair',
  'colleague',
  'otherProfessional',
  'manager',
  'child',
  'parent',
  'householdMember',
  'supporter',
  'interpreter',
]);
/** Texts of any length: a limit that is lowered some day must not close old logs. */
const plan = z.strictObject({
  kind: z.enum(['homeVisit', 'conference', 'oneToOne', 'rehearsal']),
  purpose: z.string(),
  scheduledFor: instant,
  lengthMinutes: z.number(),
});
const person = z.strictObject({
  participant: participantId,
  name: z.string(),
  role,
  relationship: z.string(),
  staff: z.nullable(staffId),
  speech: z.optional(speech),
  helps: z.optional(participantId),
});
/** A section that comes later is optional here: logs without it stay as they are. */
const policy = z.strictObject({ rooms: z.optional(z.strictObject({ told })) });
const host = z.strictObject({ participant: participantId, staff: staffId, name: z.string() });
const aboutSession = { session: sessionId, at: instant };

const companion = z.strictObject({
  id: z.pipe(
    z.string(),
    z.transform((text) => text as CompanionId),
  ),
  name: z.string(),
  relationship: z.string(),
});
const yesNo = z.enum(['yes', 'no']);
const aboutCase = { case: caseId, words: z.string(), at: instant };

const visitEvent = z.discriminatedUnion('type', [
  z.strictObject({ ...is('visit.planned'), visit: visitId, plan, policy: z.optional(policy), host }),
  z.strictObject({ ...is('visit.replanned'), plan }),
  z.strictObject({ ...is('visit.started'), at: instant }),
  z.strictObject({ ...is('visit.ended'), words: z.string(), at: instant }),
  z.strictObject({ ...is('participant.added'), person }),
  z.strictObject({ ...is('participant.withdrawn'), participant: participantId }),
  z.strictObject({ ...is('participant.removed'), participant: participantId, at: instant }),
  z.strictObject({
    ...is('invitation.issued'),
    invitation: invitationId,
    participant: participantId,
    expiresAt: instant,
  }),
  z.strictObject({ ...is('invitation.revoked'), invitation: invitationId }),
  z.strictObject({ ...is('invitation.sent'), invitation: invitationId, how: z.enum(['copied', 'shownAsQr']) }),
  z.strictObject({
    ...is('session.opened'),
    ...aboutSession,
    participant: participantId,
    invitation: z.nullable(invitationId),
    identity,
    device: deviceKind,
    arrival: z.enum(['first', 'again', 'second']),
  }),
  z.strictObject({ ...is('session.connected'), ...aboutSession }),
  z.strictObject({ ...is('session.lost'), ...aboutSession }),
  z.strictObject({ ...is('session.entered'), ...aboutSession }),
  z.strictObject({ ...is('session.mediaSet'), session: sessionId, microphone: onOff, camera: onOff }),
  z.strictObject({ ...is('session.left'), ...aboutSession, quickly: z.boolean() }),
  z.strictObject({ ...is('session.seatLost'), ...aboutSession }),
  z.strictObject({ ...is('session.knocked'), ...aboutSession }),
  z.strictObject({ ...is('session.admitted'), ...aboutSession, room: z.optional(roomId) }),
  z.strictObject({ ...is('session.denied'), ...aboutSession }),
  z.strictObject({ ...is('session.removed'), ...aboutSession }),
  z.strictObject({ ...is('household.told'), ...aboutSession, people: z.readonly(z.array(companion)) }),
  z.strictObject({ ...is('household.asked'), sessions: z.readonly(z.array(sessionId)), at: instant }),
  z.strictObject({ ...is('check.reported'), ...aboutSession, report: checkReport }),
  z.strictObject({ ...is('help.sent'), ...aboutSession, hint: helpHint }),
  z.strictObject({ ...is('help.dismissed'), ...aboutSession }),
  z.strictObject({ ...is('help.asked'), ...aboutSession, what: helpAsked }),
  z.strictObject({ ...is('help.closed'), ...aboutSession }),
  z.strictObject({ ...is('introduction.called'), who: introducible, room: z.optional(roomId), at: instant }),
  z.strictObject({ ...is('introduction.made'), who: introducible, room: z.optional(roomId), at: instant }),
  z.strictObject({ ...is('senses.asked'), room: z.optional(roomId), at: instant }),
  z.strictObject({ ...is('senses.answered'), ...aboutSession, sees: yesNo, hears: yesNo }),
  z.strictObject({ ...is('condition.told'), ...aboutSession, condition }),
  z.strictObject({ ...is('observation.noted'), participant: participantId, words: z.string(), at: instant }),
  z.strictObject({ ...is('separation.ordered'), participant: participantId, against, at: instant }),
  z.strictObject({ ...is('separation.lifted'), participant: participantId, at: instant }),
  z.strictObject({ ...is('separation.vouched'), participant: participantId, at: instant }),
  z.strictObject({ ...is('room.opened'), room: roomId, mark, told, at: instant }),
  z.strictObject({ ...is('room.invited'), room: roomId, ...aboutSession }),
  z.strictObject({ ...is('room.declined'), room: roomId, ...aboutSession }),
  z.strictObject({ ...is('session.moved'), ...aboutSession, from: roomId, to: roomId }),
  z.strictObject({ ...is('room.closed'), room: roomId, at: instant }),
  z.strictObject({ ...is('room.told'), room: z.union([z.literal('all'), roomId]), words: z.string(), at: instant }),
  z.strictObject({ ...is('space.covered'), room: roomId, words: z.string(), at: instant }),
  z.strictObject({ ...is('space.ended'), room: roomId, words: z.string(), at: instant }),
  z.strictObject({ ...is('alone.asked'), ...aboutSession }),
  z.strictObject({ ...is('alone.answered'), ...aboutSession, what: saidAlone }),
  z.strictObject({ ...is('protection.offered'), ...aboutSession, key: z.nullable(publicKey) }),
  z.strictObject({ ...is('protection.late'), ...aboutSession }),
  z.strictObject({
    ...is('protection.accepted'),
    ...aboutSession,
    room: z.optional(roomId),
    by: participantId,
  }),
  z.strictObject({ ...is('protection.begun'), room: roomId, number: freshNumber, by: participantId, at: instant }),
  z.strictObject({
    ...is('protection.checked'),
    room: roomId,
    sessions: z.readonly(z.array(sessionId)),
    keys: z.optional(z.readonly(z.array(z.nullable(publicKey)))),
    by: participantId,
    at: instant,
  }),
  z.strictObject({ ...is('sight.told'), ...aboutSession, by: sessionId, sight }),
  z.strictObject({
    ...is('unknown.noticed'),
    ...aboutCase,
    about: z.discriminatedUnion('is', [
      z.strictObject({ is: z.literal('device'), session: sessionId, participant: participantId }),
      z.strictObject({ is: z.literal('nearby'), session: z.nullable(sessionId) }),
    ]),
    why: z.enum(['anotherDevice', 'reported']),
    by: z.nullable(participantId),
  }),
  z.strictObject({
    ...is('unknown.stepped'),
    ...aboutCase,
    to: z.enum([
      'noticed',
      'familyAsked',
      'explained',
      'refused',
      'warned',
      'introduced',
      'nobody',
      'left',
      'removed',
      'callEnded',
      'described',
    ]),
  }),
  z.strictObject({ ...is('unknown.closed'), ...aboutCase }),
]);

const actor = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    participant: participantId,
    session: z.nullable(sessionId),
  }),
  z.strictObject({ kind: z.literal('system') }),
]);

const position = z.object({ version: z.int().check(z.minimum(1)), at: instant, commandId });

/** Does not compile while the domain has an event that this door does not know, or knows otherwise. */
type Parsed = z.infer<typeof visitEvent>;
const everyEventIsKnown = (event: VisitEvent): Parsed => event;
const nothingElseIsLetIn = (event: Parsed): VisitEvent => event;

/** One row of the log, as the database gives it. */
export interface StoredEvent {
  readonly version: number;
  readonly schema: number;
  readonly at: number;
  readonly command: string;
  readonly actor: unknown;
  readonly event: unknown;
}

/** The entry of the log that a row holds, brought to today's shape. Throws for a row that cannot be understood. */
export function parseStored(row: StoredEvent): RecordedEvent {
  return {
    ...position.parse({ version: row.version, at: row.at, commandId: row.command }),
    actor: actor.parse(row.actor),
    event: nothingElseIsLetIn(visitEvent.parse(upcast(row.schema, row.event))),
  };
}

/** What is written of an event. */
export const toStored = (event: VisitEvent): Parsed => everyEventIsKnown(event);
