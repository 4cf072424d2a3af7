import { describe, expect, test } from 'vitest';
import { atOnce } from '../../lib/unhurried.ts';
import { AMINA, DANA, deviceOf, from, HOST_IN_OFFICE, LENA, PRIYA, RAY, SAM } from '../../testing/personas.ts';
import {
  comesIn,
  knocks,
  opensLink,
  type Script,
  started,
  underWay,
  withColleague,
  withLinks,
} from '../../testing/script.ts';
import { SYSTEM } from '../actor.ts';
import type { SaidAlone } from '../alone/state.ts';
import type { ParticipantId, RoomId } from '../ids.ts';
import { mediaPlan } from '../mediaPlan.ts';
import type { RoomView } from '../viewShape.ts';
import type { Told } from './state.ts';
import { talks } from './talks.ts';

const BLUE = 'blue-room' as RoomId;
const GREEN = 'green-room' as RoomId;
const opens = (script: Script, room = BLUE, told: Told = 'withWhom'): Script =>
  script.must(from(AMINA), { type: 'room.open', told, mark: room === BLUE ? 'blue' : 'green' }, { freshId: room });
const asks = (script: Script, who: ParticipantId, room = BLUE, device = 1) =>
  script.attempt({ actor: from(AMINA), command: { type: 'room.invite', room, session: deviceOf(who, device) } });
const answers = (script: Script, who: ParticipantId, comes: boolean, alone = false) =>
  script.attempt({ actor: from(who), command: { type: 'room.answer', comes, alone } });
const goes = (script: Script, who: ParticipantId, room = BLUE): Script => {
  expect(asks(script, who, room)).toBe(null);
  expect(answers(script, who, true)).toBe(null);
  return script;
};
const roomOf = (script: Script, who: ParticipantId): RoomView => {
  const view = script.viewOf(who);
  if (view.screen !== 'room') throw new Error(`${who} is not in a room`);
  return view;
};
const namesIn = (script: Script, who: ParticipantId) =>
  roomOf(script, who).people.map(({ participant }) => participant);
const seatsIn = (script: Script, room: RoomId) =>
  mediaPlan(script.current).rooms.find((plan) => plan.room === room)?.seats ?? [];
const family = (): Script => comesIn(withColleague(underWay()), RAY);

