import { NO_HELP } from './checks/state.ts';
import { conditionOf } from './condition/decide.ts';
import { NOT_TOLD, type ToldCompanion } from './household/state.ts';
import type { RoomId } from './ids.ts';
import { isFamily } from './people.ts';
import type { Session } from './presence/state.ts';
import { isShutOut } from './protection/protectionOf.ts';
import { deviceProtection } from './protection/view.ts';
import { hasSides } from './rooms/spaces.ts';
import type { Participant } from './roster/state.ts';
import { introducedOf, introducedTo } from './rounds/introductions.ts';
import type { CompanionView, DeviceView, HelpView, MeView, OwnHousehold, SaidWho } from './viewShape.ts';
import type { Visit } from './visit.ts';

const toldBy = (visit: Visit, session: Session | null) =>
  (session === null ? undefined : visit.households.get(session.id)) ?? NOT_TOLD;

/** Who looks at a device, and in which room it is; null for the host's overview of all. */
export interface Onlooker {
  readonly viewer: Participant;
  readonly room: RoomId;
}

/** [JOIN-5] Those beside a device, for the host, for professionals, for whoever said it, and for the family where nobody is kept apart. */
const besideOf = (visit: Visit, session: Session, onlooker: Onlooker | null): readonly CompanionView[] =>
  (toldBy(visit, session).people ?? [])
    .filter((companion) => isReadBy(visit, session, companion, onlooker))
    .map(({ id, name, relationship }) => ({
      companion: id,
      name,
      relationship,
      introduced: onlooker === null ? introducedOf(visit, id) : introducedTo(visit, id, onlooker.viewer, onlooker.room),
    }));

/**
 * [PRIV-5] Where people are kept apart, or were, the family reads none of these names, whatever they are. To leave out the names of those
 * alone who must not be known would tell of them: whoever types a name on another’s device sees whether it is missing from their own.
 * What they read before the first order was made stays: that it vanished would tell of the order.
 */
const isReadBy = (visit: Visit, session: Session, companion: ToldCompanion, onlooker: Onlooker | null): boolean =>
  onlooker === null ||
  onlooker.viewer.id === session.participant ||
  !isFamily(onlooker.viewer.role) ||
  (visit.separations.orders.size === 0 && !hasSides(visit)) ||
  hasReadBefore(visit, session, companion, onlooker);

/**
 * Whether it was said before anybody was kept apart, of a device that has sat in this room since before, to somebody who has as well. What
 * was said at the door nobody had read.
 */
function hasReadBefore(
  visit: Visit,
  told: Session,
  { since: said }: ToldCompanion,
  { viewer, room }: Onlooker,
): boolean {
  const first = visit.separations.since;
  if (first === null || said >= first) return false;

  const hasSat = ({ standing }: Session): boolean =>
    standing.is === 'seated' && standing.room === room && standing.since < first;

  return hasSat(told) && [...visit.sessions.values()].some((own) => own.participant === viewer.id && hasSat(own));
}

/** What its own holder said of who is there. */
export const householdOf = (visit: Visit, session: Session | null): OwnHousehold =>
  toldBy(visit, session).people?.map(({ name, relationship }) => ({ name, relationship })) ?? null;

/** [JOIN-5] Whether the host waits for this device to say who is with it. */
export const isAskedWho = (visit: Visit, session: Session | null): boolean => toldBy(visit, session).askedAt !== null;

/** [JOIN-5] For the host alone: that one asks is nobody else's business. */
export function saidWhoOf(visit: Visit, session: Session): SaidWho {
  const { people, askedAt } = toldBy(visit, session);
  if (askedAt !== null) return 'asked';

  return people === null ? 'notSaid' : 'said';
}

/** [JOIN-6] What was said to one device, and by it, about help. */
export function helpOf(visit: Visit, session: Session | null): HelpView {
  const { hint, asked } = (session === null ? undefined : visit.helps.get(session.id)) ?? NO_HELP;

  return { hint: hint?.hint ?? null, asked: asked?.what ?? null };
}

/** Why the server holds a picture back whose camera is on (SEE-3), the gravest reason first: of a device that is shut out (SAFE-2) nothing passes. */
export function whyHeld(visit: Visit, session: Session): MeView['pictureHeld'] {
  if (isShutOut(visit, session.id)) return 'unprotected';

  const { blur, hears } = conditionOf(visit, session.id);
  if (hears === 'no') return 'cannotHear';

  return blur === 'on' ? 'blur' : 'no';
}

/** One device, as somebody in its room sees it, or the host from above. */
export function deviceView(visit: Visit, session: Session, onlooker: Onlooker | null): DeviceView {
  const { interruption, hears } = conditionOf(visit, session.id);

  return {
    session: session.id,
    device: session.device,
    microphone: session.microphone,
    camera: session.camera,
    connection: session.connection.is === 'connected' ? 'connected' : 'reconnecting',
    interruption,
    hears,
    pictureHeld: session.camera === 'on' && whyHeld(visit, session) !== 'no',
    beside: besideOf(visit, session, onlooker),
    protection: deviceProtection(visit, session.id),
  };
}
