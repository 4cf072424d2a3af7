import { describe, expect, test } from 'vitest';
import { AMINA, DANA, deviceOf, from, HOST_IN_OFFICE, LENA, linkOf, PRIYA, RAY, SAM } from '../../testing/personas.ts';
import { offers } from '../../testing/protectionScript.ts';
import { BLUE, goes, namesIn, opens, roomOf, seatsIn } from '../../testing/roomScript.ts';
import {
  comesIn,
  knocks,
  opensLink,
  type Script,
  signsIn,
  underWay,
  withColleague,
  withLinks,
  withNurse,
} from '../../testing/script.ts';
import { LENA_VOSS } from '../../testing/twoSides.ts';
import { MAIN_ROOM, type ParticipantId, type RoomId } from '../ids.ts';
import { mediaPlan } from '../mediaPlan.ts';
import { spaceOf } from '../rooms/spaces.ts';

const INTERPRETER = 'ilse' as ParticipantId;
const MAIN2 = 'main-2' as RoomId;
const MAIN3 = 'main-3' as RoomId;

/** Dana and Sam are in the first main room, Ray in the second, and Lena waits at the door. */
function withLena(add: (script: Script) => Script): Script {
  const script = add(withLinks());
  for (const [participant, people] of [
    [RAY, [DANA, SAM]],
    [SAM, [RAY]],
  ] as const)
    script.must(HOST_IN_OFFICE, { type: 'separation.order', participant, against: { is: 'these', people } });
  signsIn(script, AMINA).must(from(AMINA), { type: 'visit.start' }).must(from(AMINA), { type: 'presence.enter' });
  for (const who of [DANA, SAM, RAY]) comesIn(script, who);

  return knocks(opensLink(script, LENA), LENA);
}
const asInterpreter =
  (helps?: ParticipantId) =>
  (script: Script): Script =>
    script
      .must(HOST_IN_OFFICE, { type: 'roster.add', person: { ...LENA_VOSS, helps } })
      .must(HOST_IN_OFFICE, { type: 'invitation.issue', participant: LENA }, { freshId: linkOf(LENA) });
const admits = (script: Script, who: ParticipantId, room: RoomId, device = 1) =>
  script.attempt({ actor: from(AMINA), command: { type: 'lobby.admit', session: deviceOf(who, device), room } });
const admissions = (script: Script): readonly string[] =>
  Object.entries(script.viewOf(AMINA).can).flatMap(([key, answer]) =>
    key.startsWith('lobby.admit') ? [`${key.slice('lobby.admit:'.length)} ${answer}`] : [],
  );

describe('a professional at the door of a visit with two sides', () => {
  test('[JOIN-3] [PRIV-5] is let into the side’s main room that the host names, and is at home there', () => {
    const script = withLena(withNurse);
    const before = JSON.stringify(script.viewOf(DANA));
    expect(admits(script, LENA, MAIN2)).toBe(null);
    expect(namesIn(script, RAY)).toEqual([RAY, LENA]);
    expect(JSON.stringify(script.viewOf(DANA))).toBe(before);
    opens(script);
    const inMain = JSON.stringify(script.viewOf(DANA));
    goes(script, LENA);
    // Whoever never was in this room is not missed in it.
    expect(JSON.stringify(script.viewOf(DANA))).toBe(inMain);
    expect(roomOf(script, RAY).elsewhere).toContainEqual({ name: 'Lena Voss', withWhom: null });
    script.must(from(LENA), { type: 'room.leave' });
    expect(namesIn(script, RAY)).toEqual([RAY, LENA]);
  });

  test('[JOIN-3] [PRIV-9] the host alone chooses, among the main rooms that there are and go on', () => {
    const script = withLena(withNurse);
    const lena = deviceOf(LENA);
    expect(admissions(script)).toEqual([`${lena} yes`, `${lena}:main yes`, `${lena}:main-2 yes`]);
    expect([admits(script, LENA, MAIN3), admits(opens(script), LENA, BLUE)]).toEqual(['notFound', 'notFound']);
    script.must(from(AMINA), { type: 'space.end', room: MAIN2, words: 'Goodbye' });
    expect(admits(script, LENA, MAIN2)).toBe('visitEnded');
    const actor = from(DANA);
    expect(script.attempt({ actor, command: { type: 'lobby.admit', session: lena, room: MAIN_ROOM } })).toBe(
      'notYours',
    );
    expect(Object.keys(script.viewOf(DANA).can).filter((key) => key.startsWith('lobby.admit'))).toEqual([]);
    expect(admits(script, LENA, MAIN_ROOM)).toBe(null);
    expect(namesIn(script, DANA)).toEqual([AMINA, DANA, SAM, LENA]);
  });

  test('[JOIN-3] with one main room there is nothing to choose', () => {
    const script = knocks(opensLink(withNurse(underWay()), LENA), LENA);
    expect(admissions(script)).toEqual([`${deviceOf(LENA)} yes`]);
    expect(admits(script, LENA, MAIN_ROOM)).toBe(null);
  });

  test('[ROST-5] [PRIV-5] a colleague who was put out comes back by the door, into the room that the host names', () => {
    const script = withColleague(withLena(withNurse)).must(from(AMINA), { type: 'lobby.remove', participant: PRIYA });
    knocks(signsIn(script, PRIYA, 2), PRIYA, 2);
    expect(admits(script, PRIYA, MAIN2, 2)).toBe(null);
    expect(namesIn(script, RAY)).toEqual([PRIYA, RAY]);
  });
});

