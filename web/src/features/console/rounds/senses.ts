import type { HelpHint } from '@doorstep/shared/visit/checks/state.ts';
import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Role } from '@doorstep/shared/visit/people.ts';
import type { SensesAnswer } from '@doorstep/shared/visit/rounds/state.ts';
import type { DeviceView, PersonView, RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { DEVICES } from '../../../content/people.ts';
import { ownRoomOf } from '../../../visit/ownRoom.ts';
import { inRoleOrder } from '../roleOrder.ts';

/** One device's answer. Of somebody with several devices each answers, because each may fail. */
export interface SensesLine {
  readonly device: DeviceView;
  readonly role: Role;
  /** With the device, where there are several. */
  readonly name: string;
  readonly isMe: boolean;
  /** What does not work; null when all is well or nothing was said. */
  readonly cannot: 'sees' | 'hears' | 'both' | null;
}

export interface SensesTally {
  readonly all: number;
  readonly fine: readonly SensesLine[];
  readonly exceptions: readonly SensesLine[];
  readonly waiting: readonly SensesLine[];
}

function cannotOf({ sees, hears }: SensesAnswer): SensesLine['cannot'] {
  if (sees === 'no') return hears === 'no' ? 'both' : 'sees';
  return hears === 'no' ? 'hears' : null;
}

/** [ROST-4] When those in one's own room were asked, for whoever leads the round; null for others, and before the first time. */
export const sensesAskedAt = (view: RoomView): number | null =>
  ownRoomOf(view)?.sensesAskedAt ?? view.chair?.senses?.askedAt ?? null;

/** [ROST-4] Who is in another room, for whoever leads the round, as far as they may know of it: the chair’s is not for them, the host’s is. */
export function sensesElsewhere(view: RoomView): readonly string[] {
  if (view.console === null) return view.elsewhere.map(({ name }) => name);

  const here = new Set(view.people.map(({ participant }) => participant));
  const away = new Set(view.console.rooms.flatMap(({ devices }) => devices.map(({ participant }) => participant)));

  return view.console.roster
    .filter((one) => away.has(one.participant) && !here.has(one.participant))
    .map(({ name }) => name);
}

function answersIn({ console, chair }: RoomView): ReadonlyMap<SessionId, SensesAnswer | null> {
  const told = (console?.roster ?? []).flatMap(({ devices }) => devices);

  return new Map([
    ...told.map(({ session, senses }) => [session, senses] as const),
    ...(chair?.senses?.answers ?? []).map((answer) => [answer.session, answer] as const),
  ]);
}

/** [ROST-4] How the round stands, for the host and the chair, who alone know the answers. Latecomers are among those who have not answered. */
export function sensesTally(view: RoomView): SensesTally {
  const { people, me } = view;
  const answers = answersIn(view);
  const lines = inRoleOrder(people).flatMap((person) =>
    person.devices.map((device) => ({ line: lineOf(person, device, me), answer: answers.get(device.session) ?? null })),
  );
  const answered = lines.flatMap(({ line, answer }) =>
    answer === null ? [] : [{ ...line, cannot: cannotOf(answer) }],
  );
  return {
    all: lines.length,
    fine: answered.filter(({ cannot }) => cannot === null),
    exceptions: answered.filter(({ cannot }) => cannot !== null),
    waiting: lines.filter(({ answer }) => answer === null).map(({ line }) => line),
  };
}

const lineOf = ({ name, role, devices }: PersonView, device: DeviceView, me: RoomView['me']): SensesLine => ({
  device,
  role,
  name: devices.length > 1 ? `${name} (${DEVICES[device.device].toLowerCase()})` : name,
  isMe: device.session === me.session,
  cannot: null,
});

/** What would help whoever cannot see or hear. */
export const HINTS_FOR: Readonly<Record<NonNullable<SensesLine['cannot']>, readonly HelpHint[]>> = {
  sees: ['useWifi', 'weWillPhone'],
  hears: ['turnSoundUp', 'weWillPhone'],
  both: ['weWillPhone', 'useWifi'],
};
