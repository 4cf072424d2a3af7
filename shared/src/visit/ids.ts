import type { Brand } from '../lib/brand.ts';

/** One visit: the aggregate and its log. */
export type VisitId = Brand<string, 'VisitId'>;
/** One person on the roster of one visit. The same person in another visit has another id. */
export type ParticipantId = Brand<string, 'ParticipantId'>;
/** One device of one person in one visit. Never shown to anyone but professionals of the visit and that device itself. */
export type SessionId = Brand<string, 'SessionId'>;
/** One link given to one person. */
export type InvitationId = Brand<string, 'InvitationId'>;
/** One room of a visit. Knowing it grants nothing. */
export type RoomId = Brand<string, 'RoomId'>;
/** Chosen by the sender of a command so that a retry is recognised. */
export type CommandId = Brand<string, 'CommandId'>;
/** A member of staff of the authority, across visits. */
export type StaffId = Brand<string, 'StaffId'>;

/** Milliseconds since 1970-01-01T00:00:00Z, by the server's clock. */
export type Instant = Brand<number, 'Instant'>;
/** A length of time in milliseconds. */
export type Millis = number;

/** The room in which every visit begins. */
export const MAIN_ROOM = 'main' as RoomId;

/** The instant `by` milliseconds after `from`. */
export const after = (from: Instant, by: Millis): Instant => (from + by) as Instant;