describe('a device that cannot encrypt, at the door of a visit with two sides', () => {
  const openDevice = (): Script => offers(withLena(withNurse), LENA, null);
  const accepts = (script: Script): Script =>
    script.must(from(AMINA), { type: 'protection.accept', session: deviceOf(LENA) });
  const receives = (script: Script, room: RoomId): boolean | undefined =>
    seatsIn(script, room).find(({ participant }) => participant === LENA)?.receives;

  test('[SAFE-2] [JOIN-3] that was accepted comes so into the room that the host names, and is accepted for no other', () => {
    const script = accepts(openDevice());
    const acceptedAt = script.now;
    script.pass(60_000);
    expect(admits(script, LENA, MAIN2)).toBe(null);
    expect(receives(script, MAIN2)).toBe(true);
    expect(roomOf(script, RAY).protection.is).toBe('unprotected');
    expect(roomOf(script, DANA).protection.is).toBe('everyone');
    const { accepted } = script.current.protections.get(deviceOf(LENA)) ?? {};
    expect([...(accepted ?? [])]).toEqual([[MAIN2, acceptedAt]]);
  });

  test('[SAFE-2] [JOIN-3] that was not accepted is shut out there, and accepted in that room alone', () => {
    const script = openDevice();
    expect(admits(script, LENA, MAIN2)).toBe(null);
    expect(receives(script, MAIN2)).toBe(false);
    expect(receives(accepts(script), MAIN2)).toBe(true);
  });

  test('[SAFE-2] [JOIN-3] into the room that it comes into anyway it comes as it was accepted', () => {
    const script = accepts(openDevice());
    expect(admits(script, LENA, MAIN_ROOM)).toBe(null);
    expect(receives(script, MAIN_ROOM)).toBe(true);
  });
});

