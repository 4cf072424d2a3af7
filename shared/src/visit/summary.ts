import type { Instant, StaffId, VisitId } from './ids.ts';
import type { Role } from './people.ts';
import type { Phase, VisitKind } from './plan/state.ts';
import type { Visit } from './visit.ts';

/** One line of a list of visits, for its professionals. */
export interface VisitSummary {
  readonly id: VisitId;
  readonly kind: VisitKind;
  readonly purpose: string;
  readonly scheduledFor: Instant;
  readonly lengthMinutes: number;
  readonly phase: Phase['is'];
  readonly hostName: string;
  readonly people: readonly { readonly name: string; readonly role: Role }[];
  /** Devices in the lobby. */
  readonly waiting: number;
}

/** The visit as its professionals find it in their list; nobody waits in one that is over. */
export const summaryOf = (visit: Visit): VisitSummary => ({
  id: visit.id,
  kind: visit.plan.kind,
  purpose: visit.plan.purpose,
  scheduledFor: visit.plan.scheduledFor,
  lengthMinutes: visit.plan.lengthMinutes,
  phase: visit.phase.is,
  hostName: visit.participants.get(visit.host)?.name ?? '',
  people: [...visit.participants.values()]
    .filter(({ id, standing }) => id !== visit.host && standing !== 'withdrawn')
    .map(({ name, role }) => ({ name, role })),
  waiting:
    visit.phase.is === 'ended'
      ? 0
      : [...visit.sessions.values()].filter(({ standing }) => standing.is === 'waiting').length,
});

/** The staff in whose lists the visit appears. Whoever was put out learns no more of it: neither who is in it nor who waits (ROST-5). */
export const staffOf = (visit: Visit): readonly StaffId[] =>
  [...visit.participants.values()].flatMap(({ staff, standing }) =>
    staff === null || standing !== 'on' ? [] : [staff],
  );
