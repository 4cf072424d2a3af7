import type { AttendanceEntry } from '@doorstep/shared/visit/attendance.ts';
import type { ParticipantId } from '@doorstep/shared/visit/ids.ts';
import type { Role } from '@doorstep/shared/visit/people.ts';
import type { SeenTime } from '@doorstep/shared/visit/seenTimes.ts';
import { ATTENDANCE, CAME_BACK, VISIT_PAGE } from '../../content/staff/visitPage.ts';
import { sayElapsed } from '../../content/times.ts';

/** One person's time in the visit. */
export interface Attended {
  readonly participant: ParticipantId;
  readonly name: string;
  readonly role: Role;
  readonly from: number;
  readonly until: number;
  /** Milliseconds spent inside; a lost connection counts, because the seat was kept. */
  readonly length: number;
}

const isInside = ({ state }: AttendanceEntry): boolean =>
  state === 'here' || state === 'away' || state === 'reconnecting';

/** Who was inside, in the order of coming, until they left or the visit ended. Who only waited is not among them. */
export function attended(entries: readonly AttendanceEntry[], endedAt: number): readonly Attended[] {
  const people = [...new Set(entries.filter(isInside).map(({ participant }) => participant))];
  return people.flatMap((participant) => {
    const own = entries.filter((entry) => entry.participant === participant && entry.at <= endedAt);
    const stays = own.flatMap((entry, index) =>
      isInside(entry) ? [{ from: entry.at, until: own[index + 1]?.at ?? endedAt }] : [],
    );
    const [first, last, who] = [stays[0], stays[stays.length - 1], own[0]];
    if (first === undefined || last === undefined || who === undefined) return [];

    const length = stays.reduce((sum, { from, until }) => sum + until - from, 0);
    return [{ participant, name: who.name, role: who.role, from: first.from, until: last.until, length }];
  });
}

export interface AttendanceLine {
  readonly at: number;
  readonly name: string;
  readonly says: string;
}

/** [ROST-2] Each change in words. What comes after the end is the sound of doors closing and left out. */
export function attendanceLines(entries: readonly AttendanceEntry[], endedAt: number): readonly AttendanceLine[] {
  const wasInside = new Set<ParticipantId>();
  return entries
    .filter(({ at }) => at <= endedAt)
    .map((entry) => {
      const isBack = entry.state === 'here' && wasInside.has(entry.participant);
      if (entry.state === 'here') wasInside.add(entry.participant);
      return { at: entry.at, name: entry.name, says: isBack ? CAME_BACK : ATTENDANCE[entry.state] };
    });
}

const MINUTE = 60_000;

/** [SEE-4] How long somebody was seen out of the time that they were there; null for whom nobody watches. */
export function saySeen({ participant, length }: Attended, seen: readonly SeenTime[]): string | null {
  const time = seen.find((one) => one.participant === participant);
  if (time === undefined) return null;
  if (time.seenFor < MINUTE / 60) return VISIT_PAGE.ended.notSeen;

  const said = (millis: number): string => sayElapsed(0, Math.max(millis, MINUTE));
  return VISIT_PAGE.ended.seenOf(said(time.seenFor), said(length));
}
