import * as z from 'zod/mini';
import type { VisitCommand } from '../visit/commands.ts';
import type {
  CommandId,
  Instant,
  InvitationId,
  ParticipantId,
  RoomId,
  SessionId,
  StaffId,
  VisitId,
} from '../visit/ids.ts';
import type { Introducible } from '../visit/rounds/state.ts';
import type { CaseId } from '../visit/unknown/state.ts';

/** Longest texts a client may send, in UTF-16 units. */
export const LIMITS = {
  name: 60,
  relationship: 40,
  purpose: 500,
  endWords: 300,
  caseWords: 500,
  roomWords: 200,
  observation: 500,
} as const;

/** More people than this are not kept apart from one by name; `allBut` is for more. */
const MOST_NAMED = 30;

/** More people than this do not sit beside one device. */
const MOST_BESIDE = 8;

/** More devices than this do not share a room. */
const MOST_SHOWN = 24;

/** An opaque id as the server mints them, parsed into the brand that the place calls for. */
const id = <Id extends string>() =>
  z.pipe(
    z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)),
    z.transform((text) => text as Id),
  );

export const visitId = id<VisitId>();
export const participantId = id<ParticipantId>();
export const sessionId = id<SessionId>();
export const invitationId = id<InvitationId>();
export const roomId = id<RoomId>();
export const staffId = id<StaffId>();
export const commandId = id<CommandId>();
export const introducible = id<Introducible>();
export const caseId = id<CaseId>();
export const instant = z.pipe(
  z.int().check(z.minimum(0), z.maximum(8_640_000_000_000_000)),
  z.transform((ms) => ms as Instant),
);

/** One letter of some scripts is shown as eighteen (NFKC), and it is the shown text that views and logs carry. */
const text = (longest: number) =>
  z.string().check(
    z.trim(),
    z.maxLength(longest),
    z.refine((said) => said.normalize('NFKC').length <= longest),
  );
const onOff = z.enum(['on', 'off']);
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

const yesNo = z.enum(['yes', 'no']);
const captureFound = ['notTried', 'works', 'refused', 'missing', 'inUse', 'failed', 'skipped'] as const;

export const checkReport = z.strictObject({
  camera: z.enum(captureFound),
  picture: z.enum(['notTried', 'fine', 'dark', 'bright', 'black']),
  microphone: z.enum([...captureFound, 'silent']),
  speaker: z.enum(['notTried', 'heard', 'notHeard', 'skipped']),
  network: z.enum(['notTried', 'good', 'fair', 'poor', 'failed', 'skipped']),
  overheard: z.enum(['notSaid', 'no', 'yes']),
  headset: z.enum(['notSaid', 'yes', 'no']),
  behind: z.enum(['notSaid', 'fine', 'toTidy']),
  equipment: z.optional(z.enum(['notSaid', 'authority', 'personal'])),
});

export const helpHint = z.enum([
  'turnSideways',
  'tapCamera',
  'moreLight',
  'faceTheCamera',
  'speakUp',
  'turnSoundUp',
  'closeOtherApps',
  'useWifi',
  'openInBrowser',
  'takeYourTime',
  'weWillPhone',
]);
export const helpAsked = z.enum(['phoneMe', 'stuck', 'nothing']);

export const condition = z.strictObject({
  blur: z.enum(['on', 'off', 'notKnown']),
  camera: z.enum(['ordinary', 'virtual', 'notKnown']),
  interruption: z.enum(['none', 'camera', 'microphone', 'both', 'hidden']),
  hears: yesNo,
});

export const speech = z.enum(['speaks', 'notYet']);
export const sight = z.enum(['seen', 'frozen', 'black', 'lost', 'off', 'notShown']);

/** Each step of the protocol for unknown people, with the words for the record (UNK-2). */
export const caseCommand = z.enum([
  'unknown.askFamily',
  'unknown.explain',
  'unknown.introduce',
  'unknown.refuse',
  'unknown.describe',
  'unknown.warn',
  'unknown.left',
  'unknown.nobody',
  'unknown.close',
]);

/** By which mark a private room is known. */
export const mark = z.enum(['blue', 'green', 'yellow', 'purple', 'orange', 'grey']);

/** What the others hear of who is in a private room. */
export const told = z.enum(['withWhom', 'away', 'nothing']);

/** Whether anybody else could hear. */
export const saidAlone = z.enum(['alone', 'notAlone', 'notSure']);

/** A device's public key: a raw P-256 point of 65 bytes (SEC 1, 2.3.3), base64url without padding. Here it is only bounded: what is no point opens nothing. */
export const publicKey = z.string().check(z.length(87), z.regex(/^[A-Za-z0-9_-]+$/));

/** 16 bytes by chance, base64url without padding. */
export const freshNumber = z.string().check(z.length(22), z.regex(/^[A-Za-z0-9_-]+$/));

/** Whom somebody is kept apart from. */
export const against = z.strictObject({
  is: z.enum(['these', 'allBut']),
  people: z.readonly(z.array(participantId).check(z.maxLength(MOST_NAMED))),
});

export const plan = z.strictObject({
  kind: z.enum(['homeVisit', 'conference', 'oneToOne', 'rehearsal']),
  purpose: text(LIMITS.purpose),
  scheduledFor: instant,
  lengthMinutes: z.int().check(z.minimum(5), z.maximum(480)),
});

export const newPerson = z.strictObject({
  participant: participantId,
  name: text(LIMITS.name).check(z.minLength(1)),
  role,
  relationship: text(LIMITS.relationship),
  staff: z.nullable(staffId),
  speech: z.optional(speech),
  helps: z.optional(participantId),
});

