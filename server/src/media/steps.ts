import type { Instant, RoomId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { MediaPlan, Priority, Seat } from '@doorstep/shared/visit/mediaPlanShape.ts';
import type { ConsumerId, Kind, Place, PlaneLoop, PlaneRoom, ProducerId } from './MediaPlane.ts';
import { isMadeReady, mayHear, type Placements, placementsOf } from './placements.ts';

/** Takes something away. Any order of these, and all at once, is safe. */
export type Restriction =
  | { readonly step: 'closeLoop'; readonly session: SessionId }
  | { readonly step: 'closeConsumer'; readonly session: SessionId; readonly consumer: ConsumerId }
  | { readonly step: 'pauseProducer'; readonly session: SessionId; readonly producer: ProducerId }
  | { readonly step: 'closePlace'; readonly session: SessionId }
  | { readonly step: 'closeRoom'; readonly room: RoomId };

/** Gives something. Only safe once every restriction is done. */
export type Permission =
  | { readonly step: 'openRoom'; readonly room: RoomId }
  | { readonly step: 'seat'; readonly session: SessionId; readonly room: RoomId; readonly at: Instant }
  | { readonly step: 'resumeProducer'; readonly session: SessionId; readonly producer: ProducerId }
  | {
      readonly step: 'consume';
      readonly session: SessionId;
      readonly speaker: SessionId;
      readonly producer: ProducerId;
      readonly priority: Priority;
    }
  | {
      readonly step: 'prioritise';
      readonly session: SessionId;
      readonly consumer: ConsumerId;
      readonly priority: Priority;
    };

export type Step = Restriction | Permission;

const RESTRICTIVE: readonly Step['step'][] = ['closeLoop', 'closeConsumer', 'pauseProducer', 'closePlace', 'closeRoom'];

/** Whether a step only takes away. */
export const isRestriction = (step: Step): step is Restriction => RESTRICTIVE.includes(step.step);

const gateOf = (seat: Seat, kind: Kind) => (kind === 'audio' ? seat.audio : seat.video);
const priorityOf = (seat: Seat, kind: Kind) => (kind === 'audio' ? seat.audioPriority : seat.videoPriority);

/**
 * A place stays when the plan has its device in that room, and does not send a seated device back to only being made ready
 * (its transports may still carry packets of the room; the device joins again on fresh ones). A device that was gone and is back by now,
 * with nothing looked at in between, has a new seat and joins again as well.
 */
const stays = (place: Place, placements: Placements): boolean => {
  const placement = placements.get(place.session);
  if (placement?.room !== place.room) return false;

  return place.seatedAt === null || placement.seat?.since === place.seatedAt;
};

function staleConsumers(place: Place, placements: Placements): Restriction[] {
  const heard = new Set<ProducerId>();

  return place.consumers.flatMap(({ id, from }): Restriction[] => {
    if (from === null) return [];
    const wanted = mayHear(placements, place.session, from.session) && !heard.has(from.producer);
    heard.add(from.producer);
    return wanted ? [] : [{ step: 'closeConsumer', session: place.session, consumer: id }];
  });
}

function shutGates(place: Place, seat: Seat): Restriction[] {
  return place.producers
    .filter(({ kind, paused }) => !paused && gateOf(seat, kind) === 'closed')
    .map(({ id }) => ({ step: 'pauseProducer', session: place.session, producer: id }));
}

function openGates(place: Place, seat: Seat): Permission[] {
  return place.producers
    .filter(({ kind, paused }) => paused && gateOf(seat, kind) === 'open')
    .map(({ id }) => ({ step: 'resumeProducer', session: place.session, producer: id }));
}

/** Everything that `place` should consume and how urgent it is, from the other places of its room. */
function wantedBy(place: Place, others: readonly Place[], placements: Placements) {
  if (!place.receiving) return [];

  return others.flatMap(({ session, producers }) => {
    const seat = placements.get(session)?.seat;
    if (!seat || !mayHear(placements, place.session, session)) return [];
    return producers.map(({ id, kind }) => ({ speaker: session, producer: id, priority: priorityOf(seat, kind) }));
  });
}

function missingConsumers(place: Place, others: readonly Place[], placements: Placements): Permission[] {
  return wantedBy(place, others, placements).flatMap(({ speaker, producer, priority }): Permission[] => {
    const has = place.consumers.find(({ from }) => from?.producer === producer);
    if (!has) return [{ step: 'consume', session: place.session, speaker, producer, priority }];
    return has.priority === priority
      ? []
      : [{ step: 'prioritise', session: place.session, consumer: has.id, priority }];
  });
}

const ORDER: Readonly<Record<Step['step'], number>> = {
  closeLoop: 0,
  closeConsumer: 1,
  pauseProducer: 2,
  closePlace: 3,
  closeRoom: 4,
  openRoom: 5,
  seat: 6,
  resumeProducer: 7,
  consume: 8,
  prioritise: 9,
};

/** [JOIN-3] [JOIN-4] Loops are for those who are only made ready: whoever is let in or put out loses theirs. */
export function staleLoops(loops: readonly PlaneLoop[], plan: MediaPlan): readonly Restriction[] {
  const placements = placementsOf(plan);

  return loops
    .filter(({ session }) => !isMadeReady(placements, session))
    .map(({ session }) => ({ step: 'closeLoop', session }));
}

/**
 * What must happen at the SFU for it to be as the plan says: nothing when it is. Pure. In order, so that every restriction
 * comes before the first permission; done one after the other, no moment lets anybody hear whom neither the state before
 * nor the plan lets them hear. Places are opened by their devices (`join`), never by a step.
 */
export function diff(actual: readonly PlaneRoom[], plan: MediaPlan): readonly Step[] {
  const placements = placementsOf(plan);
  const wanted = new Set([...placements.values()].map(({ room }) => room));
  const open = new Set(actual.map(({ room }) => room));
  const steps: Step[] = [];

  for (const room of wanted) if (!open.has(room)) steps.push({ step: 'openRoom', room });
  for (const { room, places } of actual) {
    if (!wanted.has(room)) steps.push({ step: 'closeRoom', room });
    for (const place of places) steps.push(...stepsFor(place, places, placements));
  }

  return steps.sort((one, other) => ORDER[one.step] - ORDER[other.step]);
}

function stepsFor(place: Place, room: readonly Place[], placements: Placements): Step[] {
  const { session } = place;
  if (!stays(place, placements)) return [{ step: 'closePlace', session }];

  const seat = placements.get(session)?.seat;
  if (!seat) return staleConsumers(place, placements);

  return [
    ...staleConsumers(place, placements),
    ...shutGates(place, seat),
    ...(place.seatedAt === null ? [{ step: 'seat' as const, session, room: place.room, at: seat.since }] : []),
    ...openGates(place, seat),
    ...missingConsumers(
      place,
      room.filter((other) => stays(other, placements)),
      placements,
    ),
  ];
}
