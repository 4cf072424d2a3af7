import type { EventOf, RecordedEvent } from '../events.ts';
import type { ParticipantId } from '../ids.ts';
import type { Speech } from '../people.ts';
import type { Observation } from './state.ts';

/** The place of one child in the record: what was seen of them, in the order in which it was written. */
export interface ObservedChild {
  readonly participant: ParticipantId;
  readonly name: string;
  readonly speech: Speech;
  readonly notes: readonly Observation[];
}

/**
 * [SEE-6] Every child of whom something was written; and each who does not speak yet, also when nothing was, so that the gap is seen.
 * A child who was taken off the plan is left out unless something was written.
 */
export function observations(log: readonly RecordedEvent[]): readonly ObservedChild[] {
  const events = log.map(({ event }) => event);
  const noted = events.filter((event): event is EventOf<'observation.noted'> => event.type === 'observation.noted');
  const withdrawn = events.flatMap((event) => (event.type === 'participant.withdrawn' ? [event.participant] : []));

  return events.flatMap((event) => {
    if (event.type !== 'participant.added' || event.person.role !== 'child') return [];

    const { participant, name, speech = 'speaks' } = event.person;
    const notes = noted.filter((one) => one.participant === participant).map(({ words, at }) => ({ words, at }));
    const isMissed = speech === 'notYet' && !withdrawn.includes(participant);

    return notes.length > 0 || isMissed ? [{ participant, name, speech, notes }] : [];
  });
}
