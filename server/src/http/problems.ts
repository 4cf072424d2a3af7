import type { Problem } from '@doorstep/shared/protocol/http.ts';
import type { RefusalCode } from '@doorstep/shared/visit/refusals.ts';

/** The refusals that HTTP itself gives, before any visit is asked. */
type HttpRefusal =
  | 'malformed'
  | 'tooLarge'
  | 'notJson'
  | 'otherSite'
  | 'tooFast'
  | 'notSignedIn'
  | 'noSuchStaff'
  | 'linkClosed'
  | 'fault';

export type ProblemCode = HttpRefusal | RefusalCode;

interface Words {
  readonly status: number;
  /** What happened and what to do, for a person. */
  readonly says: string;
}

const PROBLEMS: Readonly<Record<ProblemCode, Words>> = {
  malformed: { status: 400, says: 'The server could not understand this. Reload the page and try again.' },
  tooLarge: { status: 413, says: 'That is too long. Shorten it and try again.' },
  notJson: { status: 415, says: 'The server takes JSON here.' },
  otherSite: { status: 403, says: 'This can only be done from the service’s own pages.' },
  tooFast: { status: 429, says: 'That was tried too often. Wait a minute, then try again.' },
  notSignedIn: { status: 401, says: 'You are not signed in. Sign in and try again.' },
  noSuchStaff: { status: 403, says: 'Nobody can sign in under that name here.' },
  linkClosed: { status: 403, says: 'This link does not work any more. Ask the person who sent it for a new one.' },
  fault: { status: 500, says: 'Something went wrong on our side. Try again in a moment.' },

  notYours: { status: 403, says: 'Only the host of the visit can do this.' },
  notFound: { status: 404, says: 'There is nothing here that you can see.' },
  visitAlreadyPlanned: { status: 409, says: 'This visit is planned already.' },
  visitNotOpen: { status: 409, says: 'The visit has not started yet.' },
  visitAlreadyOpen: { status: 409, says: 'The visit has started already.' },
  visitEnded: { status: 409, says: 'The visit is over.' },
  purposeMissing: { status: 422, says: 'Say first what the visit is for.' },
  nameTaken: { status: 422, says: 'Two people would have names that look the same. Add something to tell them apart.' },
  nameUnreadable: { status: 422, says: 'A name needs letters that people can read.' },
  oneHostOnly: { status: 422, says: 'A visit has one host.' },
  oneChairOnly: { status: 422, says: 'A visit has one chair.' },
  chairSignsIn: { status: 422, says: 'The chair signs in. Somebody who comes by a link cannot chair.' },
  familyNeverSignsIn: { status: 422, says: 'Somebody of the family joins by a link, not by signing in.' },
  alreadyOnRoster: { status: 422, says: 'This person is part of the visit already.' },
  hostStays: { status: 409, says: 'The host stays part of the visit.' },
  stillConnected: { status: 409, says: 'This person is connected. Remove them from the visit first.' },
  signsInInstead: { status: 409, says: 'A colleague signs in and needs no link.' },
  linkExpired: { status: 409, says: 'This link has run out. Make a new one.' },
  linkRevoked: { status: 409, says: 'This link was closed. Make a new one.' },
  tooManyDevices: {
    status: 409,
    says: 'This link is open on too many devices. Close it on the others, or ask for a new one.',
  },
  notWaiting: { status: 409, says: 'This person is not waiting any more.' },
  alreadyInside: { status: 409, says: 'This person is in the visit already.' },
  notInside: { status: 409, says: 'This person is not in the visit.' },
  rosterFull: { status: 409, says: 'A visit has at most 40 people.' },
  markTaken: { status: 409, says: 'Another private room has this colour. Choose another one.' },
  tooManyRooms: {
    status: 409,
    says: 'There are as many private rooms as one visit can have. Close one of them first.',
  },
  keptApart: { status: 409, says: 'Somebody is there from whom this person is kept apart.' },
  stillTogether: { status: 409, says: 'Two of these people are in one room now. Bring one of them out first.' },
  nobodyToCompare: { status: 409, says: 'Nobody else is there whose pictures can be compared.' },
  picturesChanged: { status: 409, says: 'Somebody came, or has another key than the one that was compared.' },
  roomFull: { status: 409, says: 'There is no room for more people in this visit.' },
  nothingAsked: { status: 409, says: 'Nobody asked for this, or it has been answered.' },
  notesFull: { status: 409, says: 'One visit takes 100 notes about one child. Write the rest in your own notes.' },
  tooManyCases: { status: 409, says: 'Too many matters of unknown people are open. Close some of them first.' },
  alreadyNoticed: { status: 409, says: 'This device has been noticed already.' },
  caseSettled: { status: 409, says: 'This matter has been dealt with already.' },
  notThisStep: { status: 409, says: 'This step does not come next.' },
  notIntroduced: { status: 409, says: 'Somebody has not been introduced yet.' },
  putOut: { status: 403, says: 'The host has ended this person’s part in the visit.' },
  onlyDevice: { status: 409, says: 'This person has no other device in the visit.' },
};

/** A refusal on its way out of a route: thrown by guards, answered by the one error handler. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: ProblemCode;

  constructor(code: ProblemCode) {
    super(code);
    this.code = code;
  }
}

/** The HTTP status of a refusal (RFC 9110, 15). */
export const statusOf = (code: ProblemCode): number => PROBLEMS[code].status;
/** What is told of a refusal: its code and a sentence for a person. */
export const problemOf = (code: ProblemCode): Problem => ({ refusal: code, says: PROBLEMS[code].says });
