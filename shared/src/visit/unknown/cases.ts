import type { SessionId } from '../ids.ts';
import type { Session } from '../presence/state.ts';
import type { Visit } from '../visit.ts';
import type { CaseState, UnknownCase } from './state.ts';

/** Nothing follows on these. */
const SETTLED: readonly CaseState[] = ['introduced', 'nobody', 'removed', 'callEnded'];

export const isSettled = (state: CaseState): boolean => SETTLED.includes(state);

export const casesOf = (visit: Visit): readonly UnknownCase[] => [...visit.unknowns.values()];

export const openCasesOf = (visit: Visit): readonly UnknownCase[] => casesOf(visit).filter(({ open }) => open);

/** The matters that concern a device itself, newest last. */
export const casesAbout = (visit: Visit, session: SessionId): readonly UnknownCase[] =>
  casesOf(visit).filter(({ about }) => about.is === 'device' && about.session === session);

/** [UNK-4] Whether somebody at this device, or near it, has been noticed and not been introduced. Somebody heard nobody knows where is near every device. */
export const isUnexplained = (visit: Visit, session: SessionId): boolean =>
  openCasesOf(visit).some(({ about }) => about.session === session || about.session === null);

/** Whether a device came by a link that another device had opened before, or while another of the same person has its place. */
export const isAnotherDevice = (visit: Visit, { id, invitation, arrival }: Session): boolean =>
  invitation !== null && (arrival === 'second' || visit.invitations.get(invitation)?.firstSession !== id);

/**
 * [UNK-1] Whether a device that knocks has to be looked into: it is another device than the one its link was opened on, or it was
 * noticed before; and whoever holds it has not been introduced since.
 */
export function isUnexpected(visit: Visit, session: Session): boolean {
  const latest = casesAbout(visit, session.id).at(-1);

  return latest === undefined ? isAnotherDevice(visit, session) : latest.state !== 'introduced';
}
