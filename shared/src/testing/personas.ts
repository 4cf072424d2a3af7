import type { Actor } from '../visit/actor.ts';
import type { Instant, InvitationId, ParticipantId, SessionId, StaffId, VisitId } from '../visit/ids.ts';
import type { NewPerson } from '../visit/roster/commands.ts';

/** The people of every test: a social worker, her colleague, a mother, a boy, and somebody with a link who should not be there. */
export const VISIT = 'visit-1' as VisitId;
export const NOON = 1_780_000_000_000 as Instant;

export const AMINA = 'amina' as ParticipantId;
export const PRIYA = 'priya' as ParticipantId;
export const DANA = 'dana' as ParticipantId;
export const SAM = 'sam' as ParticipantId;
export const RAY = 'ray' as ParticipantId;
/** A health visitor: a professional who has no sign-in here and comes by link. On no plan unless a test puts her there. */
export const LENA = 'lena' as ParticipantId;

/** Chairs, where a test puts him on the plan. */
export const TOM = 'tom' as ParticipantId;

export const STAFF_AMINA = 'staff-amina' as StaffId;
export const STAFF_PRIYA = 'staff-priya' as StaffId;
const STAFF_TOM = 'staff-tom' as StaffId;

const person = (
  participant: ParticipantId,
  name: string,
  role: NewPerson['role'],
  relationship: string,
  staff: StaffId | null = null,
): NewPerson => ({ participant, name, role, relationship, staff });

export const PEOPLE: readonly NewPerson[] = [
  person(PRIYA, 'Priya Shah', 'colleague', '', STAFF_PRIYA),
  person(DANA, 'Dana Hughes', 'parent', 'mother'),
  person(SAM, 'Sam Hughes', 'child', ''),
  person(RAY, 'Ray Cole', 'householdMember', 'mother’s friend'),
];

export const NURSE: NewPerson = person(LENA, 'Lena Voss', 'otherProfessional', 'health visitor');

export const CHAIR: NewPerson = person(TOM, 'Tom Reilly', 'chair', '', STAFF_TOM);

/** The person's first device, and the link it came by. */
export const deviceOf = (participant: ParticipantId, number = 1): SessionId =>
  `${participant}-device-${number}` as SessionId;
export const linkOf = (participant: ParticipantId, number = 1): InvitationId =>
  `${participant}-link-${number}` as InvitationId;

/** A public key in the shape of one, the same for the same name. */
export const keyOfDevice = (name: string): string =>
  `B${name.replaceAll(/[^A-Za-z0-9_-]/g, '')}`.padEnd(87, 'A').slice(0, 87);

export const HOST_IN_OFFICE: Actor = { kind: 'person', participant: AMINA, session: null };

/** That person, speaking from one of their devices. */
export const from = (participant: ParticipantId, number = 1): Actor => ({
  kind: 'person',
  participant,
  session: deviceOf(participant, number),
});
