import type { ParticipantId } from '@doorstep/shared/visit/ids.ts';
import type { PersonView, RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { sayBeside } from '../../content/family/household.ts';
import { partOf } from './part.ts';

/** One person of the visit, as a family reads of them. */
export interface PersonHere {
  readonly participant: ParticipantId;
  readonly name: string;
  readonly part: string;
  readonly isMe: boolean;
  /** Who sits beside them, each in words. */
  readonly beside: readonly string[];
  /** Their line is lost; their place is kept. */
  readonly isGettingBack: boolean;
}

const personHere = (person: PersonView, me: ParticipantId): PersonHere => ({
  participant: person.participant,
  name: person.name,
  part: partOf(person),
  isMe: person.participant === me,
  beside: person.devices.flatMap(({ beside }) => beside.map(({ name, relationship }) => sayBeside(name, relationship))),
  isGettingBack: person.devices.every(({ connection }) => connection === 'reconnecting'),
});

/** [ROST-1] Everyone in the room and everyone beside them, nobody left out; oneself last. */
export function peopleHere({ people, me }: RoomView): readonly PersonHere[] {
  const all = people.map((person) => personHere(person, me.participant));

  return [...all.filter(({ isMe }) => !isMe), ...all.filter(({ isMe }) => isMe)];
}
