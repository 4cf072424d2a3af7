import type { ClientCommand } from '../protocol/commands.ts';
import type { InvitationId, ParticipantId, SessionId } from '../visit/ids.ts';
import { NOON } from './personas.ts';

const plan = { kind: 'homeVisit', purpose: 'Something else', scheduledFor: NOON, lengthMinutes: 30 } as const;

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
  'lobby.knock': () => ({ type: 'lobby.knock' }),
  'lobby.admit': (target) => ({ type: 'lobby.admit', session: target as SessionId }),
  'lobby.deny': (target) => ({ type: 'lobby.deny', session: target as SessionId }),
  'lobby.remove': (target) => ({ type: 'lobby.remove', participant: target as ParticipantId }),
};
