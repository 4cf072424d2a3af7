import { describe, expect, test } from 'vitest';
import { AMINA, DANA, deviceOf, from, HOST_IN_OFFICE, NURSE, PRIYA, RAY, SAM } from '../../testing/personas.ts';
import {
  comesIn,
  knocks,
  opensLink,
  planned,
  type Script,
  started,
  underWay,
  withLinks,
} from '../../testing/script.ts';
import { MAIN_ROOM, type ParticipantId } from '../ids.ts';
import { mediaPlan } from '../mediaPlan.ts';
import { canBeInRoom } from '../rooms/canBeInRoom.ts';
import { areApart } from './areApart.ts';
import type { Against } from './state.ts';

const UNCLE = 'uncle' as ParticipantId;
const orders = (script: Script, participant: ParticipantId, against: Against, actor = HOST_IN_OFFICE) =>
  script.attempt({ actor, command: { type: 'separation.order', participant, against } });
const these = (...people: readonly ParticipantId[]): Against => ({ is: 'these', people });
const allBut = (...people: readonly ParticipantId[]): Against => ({ is: 'allBut', people });
const withUncle = (script: Script): Script =>
  script.must(HOST_IN_OFFICE, {
    type: 'roster.add',
    person: { participant: UNCLE, name: 'Vic Cole', role: 'householdMember', relationship: 'uncle', staff: null },
  });

describe('who is kept apart from whom', () => {
  test('[PLAN-10] a pair, both ways round, and nobody else', () => {
    const script = withLinks();
    expect(orders(script, DANA, these(RAY))).toBe(null);
    const apart = (one: ParticipantId, other: ParticipantId) => areApart(script.current, one, other);
    expect([apart(DANA, RAY), apart(RAY, DANA)]).toEqual([true, true]);
    expect([apart(DANA, SAM), apart(SAM, RAY), apart(AMINA, RAY), apart(PRIYA, DANA)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(apart(DANA, DANA)).toBe(false);
  });

  test('[PLAN-10] one from everybody but those who are named; never from professionals', () => {
    const script = withUncle(withLinks()).must(HOST_IN_OFFICE, { type: 'roster.add', person: NURSE });
    orders(script, SAM, allBut(DANA));
    const apartFromSam = [...script.current.participants.keys()].filter((id) => areApart(script.current, SAM, id));
    expect(apartFromSam).toEqual([RAY, UNCLE]);
  });

  test('[PLAN-10] whoever was not expected is kept from the protected until the host vouches for them, and by name in spite of it', () => {
    const script = withLinks();
    orders(script, DANA, these(RAY));
    withUncle(script.must(HOST_IN_OFFICE, { type: 'visit.start' }));
    expect([areApart(script.current, UNCLE, DANA), areApart(script.current, UNCLE, SAM)]).toEqual([true, false]);
    script.must(HOST_IN_OFFICE, { type: 'separation.vouch', participant: UNCLE });
    expect(areApart(script.current, UNCLE, DANA)).toBe(false);
    orders(script, DANA, these(RAY, UNCLE));
    expect(areApart(script.current, UNCLE, DANA)).toBe(true);
  });

  test('[PLAN-10] is the host’s to say, of people of the family who are on the plan', () => {
    const script = withLinks();
    for (const who of [DANA, SAM, PRIYA]) {
      const actor = { kind: 'person', participant: who, session: null } as const;
      expect(orders(script, DANA, these(RAY), actor)).toBe('notYours');
    }
    expect(orders(script, AMINA, these(RAY))).toBe('notFound');
    expect(orders(script, DANA, these(PRIYA))).toBe('notFound');
    expect(orders(script, DANA, these(DANA))).toBe('notFound');
    expect(orders(script, UNCLE, these(DANA))).toBe('notFound');
  });

  test('[PLAN-10] an order is replaced by the next one for the same person, and lifted by the host', () => {
    const script = planned();
    orders(script, DANA, these(RAY));
    orders(script, DANA, these(SAM));
    expect([areApart(script.current, DANA, RAY), areApart(script.current, DANA, SAM)]).toEqual([false, true]);
    script.must(HOST_IN_OFFICE, { type: 'separation.lift', participant: DANA });
    expect(areApart(script.current, DANA, SAM)).toBe(false);
    expect(script.attempt({ actor: HOST_IN_OFFICE, command: { type: 'separation.lift', participant: DANA } })).toBe(
      'notFound',
    );
  });
});

describe('the way into a room', () => {
  test('[PLAN-10] is closed to one while the other is in it, whoever lets them in; each has a main room of their own', () => {
    const script = underWay();
    orders(script, DANA, these(RAY));
    knocks(opensLink(script, RAY), RAY);
    expect(canBeInRoom(script.current, RAY, MAIN_ROOM, 'admitted')).toBe('keptApart');
    script.must(from(AMINA), { type: 'lobby.admit', session: deviceOf(RAY) });
    const seats = mediaPlan(script.current).rooms.map((room) =>
      room.seats.map(({ participant }) => participant).sort(),
    );
    expect(seats).toEqual([[AMINA, DANA, SAM], [RAY]]);
  });

  test('[PLAN-10] an order that comes while they sit together is refused until the host has brought one of them out', () => {
    const script = comesIn(underWay(), RAY);
    expect(orders(script, DANA, these(RAY))).toBe('stillTogether');
    expect(orders(script, SAM, allBut(DANA))).toBe('stillTogether');
    script.must(from(AMINA), { type: 'lobby.remove', participant: RAY });
    expect(orders(script, DANA, these(RAY))).toBe(null);
  });

  test('[PLAN-10] should both ever sit in one room, neither gets anything of it, and the others of neither', () => {
    const script = comesIn(underWay(), RAY);
    const visit = {
      ...script.current,
      separations: { orders: new Map([[DANA, these(RAY)]]), vouchedFor: new Set<ParticipantId>(), since: null },
    };
    expect(
      mediaPlan(visit)
        .rooms.flatMap(({ seats }) => seats.map(({ participant }) => participant))
        .sort(),
    ).toEqual([AMINA, SAM]);
  });

  test('[PLAN-10] what is ordered is in nobody’s view but the host’s', () => {
    const script = comesIn(started(), SAM);
    orders(script, DANA, these(RAY));
    for (const who of [SAM]) expect(JSON.stringify(script.viewOf(who))).not.toMatch(/apart|separat/i);
  });
});
