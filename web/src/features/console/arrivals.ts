import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { LobbyEntry } from '@doorstep/shared/visit/viewShape.ts';
import { CONSOLE } from '../../content/staff/console.ts';

export type Waiting = ReadonlySet<SessionId>;

export const waitingOf = (lobby: readonly LobbyEntry[]): Waiting => new Set(lobby.map(({ session }) => session));

/** Who has begun to wait since `before`. Whoever stopped and came again counts again. */
export const newcomers = (before: Waiting, lobby: readonly LobbyEntry[]): readonly LobbyEntry[] =>
  lobby.filter(({ session }) => !before.has(session));

/** What is read out when somebody begins to wait; a second device is said apart, since it may be somebody else (JOIN-7). */
export function sayArrivals(arrived: readonly LobbyEntry[]): string {
  const first = arrived.filter(({ arrival }) => arrival !== 'second').map(({ name }) => name);
  const second = arrived.filter(({ arrival }) => arrival === 'second');
  return [
    ...(first.length > 0 ? [CONSOLE.lobby.announce(first.join(', '))] : []),
    ...second.map(({ name }) => CONSOLE.lobby.announceSecond(name)),
  ].join('. ');
}
