import { describe, expect, test } from 'vitest';
import { AMINA, DANA, deviceOf, from, LENA, PRIYA, RAY, SAM } from '../../testing/personas.ts';
import { answers, asks, BLUE, family, GREEN, goes, namesIn, opens, roomOf, seatsIn } from '../../testing/roomScript.ts';
import { comesIn, knocks, opensLink, type Script, started, underWay, withColleague } from '../../testing/script.ts';
import { SYSTEM } from '../actor.ts';
import type { RoomId } from '../ids.ts';
import type { Told } from './state.ts';

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
    script.must(from(AMINA), { type: 'room.callBack', room: BLUE, session: null });
    expect(namesIn(script, DANA)).toEqual([AMINA, PRIYA, DANA, SAM, RAY]);
    goes(script, SAM)
      .must(from(AMINA), { type: 'room.enter', room: BLUE })
      .must(from(AMINA), { type: 'room.close', room: BLUE });
    expect(namesIn(script, DANA)).toEqual([AMINA, PRIYA, DANA, SAM, RAY]);
    expect(asks(script, SAM)).toBe('notFound');
  });

  test('[PRIV-9] [PRIV-6] … or one of them, with whoever came along; whoever is not there cannot be called', () => {
    const script = goes(goes(opens(family()), PRIYA), SAM);
    const calls = (who: typeof DANA) =>
      script.attempt({ actor: from(AMINA), command: { type: 'room.callBack', room: BLUE, session: deviceOf(who) } });
    expect(calls(DANA)).toBe('notInside');
    expect(calls(SAM)).toBe(null);
    expect([roomOf(script, SAM).room.kind, roomOf(script, PRIYA).room.kind]).toEqual(['main', 'private']);
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
    // Why is something that may have happened in another room, or on another side.
    expect(answers(script, SAM, true)).toBe('nothingAsked');
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

  test('[PRIV-4] who left the visit from this room is told from who went where nothing is to be said of', () => {
    const script = goes(goes(opens(family(), BLUE, 'nothing'), PRIYA), SAM);
    expect(roomOf(script, DANA)).toMatchObject({ elsewhere: [], gone: [] });
    script.must(from(SAM), { type: 'presence.leave', quickly: false });
    expect(roomOf(script, DANA).gone).toEqual([]);
    expect(roomOf(script, PRIYA).gone).toEqual([SAM]);
    script.must(from(RAY), { type: 'presence.leave', quickly: false });
    expect(roomOf(script, DANA).gone).toEqual([RAY]);
    expect(roomOf(comesIn(script, RAY, 2), DANA).gone).toEqual([]);
  });

  test('[PRIV-4] whoever was put out, or has been silent for too long, has gone as well', () => {
    const script = family().must(from(AMINA), { type: 'lobby.remove', participant: RAY });
    expect(roomOf(script, DANA).gone).toEqual([RAY]);
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