describe('whoever interprets or supports', () => {
  test('[PRIV-5] [PRIV-6] is let in where the host says, and is one of that side from then on', () => {
    const script = withLena(asInterpreter());
    expect(admits(script, LENA, MAIN2)).toBe(null);
    expect(namesIn(script, RAY)).toEqual([RAY, LENA]);
    expect(goes(opens(script), LENA).attempt({ actor: from(LENA), command: { type: 'room.leave' } })).toBe(null);
    expect(namesIn(script, RAY)).toEqual([RAY, LENA]);
    script.must(from(LENA), { type: 'presence.leave', quickly: false });
    knocks(script, LENA).must(from(AMINA), { type: 'lobby.admit', session: deviceOf(LENA) });
    expect(namesIn(script, RAY)).toEqual([RAY, LENA]);
    script.must(from(AMINA), { type: 'space.end', room: MAIN2, words: 'Goodbye' });
    expect(script.viewOf(LENA)).toMatchObject({ screen: 'out', why: 'ended', words: 'Goodbye' });
  });

  test('[PRIV-5] [PRIV-6] is not let in with one from whom the person they help is kept apart, without an order of their own', () => {
    const script = withLena(asInterpreter(DANA)).must(from(RAY), { type: 'presence.leave', quickly: false });
    expect(admissions(script)).toContain(`${deviceOf(LENA)}:main yes`);
    expect(admissions(script)).toContain(`${deviceOf(LENA)}:main-2 keptApart`);
    expect(admits(script, LENA, MAIN2)).toBe('keptApart');
    expect(admits(script, LENA, MAIN_ROOM)).toBe(null);
    const ofRay = withLena(asInterpreter(RAY));
    expect(admits(ofRay, LENA, MAIN_ROOM)).toBe('keptApart');
    expect(admits(ofRay, LENA, MAIN2)).toBe(null);
  });

  test('[PRIV-5] [PRIV-6] is at home with the one they help when that one must not meet those any more with whom they were let in', () => {
    const script = withLena(asInterpreter(SAM));
    const keepsSamFromDana = {
      actor: from(AMINA),
      command: { type: 'separation.order', participant: DANA, against: { is: 'these', people: [RAY, SAM] } },
    } as const;
    expect(admits(script, LENA, MAIN_ROOM)).toBe(null);
    script.must(from(SAM), { type: 'presence.leave', quickly: false });
    // While they sit with one of those, one of the two would be gone before the other’s eyes.
    expect(script.attempt(keepsSamFromDana)).toBe('stillTogether');
    script.must(from(LENA), { type: 'presence.leave', quickly: false });
    expect(script.attempt(keepsSamFromDana)).toBe(null);
    expect(spaceOf(script.current, LENA)).toBe(spaceOf(script.current, SAM));
    expect(spaceOf(script.current, LENA)).not.toBe(spaceOf(script.current, DANA));
  });

  test('[PRIV-5] [PRIV-6] whom nobody expected is at home with nobody until the host vouches for them, and then with the one they help', () => {
    const script = withLinks();
    const against = { is: 'these', people: [DANA] } as const;
    script.must(HOST_IN_OFFICE, { type: 'separation.order', participant: RAY, against });
    signsIn(script, AMINA).must(from(AMINA), { type: 'visit.start' });
    const person = { ...LENA_VOSS, participant: INTERPRETER, name: 'Ilse Wang', helps: RAY };
    script.must(from(AMINA), { type: 'roster.add', person });
    expect([DANA, RAY, INTERPRETER].map((who) => spaceOf(script.current, who))).toEqual([MAIN_ROOM, MAIN2, MAIN3]);
    script.must(from(AMINA), { type: 'separation.vouch', participant: INTERPRETER });
    expect(spaceOf(script.current, INTERPRETER)).toBe(MAIN2);
  });

  test('[PLAN-10] [PRIV-5] is not let in with one from whom they are kept apart, also while that one is not there', () => {
    const script = withLena(asInterpreter());
    script.must(from(RAY), { type: 'presence.leave', quickly: false });
    script.must(from(AMINA), {
      type: 'separation.order',
      participant: LENA,
      against: { is: 'these', people: [RAY] },
    });
    expect(admissions(script)).toContain(`${deviceOf(LENA)}:main-2 keptApart`);
    expect(admits(script, LENA, MAIN2)).toBe('keptApart');
    expect(admits(script, LENA, MAIN_ROOM)).toBe(null);
  });

  test('[PRIV-2] is not on both sides at once with two devices', () => {
    const script = withLena(asInterpreter());
    expect(admits(script, LENA, MAIN_ROOM)).toBe(null);
    knocks(opensLink(script, LENA, 2), LENA, 2);
    expect(admits(script, LENA, MAIN2, 2)).toBe('alreadyInside');
  });
});

test('[PRIV-5] everybody else of the family has a main room of their own, which nobody chooses', () => {
  const script = withLena(withNurse).must(from(RAY), { type: 'presence.leave', quickly: false });
  knocks(script, RAY);
  expect(admissions(script).filter((key) => key.startsWith(RAY))).toEqual([`${deviceOf(RAY)} yes`]);
  for (const room of [MAIN_ROOM, MAIN2]) expect(admits(script, RAY, room)).toBe('notFound');
});

test('[PRIV-5] where an admission was prepared does not matter: the media plan has the device in the one room alone', () => {
  const script = withLena(withNurse);
  expect(admits(script, LENA, MAIN2)).toBe(null);
  const plan = mediaPlan(script.current).rooms.map(({ room, seats, prepared }) => [
    room,
    [...seats, ...prepared].filter(({ participant }) => participant === LENA).length,
  ]);
  expect(plan).toEqual([
    [MAIN_ROOM, 0],
    [MAIN2, 1],
  ]);
});
