import { aloneAnswer, aloneAsk } from './alone/decide.ts';
import { checkReport, helpAsk, helpClose, helpDismiss, helpSend } from './checks/decide.ts';
import type { CommandType } from './commands.ts';
import { conditionTell } from './condition/decide.ts';
import { clockPass } from './deadlines.ts';
import type { Decider } from './decider.ts';
import { visitEnd } from './ending/decide.ts';
import { householdAsk, householdTell } from './household/decide.ts';
import { invitationIssue, invitationMarkSent, invitationRevoke } from './invitations/decide.ts';
import { lobbyAdmit, lobbyDeny, lobbyKnock, lobbyPutOut, lobbyRemove } from './lobby/decide.ts';
import { observationNote } from './observation/decide.ts';
import { visitReplan, visitStart } from './plan/decide.ts';
import { connectionsReset, sessionConnect, sessionLose, sessionOpen } from './presence/connections.ts';
import { presenceEnter, presenceLeave, presenceSetMedia } from './presence/decide.ts';
import { protectionAccept, protectionBegin, protectionCheck, protectionOffer } from './protection/decide.ts';
import { roomAnswer, roomCallBack, roomClose, roomEnter, roomInvite, roomLeave, roomOpen } from './rooms/decide.ts';
import { roomTell, spaceCover, spaceEnd } from './rooms/words.ts';
import { rosterAdd, rosterWithdraw } from './roster/decide.ts';
import { introductionCall, introductionDone, sensesAnswer, sensesAsk } from './rounds/decide.ts';
import { separationLift, separationOrder, separationVouch } from './separation/decide.ts';
import { sightTell } from './sight/decide.ts';
import { unknownNotice, unknownSteps } from './unknown/decide.ts';

/** Every command about a visit that exists, with its rules. A command without rules does not compile. */
export type Deciders = { readonly [Type in Exclude<CommandType, 'visit.plan'>]: Decider<Type> };

/** The one place where a command finds its rules; `can` asks the same. */
export const deciders: Deciders = {
  'visit.replan': visitReplan,
  'visit.start': visitStart,
  'visit.end': visitEnd,
  'roster.add': rosterAdd,
  'roster.withdraw': rosterWithdraw,
  'invitation.issue': invitationIssue,
  'invitation.revoke': invitationRevoke,
  'invitation.markSent': invitationMarkSent,
  'session.open': sessionOpen,
  'session.connect': sessionConnect,
  'session.lose': sessionLose,
  'connections.reset': connectionsReset,
  'clock.pass': clockPass,
  'presence.enter': presenceEnter,
  'presence.setMedia': presenceSetMedia,
  'presence.leave': presenceLeave,
  'lobby.knock': lobbyKnock,
  'lobby.admit': lobbyAdmit,
  'lobby.deny': lobbyDeny,
  'lobby.remove': lobbyRemove,
  'lobby.putOut': lobbyPutOut,
  'household.tell': householdTell,
  'household.ask': householdAsk,
  'check.report': checkReport,
  'help.send': helpSend,
  'help.dismiss': helpDismiss,
  'help.ask': helpAsk,
  'help.close': helpClose,
  'introduction.call': introductionCall,
  'introduction.done': introductionDone,
  'senses.ask': sensesAsk,
  'senses.answer': sensesAnswer,
  'condition.tell': conditionTell,
  'sight.tell': sightTell,
  'observation.note': observationNote,
  'room.open': roomOpen,
  'room.invite': roomInvite,
  'room.answer': roomAnswer,
  'room.enter': roomEnter,
  'room.leave': roomLeave,
  'room.callBack': roomCallBack,
  'room.close': roomClose,
  'room.tell': roomTell,
  'space.cover': spaceCover,
  'space.end': spaceEnd,
  'alone.ask': aloneAsk,
  'alone.answer': aloneAnswer,
  'protection.offer': protectionOffer,
  'protection.accept': protectionAccept,
  'protection.begin': protectionBegin,
  'protection.check': protectionCheck,
  'separation.order': separationOrder,
  'separation.lift': separationLift,
  'separation.vouch': separationVouch,
  'unknown.notice': unknownNotice,
  ...unknownSteps,
};
