import { describe, expect, test } from 'vitest';
import { AMINA, DANA, deviceOf, from, HOST_IN_OFFICE, LENA, linkOf, RAY, SAM } from '../../testing/personas.ts';
import { goes, opens } from '../../testing/roomScript.ts';
import { comesIn, planned, type Script, signsIn, withLinks } from '../../testing/script.ts';
import { LENA_VOSS, STRANGER, UNCLE_COLE, VIC, VIC_COLE } from '../../testing/twoSides.ts';
import type { ParticipantId, RoomId } from '../ids.ts';
import { spaceOf } from '../rooms/spaces.ts';
import { areApart } from './areApart.ts';
import type { Against } from './state.ts';

const order = (script: Script, participant: ParticipantId, ...people: readonly ParticipantId[]): Script =>
  script.must(HOST_IN_OFFICE, { type: 'separation.order', participant, against: { is: 'these', people } });
const roomOf = (script: Script, who: ParticipantId) => {
  const standing = script.current.sessions.get(deviceOf(who))?.standing;
  return standing?.is === 'seated' ? standing.room : standing?.is;
};
/** Vic is kept from Dana and her interpreter, who are inside; whoever comes unexpectedly is kept from Vic and the interpreter alone. */
function withInterpreter(): Script {
  const script = withLinks();
  for (const person of [VIC_COLE, LENA_VOSS]) script.must(HOST_IN_OFFICE, { type: 'roster.add', person });
  script.must(HOST_IN_OFFICE, { type: 'invitation.issue', participant: LENA }, { freshId: linkOf(LENA) });
  order(order(script, VIC, DANA, LENA), LENA, VIC);
  signsIn(script, AMINA).must(from(AMINA), { type: 'visit.start' }).must(from(AMINA), { type: 'presence.enter' });

  return [DANA, SAM, RAY, LENA].reduce<Script>((told, who) => comesIn(told, who), script);
}
const addsUncle = (script: Script): Script => script.must(HOST_IN_OFFICE, { type: 'roster.add', person: UNCLE_COLE });

describe('somebody who is added while the visit goes on', () => {
  test('[PRIV-5] [PLAN-10] gives nobody who is inside another main room, nor their visit an end', () => {
    const script = withInterpreter();
    const homes = [DANA, SAM, RAY, LENA].map((who) => spaceOf(script.current, who));
    script.must(from(AMINA), { type: 'space.end', room: 'main-2' as RoomId, words: 'Goodbye' });
    const before = JSON.stringify(script.viewOf(LENA));
    addsUncle(script);
    expect([DANA, SAM, RAY, LENA].map((who) => spaceOf(script.current, who))).toEqual(homes);
    expect(JSON.stringify(script.viewOf(LENA))).toBe(before);
  });

  test('[PRIV-5] [PRIV-6] the interpreter who comes back from a private room comes back to the mother', () => {
    const script = addsUncle(goes(opens(withInterpreter()), DANA));
    script.must(from(DANA), { type: 'room.leave' });
    expect([DANA, LENA].map((who) => roomOf(script, who))).toEqual(['main', 'main']);
  });

  test('[PRIV-5] [PLAN-10] is at home where nobody is from whom they are kept, also with an order made after them', () => {
    const script = addsUncle(withInterpreter());
    const home = (who: ParticipantId) => spaceOf(script.current, who);
    const apart = [DANA, SAM, RAY, LENA, VIC].filter((who) => areApart(script.current, who, STRANGER));
    expect(apart).toEqual([LENA, VIC]);
    expect(apart.map(home)).not.toContain(home(STRANGER));
    order(script, VIC, DANA, LENA, SAM);
    expect([DANA, SAM, RAY, LENA].map(home)).toEqual(['main', 'main', 'main', 'main']);
  });

  test('[PRIV-5] while the visit is planned, whoever is there for themselves still finds a room before those who help', () => {
    const script = withLinks();
    for (const person of [LENA_VOSS, VIC_COLE]) script.must(HOST_IN_OFFICE, { type: 'roster.add', person });
    order(script, LENA, VIC);
    expect([DANA, VIC].map((who) => spaceOf(script.current, who))).toEqual(['main', 'main']);
  });
});

describe('the way home', () => {
  /** By whatever fault: in Dana’s main room sits somebody from whom she is kept apart, and she is in a private room. */
  const blocked = (): Script => {
    const script = goes(opens(withInterpreter()), DANA);
    script.visit = {
      ...script.current,
      separations: { orders: new Map([[DANA, { is: 'these', people: [SAM] }]]), vouchedFor: new Set(), since: null },
    };

    return script;
  };

  test('[PLAN-10] [PRIV-5] is asked of the guard of every room, and says to nobody of the family why it is closed', () => {
    const script = blocked();
    expect(script.attempt({ actor: from(DANA), command: { type: 'room.leave' } })).toBe('nothingAsked');
    const room = [...script.current.rooms.keys()].at(-1) as RoomId;
    for (const session of [deviceOf(DANA), null])
      expect(script.attempt({ actor: from(AMINA), command: { type: 'room.callBack', room, session } })).toBe(
        'keptApart',
      );
    expect(script.attempt({ actor: from(AMINA), command: { type: 'room.close', room } })).toBe('keptApart');
    expect(roomOf(script, DANA)).toBe(room);
  });
});

describe('whoever helps somebody', () => {
  const JO = 'jo' as ParticipantId;
  const these = (...people: readonly ParticipantId[]): Against => ({ is: 'these', people });
  const allBut = (...people: readonly ParticipantId[]): Against => ({ is: 'allBut', people });
  const people = [DANA, SAM, RAY, VIC, JO];
  const orders = people.flatMap((one) =>
    [
      ...[[DANA], [RAY], [JO], [RAY, JO], [DANA, VIC], [SAM, JO]].map((some) => these(...some)),
      allBut(),
      allBut(JO),
    ].flatMap((against) => (against.people.includes(one) ? [] : [{ participant: one, against }])),
  );

  test('[PRIV-6] [PRIV-5] is at home with nobody from whom that one is kept apart, whatever the orders', () => {
    let apart = 0;
    for (const first of orders) {
      for (const second of orders) {
        const script = planned();
        for (const person of [
          VIC_COLE,
          { ...VIC_COLE, participant: JO, name: 'Jo March', role: 'supporter', helps: DANA } as const,
        ])
          script.must(HOST_IN_OFFICE, { type: 'roster.add', person });
        for (const told of [first, second]) script.must(HOST_IN_OFFICE, { type: 'separation.order', ...told });
        const from = people.filter((one) => areApart(script.current, DANA, one));
        const beside = people.filter(
          (one) => one !== JO && spaceOf(script.current, one) === spaceOf(script.current, JO),
        );
        expect(beside.filter((one) => from.includes(one))).toEqual([]);
        apart += from.length > 0 && spaceOf(script.current, DANA) !== spaceOf(script.current, JO) ? 1 : 0;
      }
    }
    // Kept from somebody who is with the one they help, they have a room of their own.
    expect(apart).toBeGreaterThan(20);
  });
});
