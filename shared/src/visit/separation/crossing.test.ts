import { describe, expect, test } from 'vitest';
import { AMINA, DANA, deviceOf, from, HOST_IN_OFFICE, PRIYA, RAY, SAM, TOM } from '../../testing/personas.ts';
import { goes, opens, roomOf } from '../../testing/roomScript.ts';
import {
  chaired,
  comesIn,
  knocks,
  type Script,
  signsIn,
  underWay,
  withColleague,
  withLinks,
} from '../../testing/script.ts';
import { MAIN_ROOM, type Millis, type ParticipantId, type RoomId } from '../ids.ts';

const MAIN2 = 'main-2' as RoomId;
const HOUR = 3_600_000 as Millis;

/** Dana and Sam are at home in the first main room, Ray in the second; all are inside, and the host and a colleague in the first. */
function bothSides(): Script {
  const script = withLinks().must(HOST_IN_OFFICE, {
    type: 'separation.order',
    participant: RAY,
    against: { is: 'these', people: [DANA, SAM] },
  });
  signsIn(script, AMINA).must(from(AMINA), { type: 'visit.start' }).must(from(AMINA), { type: 'presence.enter' });

  return [DANA, SAM, RAY].reduce<Script>((told, who) => comesIn(told, who), withColleague(script));
}
const hostGoes = (script: Script, room: RoomId): Script => script.must(from(AMINA), { type: 'room.enter', room });
const colleagueGoes = (script: Script, room: RoomId): Script =>
  script
    .must(from(AMINA), { type: 'room.invite', room, session: deviceOf(PRIYA) })
    .must(from(PRIYA), { type: 'room.answer', comes: true, alone: false });
const introducedAs = (script: Script, viewer: ParticipantId, who: ParticipantId): string | undefined =>
  roomOf(script, viewer).people.find(({ participant }) => participant === who)?.introduced;
const sees = (script: Script, who: ParticipantId): string => JSON.stringify(script.viewOf(who));
const asksAll = { actor: from(AMINA), command: { type: 'senses.ask' } } as const;