describe('a private room', () => {
  test('[PRIV-1] is opened by the host alone, with a mark that no other has', () => {
    const script = family();
    for (const who of [PRIYA, DANA, SAM, RAY])
      expect(script.attempt({ actor: from(who), command: { type: 'room.open', told: 'away', mark: 'blue' } })).toBe(
        'notYours',
      );
    opens(opens(script), GREEN);
    const rooms = roomOf(script, AMINA).console?.rooms.map(({ kind, mark }) => [kind, mark]);
    expect(rooms).toEqual([
      ['main', null],
      ['private', 'blue'],
      ['private', 'green'],
    ]);
  });

  test('[PRIV-1] shares media and sight with nobody outside it', () => {
    const script = goes(goes(opens(family()), PRIYA), SAM);
    expect(namesIn(script, SAM)).toEqual([PRIYA, SAM]);
    expect(namesIn(script, DANA)).toEqual([AMINA, DANA, RAY]);
    expect(
      seatsIn(script, BLUE)
        .map(({ participant }) => participant)
        .sort(),
    ).toEqual([PRIYA, SAM]);
    expect(
      seatsIn(script, 'main' as RoomId)
        .map(({ participant }) => participant)
        .sort(),
    ).toEqual([AMINA, DANA, RAY]);
    expect(JSON.stringify(script.viewOf(SAM))).not.toMatch(/Dana|Ray/);
  });

  test('[PRIV-2] says by its mark which it is, to those who are in it', () => {
    const script = goes(opens(family()), SAM);
    expect(roomOf(script, SAM).room).toMatchObject({ kind: 'private', mark: 'blue' });
    expect(roomOf(script, DANA).room).toMatchObject({ kind: 'main', mark: null });
  });

  test('[PRIV-2] a professional may hold two rooms on two devices; a device is in one', () => {
    const script = goes(opens(family()), SAM);
    script
      .must(SYSTEM, {
        type: 'session.open',
        session: deviceOf(AMINA, 2),
        participant: AMINA,
        invitation: null,
        identity: 'signedIn',
        device: 'computer',
      })
      .must(SYSTEM, { type: 'session.connect', session: deviceOf(AMINA, 2) })
      .must(from(AMINA, 2), { type: 'presence.enter' })
      .must(from(AMINA, 2), { type: 'room.enter', room: BLUE });
    expect(seatsIn(script, BLUE).map(({ session }) => session)).toContain(deviceOf(AMINA, 2));
    expect(seatsIn(script, 'main' as RoomId).map(({ session }) => session)).toContain(deviceOf(AMINA));
  });

  test('[PRIV-3] coming back, microphone and camera are as they were', () => {
    const script = opens(family()).must(from(SAM), { type: 'presence.setMedia', microphone: 'off', camera: 'on' });
    goes(script, SAM).must(from(SAM), { type: 'room.leave' });
    expect(roomOf(script, SAM).me).toMatchObject({ microphone: 'off', camera: 'on' });
  });

  test('[PRIV-7] nobody is moved before they have said yes, and knowing the room’s name gives nothing', () => {
    const script = opens(family());
    expect(script.attempt({ actor: from(SAM), command: { type: 'room.enter', room: BLUE } })).toBe('notYours');
    expect(answers(script, SAM, true)).toBe('nothingAsked');
    expect(asks(script, SAM)).toBe(null);
    expect(roomOf(script, SAM)).toMatchObject({ room: { kind: 'main' }, invitedTo: { mark: 'blue', company: [] } });
    expect(answers(script, DANA, true)).toBe('nothingAsked');
  });

  test('[PRIV-7] is told where and with whom, may say no, and nobody else hears of either', () => {
    const script = goes(opens(family()), PRIYA);
    asks(script, SAM);
    expect(roomOf(script, SAM).invitedTo).toEqual({
      mark: 'blue',
      brings: [],
      company: [{ name: 'Priya Shah', role: 'colleague' }],
    });
    for (const who of [DANA, RAY]) expect(roomOf(script, who).invitedTo).toBe(null);
    expect(answers(script, SAM, false)).toBe(null);
    expect(roomOf(script, SAM)).toMatchObject({ room: { kind: 'main' }, invitedTo: null });
  });

  test('[PRIV-7] whoever is in it goes back when they want; from the main room there is no such way', () => {
    const script = goes(opens(family()), SAM);
    expect(script.viewOf(DANA).can['room.leave']).toBe('notInside');
    script.must(from(SAM), { type: 'room.leave' });
    expect(roomOf(script, SAM).room.kind).toBe('main');
  });

  test('[PRIV-9] the host calls everybody back, or closes it; a room that is closed leaves nobody nowhere', () => {
    const script = goes(goes(opens(family()), PRIYA), SAM);
    script.must(from(AMINA), { type: 'room.callBack', room: BLUE });
    expect(namesIn(script, DANA)).toEqual([AMINA, PRIYA, DANA, SAM, RAY]);
    goes(script, SAM)
      .must(from(AMINA), { type: 'room.enter', room: BLUE })
      .must(from(AMINA), { type: 'room.close', room: BLUE });
    expect(namesIn(script, DANA)).toEqual([AMINA, PRIYA, DANA, SAM, RAY]);
    expect(asks(script, SAM)).toBe('notFound');
  });

  test('[UNK-4] takes in no child while somebody unknown is in it, and nobody unknown to a child', () => {
    const script = goes(opens(family()), PRIYA);
    script.must(from(AMINA), { type: 'unknown.notice', about: 'nearby', session: deviceOf(SAM), words: '' });
    expect(asks(script, SAM)).toBe('notIntroduced');
  });

  test('[UNK-4] … also when it was noticed after the child was asked', () => {
    const script = goes(opens(family()), PRIYA);
    asks(script, SAM);
    script.must(from(AMINA), { type: 'unknown.notice', about: 'nearby', session: deviceOf(SAM), words: '' });
    expect(answers(script, SAM, true)).toBe('notIntroduced');
    expect(roomOf(script, SAM).room.kind).toBe('main');
  });
});

