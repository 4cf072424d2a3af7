import type { EventOf, RecordedEvent } from '../events.ts';
import type { Instant, ParticipantId } from '../ids.ts';
import type { Against } from './state.ts';

/** One order as the record keeps it: for whom, from whom, and for how long. */
export interface OrderHeld {
  readonly participant: ParticipantId;
  readonly name: string;
  readonly is: Against['is'];
  /** Those whom it names, in the order of the order. */
  readonly names: readonly string[];
  readonly from: Instant;
  /** When it was lifted, or another one took its place; null where it held to the end. */
  readonly until: Instant | null;
}

/** Somebody who came unexpectedly, and when the host said that they may meet the others. */
export interface VouchedFor {
  readonly name: string;
  readonly at: Instant;
}

export interface SeparationRecord {
  readonly orders: readonly OrderHeld[];
  readonly vouched: readonly VouchedFor[];
}

const namesIn = (log: readonly RecordedEvent[]): ReadonlyMap<ParticipantId, string> =>
  new Map(
    log.flatMap(({ event }) =>
      event.type === 'participant.added' ? [[event.person.participant, event.person.name] as const] : [],
    ),
  );

type OrderEvent = EventOf<'separation.ordered'> | EventOf<'separation.lifted'>;
const isOrder = (event: RecordedEvent['event']): event is OrderEvent =>
  event.type === 'separation.ordered' || event.type === 'separation.lifted';

/** [PLAN-10] Every order that was ever given, also one that was lifted, and everybody of whom the host said that they may meet the others. */
export function separations(log: readonly RecordedEvent[]): SeparationRecord {
  const names = namesIn(log);
  const nameOf = (id: ParticipantId): string => names.get(id) ?? '';
  const said = log.map(({ event }) => event).filter(isOrder);

  return {
    orders: said.flatMap((order, place) => {
      if (order.type !== 'separation.ordered') return [];

      const { participant, against, at } = order;
      const next = said.slice(place + 1).find((later) => later.participant === participant);
      const named = against.people.map(nameOf);

      return [
        { participant, name: nameOf(participant), is: against.is, names: named, from: at, until: next?.at ?? null },
      ];
    }),
    vouched: log.flatMap(({ event }) =>
      event.type === 'separation.vouched' ? [{ name: nameOf(event.participant), at: event.at }] : [],
    ),
  };
}