describe('what professionals do on one side', () => {
  test('[PRIV-5] [ROST-4] the host who sits with one side asks that one whether they see and hear, and the other reads nothing of it', () => {
    const script = hostGoes(bothSides(), MAIN2);
    const before = [DANA, SAM].map((who) => sees(script, who));
    expect(script.attempt(asksAll)).toBe(null);
    expect([DANA, SAM].map((who) => sees(script, who))).toEqual(before);
    expect(roomOf(script, RAY).me.asked.seeAndHear).toBe(true);
    expect(roomOf(script, AMINA).console?.rooms.map(({ sensesAskedAt }) => sensesAskedAt)).toEqual([null, script.now]);
  });

  test('[PRIV-5] [ROST-4] from the office nobody is asked at once where there are sides: the host sits down with one of them first', () => {
    const script = bothSides();
    expect(script.attempt({ ...asksAll, actor: HOST_IN_OFFICE })).toBe('notInside');
    expect(underWay().attempt({ ...asksAll, actor: HOST_IN_OFFICE })).toBe(null);
  });

  test('[PRIV-5] [ROST-4] a later round with the one side neither asks the other again nor forgets what it answered', () => {
    const script = bothSides();
    expect(script.attempt(asksAll)).toBe(null);
    script.must(from(DANA), { type: 'senses.answer', sees: 'yes', hears: 'yes' });
    hostGoes(script, MAIN2).pass(HOUR);
    const before = sees(script, DANA);
    expect(script.attempt(asksAll)).toBe(null);
    expect(sees(script, DANA)).toBe(before);
  });

  test('[PRIV-5] [JOIN-5] asking everybody who is with them asks those in the host’s room', () => {
    const script = hostGoes(bothSides(), MAIN2);
    const before = [DANA, SAM].map((who) => sees(script, who));
    script.must(from(AMINA), { type: 'household.ask', participant: null });
    expect([DANA, SAM].map((who) => sees(script, who))).toEqual(before);
    expect(roomOf(script, RAY).me.asked.whoIsWithYou).toBe(true);
    expect(script.attempt({ actor: HOST_IN_OFFICE, command: { type: 'household.ask', participant: null } })).toBe(
      'notInside',
    );
  });

  test('[PRIV-5] [ROST-3] a colleague who has introduced themselves to one side has not to the other', () => {
    const script = colleagueGoes(hostGoes(bothSides(), MAIN2), MAIN2);
    for (const type of ['introduction.call', 'introduction.done'] as const)
      script.must(from(AMINA), { type, who: PRIYA });
    expect(introducedAs(script, RAY, PRIYA)).toBe('done');
    script.must(from(PRIYA), { type: 'room.leave' });
    expect([DANA, SAM, PRIYA].map((who) => introducedAs(script, who, PRIYA))).toEqual(['notYet', 'notYet', 'notYet']);
    hostGoes(script, MAIN_ROOM).must(from(AMINA), { type: 'introduction.done', who: PRIYA });
    expect(script.happened).toEqual(['introduction.made']);
    expect([DANA, SAM].map((who) => introducedAs(script, who, PRIYA))).toEqual(['done', 'done']);
    script.must(from(AMINA), { type: 'introduction.done', who: PRIYA });
    expect(script.happened).toEqual([]);
  });

  test('[PRIV-5] [ROST-3] … also to whoever of that side comes only later', () => {
    const script = bothSides().must(from(SAM), { type: 'presence.leave', quickly: false });
    script.must(from(AMINA), { type: 'introduction.done', who: AMINA });
    script.must(from(SAM), { type: 'lobby.knock' }).must(from(AMINA), { type: 'lobby.admit', session: deviceOf(SAM) });
    expect(introducedAs(script, SAM, AMINA)).toBe('done');
    hostGoes(script, MAIN2);
    expect(introducedAs(script, RAY, AMINA)).toBe('notYet');
  });

  test('[PRIV-5] [ROST-3] an introduction in a private room is known to those who heard it, whoever else was there', () => {
    const script = goes(opens(bothSides()), SAM);
    const room = [...script.current.rooms.keys()].at(-1) as RoomId;
    colleagueGoes(script, room).must(from(AMINA), { type: 'introduction.done', who: PRIYA });
    expect(introducedAs(script, SAM, PRIYA)).toBe('done');
    for (const who of [PRIYA, SAM]) script.must(from(who), { type: 'room.leave' });
    expect([DANA, SAM].map((who) => introducedAs(script, who, PRIYA))).toEqual(['notYet', 'done']);
    expect(script.viewOf(AMINA)).toMatchObject({
      console: {
        roster: expect.arrayContaining([expect.objectContaining({ name: 'Priya Shah', introduced: 'done' })]),
      },
    });
  });

  test('[PRIV-5] [ROST-3] whoever is called on in one room is called on there, although they sit in another with a second device', () => {
    const script = bothSides();
    signsIn(script, AMINA, 2)
      .must(from(AMINA, 2), { type: 'presence.enter' })
      .must(from(AMINA, 2), { type: 'room.enter', room: MAIN2 });
    script.must(from(AMINA), { type: 'introduction.call', who: DANA });
    const before = [DANA, SAM].map((who) => sees(script, who));
    script.must(from(AMINA, 2), { type: 'introduction.call', who: AMINA });
    expect([DANA, SAM].map((who) => sees(script, who))).toEqual(before);
    expect(introducedAs(script, RAY, AMINA)).toBe('calledOn');
  });

  test('[ROST-3] whoever goes to another room is called on no more', () => {
    const script = opens(withColleague(underWay())).must(from(AMINA), { type: 'introduction.call', who: SAM });
    expect(introducedAs(goes(script, SAM), SAM, SAM)).toBe('notYet');
  });

  test('[ROST-3] whoever was put on the plan after the start reads who was introduced in their own main room', () => {
    const script = chaired(underWay()).must(from(AMINA), { type: 'introduction.done', who: TOM });
    const late = 'late' as ParticipantId;
    const person = {
      participant: late,
      name: 'Ada Cole',
      role: 'householdMember',
      relationship: '',
      staff: null,
    } as const;
    script.must(from(AMINA), { type: 'roster.add', person });
    script.must(from(AMINA), { type: 'invitation.issue', participant: late }, { freshId: 'late-link-1' });
    expect(introducedAs(comesIn(script, late), late, TOM)).toBe('done');
  });

  test('[PRIV-5] when the visit began is on no screen of the family: it would tell how long others have been seen', () => {
    const script = hostGoes(bothSides(), MAIN2);
    expect([DANA, SAM, RAY].map((who) => roomOf(script, who).startedAt)).toEqual([null, null, null]);
    expect(roomOf(script, AMINA).startedAt).toBe(script.now);
  });
});

