import type { SessionId } from '../ids.ts';
import type { Visit } from '../visit.ts';
import type { CaseState, UnknownCase } from './state.ts';

/** Nothing follows on these. */
const SETTLED: readonly CaseState[] = ['introduced', 'nobody', 'removed', 'callEnded'];

export const isSettled = (state: CaseState): boolean => SETTLED.includes(state);

export const casesOf = (visit: Visit): readonly UnknownCase[] => [...visit.unknowns.values()];

/** The matters that concern a device itself, newest last. */
export const casesAbout = (visit: Visit, session: SessionId): readonly UnknownCase[] =>
  casesOf(visit).filter(({ about }) => about.is === 'device' && about.session === session);

/** [UNK-4] Whether somebody at this device, or near it, has been noticed and not been introduced. Somebody heard nobody knows where is near every device. */
export const isUnexplained = (visit: Visit, session: SessionId): boolean =>
  casesOf(visit).some(({ open, about }) => open && (about.session === session || about.session === null));

/** [UNK-1] Whether a device that knocks has to be looked into: it came by a link that another device had opened before. */
export function isUnexpected(visit: Visit, session: SessionId): boolean {
  const device = visit.sessions.get(session);
  if (device === undefined || device.identity !== 'ownLink' || device.arrival === 'first') return false;

  return !casesAbout(visit, session).some(({ state }) => state === 'introduced');
}
