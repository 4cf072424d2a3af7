import type { MediaRefusal } from '@doorstep/shared/protocol/media.ts';
import type { DoorRefusal, GatewayRefusal } from '@doorstep/shared/protocol/socket.ts';
import type { RefusalCode } from '@doorstep/shared/visit/refusals.ts';

/** Every no that can reach a screen. A code without words does not compile. */
export type AnyRefusal = RefusalCode | GatewayRefusal | MediaRefusal | DoorRefusal;

/** For professionals: what is so, and what to do about it. */
export const STAFF_REFUSALS: Readonly<Record<AnyRefusal, string>> = {
  notYours: 'Only the host of this visit can do this.',
  notFound: 'This is no longer part of the visit. The page now shows how things are.',
  visitAlreadyPlanned: 'This visit has been planned already. Open it from the list of visits.',
  visitNotOpen: 'The visit has not started yet. Start it first.',
  visitAlreadyOpen: 'The visit is under way already.',
  visitEnded: 'The visit has ended. Plan a new one to meet again.',
  purposeMissing: 'Say what the visit is for first. Links can be made once there is a purpose.',
  nameTaken: 'Somebody on this visit has this name, or one that looks the same. Add a surname or an initial.',
  nameUnreadable:
    'This name has characters that cannot be told apart on screen. Use letters, spaces, hyphens and apostrophes.',
  oneHostOnly: 'A visit has one host. Give this person another role.',
  alreadyOnRoster: 'This person is on the visit already.',
  hostStays: 'The host cannot be taken off the visit.',
  stillConnected: 'This person is connected. Remove them from the visit first.',
  familyNeverSignsIn: 'Family come by a link of their own. Choose a professional role, or add them by name.',
  signsInInstead: 'This person signs in, so they need no link.',
  linkExpired: 'This link has run out. Make a new one and send it.',
  linkRevoked: 'This link has been stopped. Make a new one and send it.',
  notWaiting: 'This device is no longer waiting.',
  alreadyInside: 'This device is in the visit already.',
  notInside: 'This person is not in the visit.',
  rosterFull: 'A visit has at most 40 people. Take somebody off the visit first.',
  roomFull: 'The room is full. Somebody has to leave before another person can come in.',
  putOut: 'This person was removed. Make them a new link if they may come back.',
  malformed: 'The server did not understand this page. Reload it and try again.',
  tooFast: 'That was too many requests at once. Wait a few seconds and try again.',
  fault: 'Something went wrong on our side and nothing was changed. Try again.',
  noSeat: 'This device has no place in the visit any more. Enter again.',
  notAdmitted: 'This device has not been let in yet.',
  badParameters: 'This browser could not agree with the server on sound and picture. Try another browser.',
  tooMany: 'There are too many connections from here. Close other tabs of this visit and try again.',
  unavailable: 'Sound and picture are being set up again. This takes a few seconds.',
  reload: 'Doorstep has been updated. Reload this page to go on.',
  notSignedIn: 'You have been signed out. Sign in again to go on.',
  elsewhere: 'You opened this visit in another tab or window, so this one has stopped.',
  closing: 'The server is restarting. You will be brought back to your seat.',
};

const TRY_AGAIN = 'That did not work. Please try again.';
const LINK_CLOSED = 'This link does not work now. Please call us and we will help.';

/** For families: short, kind, and telling nothing about anyone else. */
export const FAMILY_REFUSALS: Readonly<Record<AnyRefusal, string>> = {
  notYours: 'You cannot do this here.',
  notFound: TRY_AGAIN,
  visitAlreadyPlanned: TRY_AGAIN,
  visitNotOpen: 'The meeting has not started yet. You can wait here.',
  visitAlreadyOpen: TRY_AGAIN,
  visitEnded: 'This meeting is over.',
  purposeMissing: TRY_AGAIN,
  nameTaken: TRY_AGAIN,
  nameUnreadable: TRY_AGAIN,
  oneHostOnly: TRY_AGAIN,
  alreadyOnRoster: TRY_AGAIN,
  hostStays: TRY_AGAIN,
  stillConnected: TRY_AGAIN,
  familyNeverSignsIn: TRY_AGAIN,
  signsInInstead: TRY_AGAIN,
  linkExpired: LINK_CLOSED,
  linkRevoked: LINK_CLOSED,
  notWaiting: TRY_AGAIN,
  alreadyInside: 'You are in the meeting already.',
  notInside: 'You are not in the meeting now.',
  rosterFull: TRY_AGAIN,
  roomFull: 'There is no room just now. Please wait a moment.',
  putOut: LINK_CLOSED,
  malformed: 'This page is out of date. Please open your link again.',
  tooFast: 'That was a bit quick. Please wait a moment and try again.',
  fault: 'Something went wrong. It is not your fault. Please try again.',
  noSeat: 'You are not in the meeting now.',
  notAdmitted: 'Please wait. Your worker will let you in.',
  badParameters: 'Sound and picture do not work here. Please try another phone or computer.',
  tooMany: 'This is open too many times. Please close the other pages and try again.',
  unavailable: 'Sound and picture will be back in a moment.',
  reload: 'This page is out of date. Please open your link again.',
  notSignedIn: 'Please open your link again.',
  elsewhere: 'You opened this on another page. You can go on there.',
  closing: 'We stopped for a moment. We are getting you back.',
};