describe('what the others are told', () => {
  const elsewhere = (told: Told) => roomOf(goes(goes(opens(family(), BLUE, told), PRIYA), SAM), DANA).elsewhere;

  test('[PRIV-4] with whom, that they are away, or nothing: as the host chose', () => {
    expect(elsewhere('withWhom')).toEqual([
      { name: 'Priya Shah', withWhom: ['Sam Hughes'] },
      { name: 'Sam Hughes', withWhom: ['Priya Shah'] },
    ]);
    expect(elsewhere('away')).toEqual([
      { name: 'Priya Shah', withWhom: null },
      { name: 'Sam Hughes', withWhom: null },
    ]);
    expect(elsewhere('nothing')).toEqual([]);
  });

  test('[PRIV-4] in a private room nothing is said of the others', () => {
    expect(roomOf(goes(goes(opens(family()), PRIYA), SAM), SAM).elsewhere).toEqual([]);
  });
});

describe('a room without a professional', () => {
  const gates = (script: Script, room: RoomId) => seatsIn(script, room).flatMap(({ audio, video }) => [audio, video]);

  test('[PRIV-10] is held: nobody is seen or heard until one is back, and everything is as it was then', () => {
    const script = family().must(from(PRIYA), { type: 'presence.leave', quickly: false });
    opens(script).must(from(AMINA), { type: 'room.enter', room: BLUE });
    expect(roomOf(script, DANA).room.heldSince).not.toBe(null);
    expect(new Set(gates(script, 'main' as RoomId))).toEqual(new Set(['closed']));
    script.must(from(AMINA), { type: 'room.leave' });
    expect(roomOf(script, DANA).room.heldSince).toBe(null);
    expect(new Set(gates(script, 'main' as RoomId))).toEqual(new Set(['open']));
  });

  test('[PRIV-10] a professional whose line is down watches over nobody', () => {
    const script = underWay().must(SYSTEM, { type: 'session.lose', session: deviceOf(AMINA) });
    expect(roomOf(script, SAM).room.heldSince).not.toBe(null);
    script.must(SYSTEM, { type: 'session.connect', session: deviceOf(AMINA) });
    expect(roomOf(script, SAM).room.heldSince).toBe(null);
  });

  test('[PRIV-10] the professionals who can go there are called, and the family is not told of any other room', () => {
    const script = goes(opens(family()), PRIYA).must(from(AMINA), { type: 'room.enter', room: BLUE });
    const waits = [{ room: 'main', since: script.now }];
    expect([roomOf(script, AMINA).familyWaits, roomOf(script, PRIYA).familyWaits]).toEqual([waits, waits]);
    expect(roomOf(script, DANA).familyWaits).toEqual([]);
    script.must(from(PRIYA), { type: 'room.leave' });
    expect(roomOf(script, AMINA).familyWaits).toEqual([]);
  });

  test('[PRIV-10] without family it is not held: professionals wait in it as in an office', () => {
    const script = goes(opens(family()), PRIYA);
    expect(roomOf(script, PRIYA).room.heldSince).toBe(null);
  });
});

