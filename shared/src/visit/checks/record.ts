import type { Unhurried } from '../../lib/unhurried.ts';
import type { RecordedEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { Instant, ParticipantId, SessionId } from '../ids.ts';
import { isFamily, type Role } from '../people.ts';
import { personOf } from '../policies.ts';
import type { DeviceKind, Session } from '../presence/state.ts';
import type { Visit } from '../visit.ts';
import type { CheckReport } from './state.ts';

/** [DEV-1] [DEV-2] What was said of the device and the room around it. */
export type SaidOfPlace = Pick<CheckReport, 'equipment' | 'behind' | 'overheard' | 'headset'>;

/** What one professional had said when they went in on one device, and each time that they went in with it. */
export interface SaidBefore {
  readonly participant: ParticipantId;
  readonly name: string;
  readonly role: Role;
  readonly device: DeviceKind;
  /** Null when nothing was said. */
  readonly said: SaidOfPlace | null;
  readonly entered: readonly Instant[];
}

/**
 * [DEV-1] [DEV-2] For each professional who went in: what they had said of the device and the room by then, in the order of going in.
 * Answers that were changed before they went in again stand by themselves; what a family says of its own rooms is not for this list.
 */
export function* saidBeforeEntering(log: readonly RecordedEvent[]): Unhurried<readonly SaidBefore[]> {
  const entries: SaidBefore[] = [];
  const latest = new Map<SessionId, number>();
  let visit: Visit | null = null;

  for (const recorded of log) {
    yield;
    visit = evolve(visit, recorded);
    const session = wentIn(visit, recorded);
    if (session === null) continue;

    const { id: participant, name, role } = personOf(visit, session);
    if (isFamily(role)) continue;

    const said = saidOf(visit.checks.get(session.id)?.report);
    const index = latest.get(session.id);
    const before = index === undefined ? undefined : entries[index];
    if (index !== undefined && before !== undefined && isSame(before.said, said)) {
      entries[index] = { ...before, entered: [...before.entered, recorded.at] };
    } else {
      latest.set(session.id, entries.length);
      entries.push({ participant, name, role, device: session.device, said, entered: [recorded.at] });
    }
  }

  return entries;
}

function wentIn(visit: Visit, { event }: RecordedEvent): Session | null {
  if (event.type !== 'session.entered' && event.type !== 'session.admitted') return null;

  return visit.sessions.get(event.session) ?? null;
}

function saidOf(report: CheckReport | undefined): SaidOfPlace | null {
  if (report === undefined) return null;

  const { equipment, behind, overheard, headset } = report;
  const isSilent = [equipment ?? 'notSaid', behind, overheard, headset].every((answer) => answer === 'notSaid');

  return isSilent ? null : { equipment, behind, overheard, headset };
}

const isSame = (one: SaidOfPlace | null, other: SaidOfPlace | null): boolean =>
  one?.equipment === other?.equipment &&
  one?.behind === other?.behind &&
  one?.overheard === other?.overheard &&
  one?.headset === other?.headset;
