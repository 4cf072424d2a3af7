import type { Brand } from '../lib/brand.ts';
import type { CommandId, ParticipantId, SessionId } from './ids.ts';

/**
 * Who asks. Made by the server from the credential of the request, never from its body.
 * `person`: somebody on the roster; `session` is the device they ask from, or null when they ask outside the visit (planning).
 * `system`: the server itself: connections that open and close, and the clock.
 */
export type Actor =
  | { readonly kind: 'person'; readonly participant: ParticipantId; readonly session: SessionId | null }
  | { readonly kind: 'system' };

/** The server itself. */
export const SYSTEM: Actor = { kind: 'system' };

/** A command and who gave it. Somebody who repeats another person's command id repeats nothing. */
export type CommandKey = Brand<string, 'CommandKey'>;

/** What a command is remembered by: its id together with its person, whichever of their devices said it. */
export const commandKey = (actor: Actor, commandId: CommandId): CommandKey =>
  `${actor.kind === 'person' ? actor.participant : ''}/${commandId}` as CommandKey;