describe('the record of what was said in private', () => {
  const talked = (script: Script) => atOnce(talks(script.log));
  const say = (script: Script, who: ParticipantId, what: SaidAlone) =>
    script.must(from(who), { type: 'alone.answer', what });

  test('[PRIV-8] tells who spoke alone with whom, for how long, and what was said about being alone', () => {
    const script = goes(goes(opens(family()), PRIYA), SAM);
    const begun = script.now;
    expect(roomOf(script, SAM).me.asked.alone).toBe(true);
    say(script, SAM, 'alone').pass(5 * 60_000);
    script.must(from(SAM), { type: 'room.leave' });
    expect(talked(script)).toEqual([
      {
        mark: 'blue',
        from: begun,
        until: script.now,
        people: [
          { participant: PRIYA, name: 'Priya Shah', role: 'colleague', saidAlone: null },
          { participant: SAM, name: 'Sam Hughes', role: 'child', saidAlone: 'alone' },
        ],
      },
    ]);
    expect(roomOf(script, SAM).me.asked.alone).toBe(false);
  });

  test('[PRIV-8] … whoever comes in makes it another talk, the time in which the room was held is none, and the end ends it', () => {
    const script = goes(goes(opens(family()), PRIYA), SAM);
    script.pass(60_000);
    goes(script, DANA).pass(60_000);
    script.must(SYSTEM, { type: 'session.lose', session: deviceOf(PRIYA) }).pass(60_000);
    script.must(SYSTEM, { type: 'session.connect', session: deviceOf(PRIYA) }).pass(60_000);
    script.must(from(AMINA), { type: 'visit.end', words: 'Goodbye' });
    expect(talked(script).map(({ people }) => people.map(({ participant }) => participant))).toEqual([
      [PRIYA, SAM],
      [PRIYA, DANA, SAM],
      [PRIYA, DANA, SAM],
    ]);
  });

  test('[PRIV-8] the professionals in the room see the answer and may ask again; the family does not see what anybody said', () => {
    const script = goes(goes(opens(family()), PRIYA), SAM);
    say(script, SAM, 'notAlone');
    const session = deviceOf(SAM);
    expect(roomOf(script, PRIYA).alone).toEqual([{ session, isAsked: false, said: 'notAlone' }]);
    expect(JSON.stringify(roomOf(script, SAM))).not.toContain('notAlone');
    expect(script.attempt({ actor: from(DANA), command: { type: 'alone.ask', session } })).toBe('notYours');
    script.must(from(PRIYA), { type: 'alone.ask', session });
    expect(roomOf(script, SAM).me.asked.alone).toBe(true);
  });

  test('[PRIV-8] to a professional in another room there is nobody to ask', () => {
    const script = goes(opens(family()), SAM);
    expect(script.attempt({ actor: from(PRIYA), command: { type: 'alone.ask', session: deviceOf(SAM) } })).toBe(
      'notFound',
    );
    expect(roomOf(script, PRIYA).alone).toBe(null);
  });
});

describe('words of the host', () => {
  const tells = (script: Script, room: RoomId | 'all', words = 'Five minutes more') => {
    script.pass(1_000);
    script.must(from(AMINA), { type: 'room.tell', room, words });
    script.pass(1_000);
  };
  const wordsFor = (script: Script, who: ParticipantId) => roomOf(script, who).room.words?.words ?? null;

  test('[PRIV-9] reach one room, or all', () => {
    const script = goes(goes(opens(family()), PRIYA), SAM);
    tells(script, BLUE);
    expect([wordsFor(script, SAM), wordsFor(script, DANA)]).toEqual(['Five minutes more', null]);
    tells(script, 'all', 'We meet again at ten');
    expect([wordsFor(script, SAM), wordsFor(script, DANA)]).toEqual(['We meet again at ten', 'We meet again at ten']);
  });

  test('[PRIV-9] [PRIV-5] … and nobody who comes later: they were for those who were there', () => {
    const script = goes(opens(family()), PRIYA);
    tells(script, BLUE);
    goes(script, SAM);
    expect(wordsFor(script, SAM)).toBe(null);
  });

  test('[PRIV-9] are the host’s alone', () => {
    const script = family();
    for (const who of [PRIYA, DANA])
      expect(script.attempt({ actor: from(who), command: { type: 'room.tell', room: 'all', words: 'Hello' } })).toBe(
        'notYours',
      );
  });
});

