import type { ClientCommand } from '../protocol/commands.ts';
import type { CheckReport } from '../visit/checks/state.ts';
import type { InvitationId, ParticipantId, RoomId, SessionId } from '../visit/ids.ts';
import type { Introducible } from '../visit/rounds/state.ts';
import type { CaseCommandType } from '../visit/unknown/commands.ts';
import type { CaseId } from '../visit/unknown/state.ts';
import { keyOfDevice, NOON } from './personas.ts';

const plan = { kind: 'homeVisit', purpose: 'Something else', scheduledFor: NOON, lengthMinutes: 30 } as const;

/** A device on which everything works. */
export const CHECKED: CheckReport = {
  camera: 'works',
  picture: 'fine',
  microphone: 'works',
  speaker: 'heard',
  network: 'good',
  overheard: 'no',
  headset: 'no',
  behind: 'fine',
};

const caseStep = (type: CaseCommandType, target: string): ClientCommand => ({
  type,
  case: target as CaseId,
  words: 'As it was said',
});

/** For every command that a client can say: one whose content is beyond reproach, about the target given. */
export const PROBES: { readonly [Type in ClientCommand['type']]: (target: string) => ClientCommand } = {
  'visit.replan': () => ({ type: 'visit.replan', plan }),
  'visit.start': () => ({ type: 'visit.start' }),
  'visit.end': () => ({ type: 'visit.end', words: 'Goodbye' }),
  'roster.add': () => ({
    type: 'roster.add',
    person: {
      participant: 'probe' as ParticipantId,
      name: 'Zed Quill',
      role: 'supporter',
      relationship: '',
      staff: null,
    },
  }),
  'roster.withdraw': (target) => ({ type: 'roster.withdraw', participant: target as ParticipantId }),
  'invitation.issue': (target) => ({ type: 'invitation.issue', participant: target as ParticipantId }),
  'invitation.revoke': (target) => ({ type: 'invitation.revoke', invitation: target as InvitationId }),
  'invitation.markSent': (target) => ({
    type: 'invitation.markSent',
    invitation: target as InvitationId,
    how: 'copied',
  }),
  'presence.enter': () => ({ type: 'presence.enter' }),
  'presence.setMedia': () => ({ type: 'presence.setMedia', microphone: 'off', camera: 'off' }),
  'presence.leave': () => ({ type: 'presence.leave', quickly: false }),
  'household.tell': () => ({ type: 'household.tell', people: [{ name: 'Nan', relationship: 'grandmother' }] }),
  'household.ask': (target) => ({
    type: 'household.ask',
    participant: target === '' ? null : (target as ParticipantId),
  }),
  'check.report': () => ({ type: 'check.report', report: CHECKED }),
  'help.send': (target) => ({ type: 'help.send', session: target as SessionId, hint: 'useWifi' }),
  'help.dismiss': () => ({ type: 'help.dismiss' }),
  'help.ask': () => ({ type: 'help.ask', what: 'phoneMe' }),
  'help.close': (target) => ({ type: 'help.close', session: target as SessionId }),
  'introduction.call': (target) => ({ type: 'introduction.call', who: target as Introducible }),
  'introduction.done': (target) => ({ type: 'introduction.done', who: target as Introducible }),
  'senses.ask': () => ({ type: 'senses.ask' }),
  'senses.answer': () => ({ type: 'senses.answer', sees: 'yes', hears: 'no' }),
  'condition.tell': () => ({
    type: 'condition.tell',
    condition: { blur: 'off', camera: 'ordinary', interruption: 'camera', hears: 'yes' },
  }),
  'sight.tell': (target) => ({ type: 'sight.tell', session: target as SessionId, sight: 'frozen' }),
  'observation.note': (target) => ({
    type: 'observation.note',
    participant: target as ParticipantId,
    words: 'Reaches for her mother',
  }),
  'room.open': () => ({ type: 'room.open', told: 'away', mark: 'blue' }),
  'room.invite': (target) => {
    const [room = '', session = room] = target.split(':');

    return { type: 'room.invite', room: room as RoomId, session: session as SessionId };
  },
  'room.answer': () => ({ type: 'room.answer', comes: false, alone: false }),
  'room.enter': (target) => ({ type: 'room.enter', room: target as RoomId }),
  'room.leave': () => ({ type: 'room.leave' }),
  'room.callBack': (target) => ({ type: 'room.callBack', room: target as RoomId, session: null }),
  'room.close': (target) => ({ type: 'room.close', room: target as RoomId }),
  'room.tell': (target) => ({ type: 'room.tell', room: target as RoomId, words: 'Five more minutes' }),
  'space.cover': (target) => ({ type: 'space.cover', room: target as RoomId, words: 'Amina is on the telephone' }),
  'space.end': (target) => ({ type: 'space.end', room: target as RoomId, words: 'Thank you for today' }),
  'alone.ask': (target) => ({ type: 'alone.ask', session: target as SessionId }),
  'alone.answer': () => ({ type: 'alone.answer', what: 'notSure' }),
  'protection.offer': () => ({ type: 'protection.offer', key: keyOfDevice('probe') }),
  'protection.accept': (target) => ({ type: 'protection.accept', session: target as SessionId }),
  'protection.begin': () => ({ type: 'protection.begin', number: 'p'.repeat(22) }),
  'protection.check': (target) => ({
    type: 'protection.check',
    number: 'p'.repeat(22),
    devices: [{ session: target as SessionId, key: keyOfDevice('probe') }],
  }),
  'separation.order': (target) => ({
    type: 'separation.order',
    participant: target as ParticipantId,
    against: { is: 'allBut', people: [] },
  }),
  'separation.lift': (target) => ({ type: 'separation.lift', participant: target as ParticipantId }),
  'separation.vouch': (target) => ({ type: 'separation.vouch', participant: target as ParticipantId }),
  'unknown.notice': () => ({ type: 'unknown.notice', about: 'nearby', session: null, words: 'A voice' }),
  'unknown.askFamily': (target) => caseStep('unknown.askFamily', target),
  'unknown.explain': (target) => caseStep('unknown.explain', target),
  'unknown.introduce': (target) => caseStep('unknown.introduce', target),
  'unknown.refuse': (target) => caseStep('unknown.refuse', target),
  'unknown.describe': (target) => caseStep('unknown.describe', target),
  'unknown.warn': (target) => caseStep('unknown.warn', target),
  'unknown.left': (target) => caseStep('unknown.left', target),
  'unknown.nobody': (target) => caseStep('unknown.nobody', target),
  'unknown.close': (target) => caseStep('unknown.close', target),
  'lobby.knock': () => ({ type: 'lobby.knock' }),
  'lobby.admit': (target) => {
    const [session = '', room] = target.split(':');

    return { type: 'lobby.admit', session: session as SessionId, ...(room !== undefined && { room: room as RoomId }) };
  },
  'lobby.deny': (target) => ({ type: 'lobby.deny', session: target as SessionId }),
  'lobby.remove': (target) => ({ type: 'lobby.remove', participant: target as ParticipantId }),
  'lobby.putOut': (target) => ({ type: 'lobby.putOut', session: target as SessionId }),
};