describe('names of people beside a device', () => {
  const beside = (script: Script, viewer: ParticipantId, whose: ParticipantId): readonly string[] =>
    roomOf(script, viewer)
      .people.filter(({ participant }) => participant === whose)
      .flatMap(({ devices }) => devices.flatMap((device) => device.beside.map(({ name }) => name)));
  const tells = (script: Script, who: ParticipantId, ...names: readonly string[]): Script =>
    script.must(from(who), { type: 'household.tell', people: names.map((name) => ({ name, relationship: '' })) });
  const apart = (): Script => {
    const script = withLinks().must(HOST_IN_OFFICE, {
      type: 'separation.order',
      participant: DANA,
      against: { is: 'these', people: [RAY] },
    });
    signsIn(script, AMINA).must(from(AMINA), { type: 'visit.start' }).must(from(AMINA), { type: 'presence.enter' });

    return comesIn(comesIn(script, DANA), SAM);
  };

  test('[PRIV-5] [JOIN-5] where people are kept apart the family reads no name beside another’s device, so that no name tells by being missing', () => {
    const script = apart();
    for (const viewer of [DANA, SAM]) {
      const whose = viewer === DANA ? SAM : DANA;
      const none = sees(tells(script, whose), viewer);
      for (const names of [['Nan'], ['Ray Cole'], ['Nan', 'Ray', 'Zed'], ['Ráy  COLE'], ['Dana Hughes']])
        expect(sees(tells(script, whose, ...names), viewer)).toBe(none);
    }
  });

  test('[PRIV-5] [JOIN-5] … nor that one of those people is called on', () => {
    const script = tells(apart(), SAM, 'Nan');
    const before = sees(script, DANA);
    const [companion] = script.current.households.get(deviceOf(SAM))?.people ?? [];
    script.must(from(AMINA), { type: 'introduction.call', who: companion?.id ?? SAM });
    expect(sees(script, DANA)).toBe(before);
    expect(
      roomOf(script, SAM).people.flatMap(({ devices }) => devices.flatMap((device) => device.beside)),
    ).toMatchObject([{ name: 'Nan', introduced: 'calledOn' }]);
  });

  test('[PRIV-5] [JOIN-5] … also when no order holds any more, as long as a side has a main room of its own', () => {
    const script = tells(apart(), SAM, 'Nan').must(from(AMINA), { type: 'separation.lift', participant: DANA });
    expect(beside(script, DANA, SAM)).toEqual([]);
  });

  test('[PRIV-5] [JOIN-5] … but what was read before the first order stays: that it vanished would tell of the order', () => {
    const script = tells(underWay(), SAM, 'Nan');
    script.pass(HOUR);
    const before = sees(script, DANA);
    const orders = (whom: ParticipantId): Script =>
      script.must(from(AMINA), {
        type: 'separation.order',
        participant: DANA,
        against: { is: 'these', people: [whom] },
      });
    orders(RAY);
    expect(sees(script, DANA)).toBe(before);
    tells(script, SAM, 'Nan', 'Ray');
    expect(beside(script, DANA, SAM)).toEqual(['Nan']);
    expect(beside(script, SAM, SAM)).toEqual(['Nan', 'Ray']);
    tells(script, SAM, 'Ray');
    expect(beside(tells(script, SAM, 'Nan'), DANA, SAM)).toEqual([]);
  });

  test('[PRIV-5] [JOIN-5] … and whoever comes only then reads nothing of it', () => {
    const script = tells(underWay(), SAM, 'Nan').must(from(DANA), { type: 'presence.leave', quickly: false });
    script.pass(HOUR);
    script.must(from(AMINA), {
      type: 'separation.order',
      participant: DANA,
      against: { is: 'these', people: [RAY] },
    });
    knocks(script, DANA).must(from(AMINA), { type: 'lobby.admit', session: deviceOf(DANA) });
    expect(beside(script, DANA, SAM)).toEqual([]);
    expect(beside(script, AMINA, SAM)).toEqual(['Nan']);
  });

  test('[PRIV-5] [JOIN-5] … nor does anybody of what was said at the door before, by whoever is let in only then', () => {
    const script = underWay().must(from(SAM), { type: 'presence.leave', quickly: false });
    tells(knocks(script, SAM), SAM, 'Nan').pass(HOUR);
    script.must(from(AMINA), {
      type: 'separation.order',
      participant: DANA,
      against: { is: 'these', people: [RAY] },
    });
    script.must(from(AMINA), { type: 'lobby.admit', session: deviceOf(SAM) });
    expect(beside(script, DANA, SAM)).toEqual([]);
    expect(beside(script, AMINA, SAM)).toEqual(['Nan']);
  });

  test('[JOIN-5] what one said oneself one reads, and professionals read all of it; with nobody kept apart so does everybody', () => {
    const script = tells(withColleague(apart()), SAM, 'Nan', 'Ray');
    for (const who of [AMINA, PRIYA, SAM]) expect(beside(script, who, SAM)).toEqual(['Nan', 'Ray']);
    expect(sees(script, AMINA)).toContain('"name":"Ray"');
    expect(beside(tells(apart(), DANA, 'Ray Cole'), DANA, DANA)).toEqual(['Ray Cole']);
    expect(beside(tells(underWay(), SAM, 'Ray Cole'), DANA, SAM)).toEqual(['Ray Cole']);
  });
});