/**
 * What a client may ask of a visit. System commands are not here, so that they cannot be said from outside;
 * whether the asker may is decided by the visit.
 */
export const clientCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('visit.replan'), plan }),
  z.strictObject({ type: z.literal('visit.start') }),
  z.strictObject({ type: z.literal('roster.add'), person: newPerson }),
  z.strictObject({ type: z.literal('roster.withdraw'), participant: participantId }),
  z.strictObject({ type: z.literal('invitation.issue'), participant: participantId }),
  z.strictObject({ type: z.literal('invitation.revoke'), invitation: invitationId }),
  z.strictObject({
    type: z.literal('invitation.markSent'),
    invitation: invitationId,
    how: z.enum(['copied', 'shownAsQr']),
  }),
  z.strictObject({ type: z.literal('presence.enter') }),
  z.strictObject({ type: z.literal('presence.setMedia'), microphone: onOff, camera: onOff }),
  z.strictObject({ type: z.literal('presence.leave'), quickly: z.boolean() }),
  z.strictObject({ type: z.literal('lobby.knock') }),
  z.strictObject({ type: z.literal('lobby.admit'), session: sessionId, room: z.optional(roomId) }),
  z.strictObject({ type: z.literal('lobby.deny'), session: sessionId }),
  z.strictObject({ type: z.literal('lobby.remove'), participant: participantId }),
  z.strictObject({ type: z.literal('lobby.putOut'), session: sessionId }),
  z.strictObject({
    type: z.literal('household.tell'),
    people: z
      .array(z.strictObject({ name: text(LIMITS.name).check(z.minLength(1)), relationship: text(LIMITS.relationship) }))
      .check(z.maxLength(MOST_BESIDE)),
  }),
  z.strictObject({ type: z.literal('household.ask'), participant: z.nullable(participantId) }),
  z.strictObject({ type: z.literal('check.report'), report: checkReport }),
  z.strictObject({ type: z.literal('help.send'), session: sessionId, hint: helpHint }),
  z.strictObject({ type: z.literal('help.dismiss') }),
  z.strictObject({ type: z.literal('help.ask'), what: helpAsked }),
  z.strictObject({ type: z.literal('help.close'), session: sessionId }),
  z.strictObject({ type: z.literal('introduction.call'), who: introducible }),
  z.strictObject({ type: z.literal('introduction.done'), who: introducible }),
  z.strictObject({ type: z.literal('senses.ask') }),
  z.strictObject({ type: z.literal('senses.answer'), sees: yesNo, hears: yesNo }),
  z.strictObject({ type: z.literal('condition.tell'), condition }),
  z.strictObject({ type: z.literal('sight.tell'), session: sessionId, sight }),
  z.strictObject({ type: z.literal('room.open'), told, mark }),
  z.strictObject({ type: z.literal('room.invite'), room: roomId, session: sessionId }),
  z.strictObject({ type: z.literal('room.answer'), comes: z.boolean(), alone: z.boolean() }),
  z.strictObject({ type: z.literal('room.enter'), room: roomId }),
  z.strictObject({ type: z.literal('room.leave') }),
  z.strictObject({ type: z.literal('room.callBack'), room: roomId, session: z.nullable(sessionId) }),
  z.strictObject({ type: z.literal('room.close'), room: roomId }),
  z.strictObject({
    type: z.literal('room.tell'),
    room: z.union([z.literal('all'), roomId]),
    words: text(LIMITS.roomWords).check(z.minLength(1)),
  }),
  z.strictObject({ type: z.literal('space.cover'), room: roomId, words: text(LIMITS.roomWords) }),
  z.strictObject({ type: z.literal('space.end'), room: roomId, words: text(LIMITS.endWords).check(z.minLength(1)) }),
  z.strictObject({ type: z.literal('alone.ask'), session: sessionId }),
  z.strictObject({ type: z.literal('alone.answer'), what: saidAlone }),
  z.strictObject({ type: z.literal('protection.offer'), key: z.nullable(publicKey) }),
  z.strictObject({ type: z.literal('protection.accept'), session: sessionId }),
  z.strictObject({ type: z.literal('protection.begin'), number: freshNumber }),
  z.strictObject({
    type: z.literal('protection.check'),
    number: freshNumber,
    devices: z.readonly(
      z.array(z.strictObject({ session: sessionId, key: z.nullable(publicKey) })).check(z.maxLength(MOST_SHOWN)),
    ),
  }),
  z.strictObject({ type: z.literal('separation.order'), participant: participantId, against }),
  z.strictObject({ type: z.literal('separation.lift'), participant: participantId }),
  z.strictObject({ type: z.literal('separation.vouch'), participant: participantId }),
  z.strictObject({
    type: z.literal('observation.note'),
    participant: participantId,
    words: text(LIMITS.observation).check(z.minLength(1)),
  }),
  z.strictObject({
    type: z.literal('unknown.notice'),
    about: z.enum(['device', 'nearby']),
    session: z.nullable(sessionId),
    words: text(LIMITS.caseWords),
  }),
  z.strictObject({ type: caseCommand, case: caseId, words: text(LIMITS.caseWords) }),
  z.strictObject({ type: z.literal('visit.end'), words: text(LIMITS.endWords).check(z.minLength(1)) }),
]);

export type ClientCommand = z.infer<typeof clientCommand>;

/** Fails to compile when a parsed command is not one that the domain knows. */
export const toVisitCommand = (command: ClientCommand): VisitCommand => command;

export const commandMessage = z.strictObject({ commandId, command: clientCommand });
export type CommandMessage = z.infer<typeof commandMessage>;