describe('people who are kept apart', () => {
  const apart = (): Script =>
    withLinks().must(HOST_IN_OFFICE, {
      type: 'separation.order',
      participant: DANA,
      against: { is: 'these', people: [RAY] },
    });
  const bothIn = (): Script => {
    const script = apart()
      .must(SYSTEM, {
        type: 'session.open',
        session: deviceOf(AMINA),
        participant: AMINA,
        invitation: null,
        identity: 'signedIn',
        device: 'computer',
      })
      .must(SYSTEM, { type: 'session.connect', session: deviceOf(AMINA) })
      .must(from(AMINA), { type: 'visit.start' })
      .must(from(AMINA), { type: 'presence.enter' });
    return comesIn(comesIn(comesIn(withColleague(script), DANA), SAM), RAY);
  };

  test('[PRIV-5] each has a main room, in which the other never is', () => {
    const script = bothIn();
    expect(namesIn(script, DANA)).toEqual([AMINA, PRIYA, DANA, SAM]);
    expect(namesIn(script, RAY)).toEqual([RAY]);
    expect(roomOf(script, RAY).room).toMatchObject({ id: 'main', kind: 'main' });
    expect(JSON.stringify(script.viewOf(RAY))).not.toMatch(/Dana|Sam|Hughes/);
    expect(JSON.stringify(script.viewOf(DANA))).not.toMatch(/Ray|Cole/);
  });

  test('[PRIV-9] whose each main room is, is told to the host alone', () => {
    const script = opens(bothIn());
    expect(roomOf(script, AMINA).console?.rooms.map(({ home }) => home)).toEqual([[DANA, SAM], [RAY], []]);
    expect(roomOf(opens(family()), AMINA).console?.rooms.map(({ home }) => home)).toEqual([[], []]);
  });

  test('[PRIV-5] are not asked into one private room, nor come into it', () => {
    const script = goes(opens(bothIn()), RAY);
    expect(asks(script, DANA)).toBe('keptApart');
    script.must(from(RAY), { type: 'room.leave' });
    expect([asks(script, DANA), asks(script, RAY)]).toEqual([null, 'keptApart']);
    expect(answers(script, RAY, true)).toBe('nothingAsked');
    expect(answers(script, DANA, true)).toBe(null);
  });

  test('[PRIV-5] of a professional with the one, the other hears only that they are away', () => {
    const script = bothIn().must(from(AMINA), { type: 'room.enter', room: 'main-2' as RoomId });
    expect(roomOf(script, DANA).elsewhere).toEqual([{ name: 'Amina Okafor', withWhom: null }]);
    expect(namesIn(script, RAY)).toEqual([AMINA, RAY]);
  });

  test('[PRIV-5] each side reads its own reason for a professional’s absence, which the host may give before the visit', () => {
    const script = apart();
    const covers = (room: string, words: string) =>
      script.attempt({ actor: HOST_IN_OFFICE, command: { type: 'space.cover', room: room as RoomId, words } });
    expect([
      covers('main', 'Amina makes a telephone call'),
      covers('main-2', 'Amina looks for a paper'),
      covers(BLUE, 'x'),
    ]).toEqual([null, null, 'notFound']);
    for (const who of [DANA, RAY]) opensLink(script, who);
    script.must(HOST_IN_OFFICE, { type: 'visit.start' });
    for (const who of [DANA, RAY])
      knocks(script, who).must(HOST_IN_OFFICE, { type: 'lobby.admit', session: deviceOf(who) });
    expect(roomOf(script, DANA).room.cover).toBe('Amina makes a telephone call');
    expect(roomOf(script, RAY).room.cover).toBe('Amina looks for a paper');
    expect(
      script.attempt({ actor: from(RAY), command: { type: 'space.cover', room: 'main' as RoomId, words: 'x' } }),
    ).toBe('notYours');
  });

  test('[PRIV-5] each side ends by itself, in words of its own, and cannot come back; the other goes on as if nothing had been', () => {
    const script = bothIn();
    const before = JSON.stringify(script.viewOf(DANA));
    script.must(from(AMINA), { type: 'space.end', room: 'main-2' as RoomId, words: 'Thank you, Ray' });
    expect(script.viewOf(RAY)).toMatchObject({ screen: 'out', why: 'ended', words: 'Thank you, Ray' });
    expect(script.attempt({ actor: from(RAY), command: { type: 'lobby.knock' } })).toBe('visitEnded');
    expect(JSON.stringify(script.viewOf(DANA))).toBe(before);
    expect(seatsIn(script, 'main-2' as RoomId)).toEqual([]);
    opensLink(script, RAY, 2);
    expect(script.attempt({ actor: from(RAY, 2), command: { type: 'lobby.knock' } })).toBe('visitEnded');
    script.must(from(AMINA), { type: 'visit.end', words: 'Until Friday' });
    expect(script.viewOf(DANA)).toMatchObject({ why: 'ended', words: 'Until Friday' });
    expect(script.viewOf(RAY)).toMatchObject({ why: 'ended', words: 'Thank you, Ray' });
  });

  test('[PRIV-5] who was only waiting when their side ended hears that it is over, and not the words', () => {
    const script = knocks(opensLink(bothIn(), RAY, 2), RAY, 2);
    script.must(from(AMINA), { type: 'space.end', room: 'main-2' as RoomId, words: 'Thank you, Ray' });
    expect(script.viewOf(RAY, deviceOf(RAY, 2))).toMatchObject({ screen: 'out', why: 'ended', words: null });
  });

  test('[PRIV-5] come back to their own main room, from wherever they were', () => {
    const script = goes(opens(bothIn()), RAY).must(from(AMINA), { type: 'room.close', room: BLUE });
    expect(namesIn(script, RAY)).toEqual([RAY]);
    script.must(from(RAY), { type: 'presence.leave', quickly: false });
    knocks(script, RAY).must(from(AMINA), { type: 'lobby.admit', session: deviceOf(RAY) });
    expect(namesIn(script, RAY)).toEqual([RAY]);
  });
});

