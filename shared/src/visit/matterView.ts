import { personOf } from './policies.ts';
import type { UnknownCase } from './unknown/state.ts';
import type { MatterPlace, MatterView, UnknownView } from './viewShape.ts';
import type { Visit } from './visit.ts';

/** More steps than this are for the record, which has them all. */
const SHOWN_STEPS = 10;

/** How it began, and what was done last. */
const latestOf = (steps: UnknownCase['steps']): UnknownCase['steps'] =>
  steps.length <= SHOWN_STEPS ? steps : [...steps.slice(0, 1), ...steps.slice(1 - SHOWN_STEPS)];

/** One matter with the names for the ids in it. */
export function unknownView(visit: Visit, known: UnknownCase): UnknownView {
  const near = known.about.session === null ? undefined : visit.sessions.get(known.about.session);

  return {
    ...known,
    steps: latestOf(known.steps),
    whose: near === undefined ? null : personOf(visit, near).name,
    device: near?.device ?? null,
    noticedBy: known.by === null ? null : (visit.participants.get(known.by)?.name ?? null),
  };
}

function placeOf(visit: Visit, { about }: UnknownCase): MatterPlace {
  if (about.is === 'nearby') return { is: 'noDevice' };

  const device = visit.sessions.get(about.session);
  const link =
    device === undefined || device.invitation === null ? undefined : visit.invitations.get(device.invitation);
  if (device?.standing.is === 'waiting') return { is: 'door', deniedBefore: (link?.denials ?? 0) > 0 };
  if (device?.standing.is !== 'seated') return { is: 'gone' };

  return { is: 'inside', joinsBy: personOf(visit, device).staff === null ? 'link' : 'signsIn' };
}

/** [UNK-1] These matters for whoever leads them, the open ones first, each with the place of its device. */
export const mattersView = (visit: Visit, cases: readonly UnknownCase[]): readonly MatterView[] =>
  cases
    .map((known) => ({ ...unknownView(visit, known), place: placeOf(visit, known) }))
    .sort((a, b) => Number(b.open) - Number(a.open));
