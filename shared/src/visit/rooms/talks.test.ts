import { describe, expect, test } from 'vitest';
import { atOnce } from '../../lib/unhurried.ts';
import { AMINA, DANA, deviceOf, from, keyOfDevice, PRIYA, SAM } from '../../testing/personas.ts';
import { BLUE, family, goes, opens, roomOf } from '../../testing/roomScript.ts';
import type { Script } from '../../testing/script.ts';
import { SYSTEM } from '../actor.ts';
import type { SaidAlone } from '../alone/state.ts';
import type { ParticipantId, RoomId } from '../ids.ts';
import { talks } from './talks.ts';

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
        protection: 'everyone',
        people: [
          { participant: PRIYA, name: 'Priya Shah', role: 'colleague', saidAlone: null },
          { participant: SAM, name: 'Sam Hughes', role: 'child', saidAlone: 'alone' },
        ],
      },
    ]);
    expect(roomOf(script, SAM).me.asked.alone).toBe(false);
  });

  test('[PRIV-8] [SAFE-2] … a device that is shut out talks with nobody, and what was said unprotected is a talk of its own', () => {
    const script = goes(goes(opens(family()), PRIYA), SAM);
    const offer = (key: string | null) => script.must(from(SAM), { type: 'protection.offer', key });
    offer(keyOfDevice(SAM)).pass(60_000);
    const shut = offer(null).now;
    script.pass(60_000);
    script.must(from(AMINA), { type: 'protection.accept', session: deviceOf(SAM) });
    const accepted = script.now;
    script.pass(60_000);
    const locked = offer(keyOfDevice(SAM)).now;
    script.must(from(SAM), { type: 'room.leave' }, { wait: 60_000 });
    const times = talked(script).map(({ from, until, protection }) => ({ from, until, protection }));
    expect(times).toEqual([
      { from: expect.any(Number), until: shut, protection: 'everyone' },
      { from: accepted, until: locked, protection: 'unprotected' },
      { from: locked, until: expect.any(Number), protection: 'everyone' },
    ]);
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
