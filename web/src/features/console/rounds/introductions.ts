import type { Introducible } from '@doorstep/shared/visit/rounds/state.ts';
import type { Introduced, PersonView, RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { sayRole } from '../../../content/people.ts';
import { ROUNDS } from '../../../content/staff/rounds.ts';
import { inRoleOrder } from '../roleOrder.ts';

/** One person who can say who they are: with a device, or beside one. */
export interface Introduction {
  readonly who: Introducible;
  readonly name: string;
  /** What they are, or with whom. */
  readonly says: string;
  readonly introduced: Introduced;
  readonly isMe: boolean;
}

export interface IntroductionRound {
  readonly order: readonly Introduction[];
  readonly done: number;
  readonly called: Introduction | null;
  /** Whom to call on next: the first who has neither been introduced nor is called on. */
  readonly next: Introduction | null;
}

function besides({ name, devices }: PersonView): readonly Introduction[] {
  return devices
    .flatMap(({ beside }) => beside)
    .map(({ companion, relationship, introduced, ...person }) => ({
      who: companion,
      name: person.name,
      says: [relationship, ROUNDS.introductions.beside(name)].filter(Boolean).join(', '),
      introduced,
      isMe: false,
    }));
}

/** [ROST-3] Everybody in the room: the child and the family first, whoever sits beside somebody right after them. */
export function introductionRound({ people, me }: RoomView): IntroductionRound {
  const order = inRoleOrder(people).flatMap((person): readonly Introduction[] => [
    {
      who: person.participant,
      name: person.name,
      says: sayRole(person.role, person.relationship),
      introduced: person.introduced,
      isMe: person.participant === me.participant,
    },
    ...besides(person),
  ]);
  return {
    order,
    done: order.filter(({ introduced }) => introduced === 'done').length,
    called: order.find(({ introduced }) => introduced === 'calledOn') ?? null,
    next: order.find(({ introduced }) => introduced === 'notYet') ?? null,
  };
}