describe('somebody who relies on help', () => {
  const withHelper = (): Script => {
    const script = started().must(from(AMINA), {
      type: 'roster.add',
      person: { participant: LENA, name: 'Lena Voss', role: 'interpreter', relationship: '', staff: null, helps: DANA },
    });
    script.must(from(AMINA), { type: 'invitation.issue', participant: LENA }, { freshId: `${LENA}-link-1` });
    return comesIn(comesIn(withColleague(script), DANA), LENA);
  };

  test('[PRIV-6] takes their interpreter along, and back', () => {
    const script = goes(opens(withHelper()), DANA);
    expect(namesIn(script, DANA)).toEqual([DANA, LENA]);
    script.must(from(DANA), { type: 'room.leave' });
    expect(namesIn(script, PRIYA)).toEqual([AMINA, PRIYA, DANA, LENA]);
  });

  test('[PRIV-6] … or says that they need not come', () => {
    const script = opens(withHelper());
    asks(script, DANA);
    expect(roomOf(script, DANA).invitedTo?.brings).toEqual(['Lena Voss']);
    expect(answers(script, DANA, true, true)).toBe(null);
    expect(namesIn(script, DANA)).toEqual([DANA]);
  });
});

test('[PRIV-2] somebody who opens a second device comes in by the door like everybody', () => {
  const script = goes(opens(family()), SAM);
  knocks(opensLink(script, SAM, 2), SAM, 2).must(from(AMINA), { type: 'lobby.admit', session: deviceOf(SAM, 2) });
  expect(seatsIn(script, 'main' as RoomId).map(({ session }) => session)).toContain(deviceOf(SAM, 2));
});
