import { describe, expect, test } from 'vitest';
import { AMINA, DANA, deviceOf, from, PRIYA, RAY, SAM, TOM } from '../../testing/personas.ts';
import { goes, opens, roomOf } from '../../testing/roomScript.ts';
import {
  chaired,
  comesIn,
  knocks,
  opensLink,
  type Script,
  underWay,
  withColleague,
  withLinks,
} from '../../testing/script.ts';
import type { Millis, ParticipantId } from '../ids.ts';
import type { Introducible } from './state.ts';

const calls = (script: Script, who: Introducible): Script =>
  script.must(from(AMINA), { type: 'introduction.call', who });
const done = (script: Script, who: Introducible): Script =>
  script.must(from(AMINA), { type: 'introduction.done', who });
const introducedOf = (script: Script, who: ParticipantId): string | undefined => {
  const view = script.viewOf(SAM);
  return view.screen === 'room' ? view.people.find(({ participant }) => participant === who)?.introduced : undefined;
};
const calledOn = (script: Script): Introducible | null => script.current.introductions.calledOn[0]?.who ?? null;
const withNan = (script: Script): Introducible => {
  script.must(from(DANA), { type: 'household.tell', people: [{ name: 'Nan', relationship: '' }] });
  const nan = script.current.households.get(deviceOf(DANA))?.people?.[0]?.id;
  if (nan === undefined) throw new Error('Nan is beside Dana');

  return nan;
};

describe('introductions', () => {
  test('[ROST-3] people are called on one by one; everyone in the room sees who has introduced themselves', () => {
    const script = calls(underWay(), DANA);
    expect([DANA, SAM].map((who) => introducedOf(script, who))).toEqual(['calledOn', 'notYet']);
    expect(script.viewOf(DANA)).toMatchObject({ me: { asked: { introduce: true } } });
    calls(done(script, DANA), SAM);
    expect([DANA, SAM].map((who) => introducedOf(script, who))).toEqual(['done', 'calledOn']);
    expect(script.viewOf(AMINA)).toMatchObject({ console: { calledOn: [SAM] } });
  });

  test('[ROST-3] calling on the next lets the one before off, who has not introduced themselves then', () => {
    const script = calls(calls(underWay(), DANA), SAM);
    expect([DANA, SAM].map((who) => introducedOf(script, who))).toEqual(['notYet', 'calledOn']);
    expect(script.viewOf(DANA)).toMatchObject({ me: { asked: { introduce: false } } });
  });

  test('[ROST-3] somebody beside a device is called on like everyone else', () => {
    const script = underWay();
    const nan = withNan(script);
    done(calls(script, nan), nan);
    expect(JSON.stringify(script.viewOf(SAM))).toContain('"name":"Nan","relationship":"","introduced":"done"');
    withNan(script);
    expect(JSON.stringify(script.viewOf(SAM))).toContain('"introduced":"done"');
  });

  test('[ROST-3] whoever comes late has not introduced themselves yet', () => {
    const script = done(underWay(), DANA);
    expect(introducedOf(comesIn(script, RAY), RAY)).toBe('notYet');
  });

  test('[ROST-3] nobody stays called on who has gone: by leaving, by being put out, by not being beside the device any more', () => {
    const left = calls(underWay(), DANA).must(from(DANA), { type: 'presence.leave', quickly: false });
    const out = calls(underWay(), DANA).must(from(AMINA), { type: 'lobby.remove', participant: DANA });
    const gone = underWay();
    calls(gone, withNan(gone)).must(from(DANA), { type: 'household.tell', people: [] });
    const withDevice = underWay();
    calls(withDevice, withNan(withDevice)).must(from(DANA), { type: 'presence.leave', quickly: false });
    expect([left, out, gone, withDevice].map(calledOn)).toEqual([null, null, null, null]);
  });

  test('[ROST-3] somebody with two devices stays called on while one of them is there', () => {
    const script = calls(comesIn(underWay(), DANA, 2), DANA).must(from(DANA, 2), {
      type: 'presence.leave',
      quickly: false,
    });
    expect(calledOn(script)).toBe(DANA);
  });

  test('[ROST-3] only the host calls, and only on people who are inside', () => {
    const script = withColleague(knocks(opensLink(underWay(), RAY), RAY));
    const call = (who: Introducible, by = AMINA) =>
      script.attempt({ actor: from(by), command: { type: 'introduction.call', who } });
    expect([PRIYA, DANA, SAM].map((by) => call(DANA, by))).toEqual(Array.from('123', () => 'notYours'));
    expect([call(RAY), call('nobody' as ParticipantId)]).toEqual(['notInside', 'notFound']);
    expect(withLinks().attempt({ actor: from(AMINA), command: { type: 'introduction.call', who: DANA } })).toBe(
      'visitNotOpen',
    );
  });

  test('[ROST-3] the chair calls as the host does: on who is in the room or beside them, from their own seat', () => {
    const script = chaired(underWay());
    const call = (who: Introducible, actor = from(TOM)) =>
      script.attempt({ actor, command: { type: 'introduction.call', who } });
    expect([call(DANA), call(withNan(script)), call(AMINA)]).toEqual([null, null, null]);
    expect(script.attempt({ actor: from(TOM), command: { type: 'introduction.done', who: AMINA } })).toBe(null);
    expect(introducedOf(script, AMINA)).toBe('done');
    expect(call(RAY)).toBe('notFound');
    expect(call(DANA, { kind: 'person', participant: TOM, session: null })).toBe('notYours');
    script.must(from(TOM), { type: 'presence.leave', quickly: false });
    expect(call(DANA)).toBe('notYours');
  });

  test('[JOIN-3] a device at the door is not told that its person was called on', () => {
    const script = opensLink(underWay(), DANA, 2);
    const before = script.viewOf(DANA, deviceOf(DANA, 2));
    expect(calls(script, DANA).viewOf(DANA, deviceOf(DANA, 2))).toEqual(before);
  });
});

describe('seeing and hearing', () => {
  const asks = (script: Script): Script => script.must(from(AMINA), { type: 'senses.ask' });
  const answers = (script: Script, who: ParticipantId, sees: 'yes' | 'no' = 'yes', hears: 'yes' | 'no' = 'yes') =>
    script.attempt({ actor: from(who), command: { type: 'senses.answer', sees, hears } });
  const isAsked = (script: Script, who: ParticipantId): boolean => {
    const view = script.viewOf(who);
    return view.screen === 'room' && view.me.asked.seeAndHear;
  };

  test('[ROST-4] each device answers for itself, and the host sees who does not see or hear', () => {
    const script = asks(underWay());
    expect([DANA, SAM].map((who) => isAsked(script, who))).toEqual([true, true]);
    expect([answers(script, DANA), answers(script, SAM, 'yes', 'no')]).toEqual([null, null]);
    expect([DANA, SAM].map((who) => isAsked(script, who))).toEqual([false, false]);
    const sam = JSON.stringify(script.viewOf(AMINA));
    expect(sam).toContain('"sees":"yes","hears":"no"');
    expect(JSON.stringify(script.viewOf(DANA))).not.toContain('"sees"');
  });

  test('[ROST-4] the chair asks as the host does, and reads the answers of those in the room', () => {
    const script = chaired(underWay()).must(from(TOM), { type: 'senses.ask' });
    answers(script, SAM, 'yes', 'no');
    const answer = { session: deviceOf(SAM), sees: 'yes', hears: 'no' };
    expect(script.viewOf(TOM)).toMatchObject({ chair: { senses: { askedAt: script.now, answers: [answer] } } });
    expect(script.viewOf(TOM, null)).toMatchObject({ chair: { senses: null } });
    script.must(from(TOM), { type: 'presence.leave', quickly: false });
    expect(script.attempt({ actor: from(TOM), command: { type: 'senses.ask' } })).toBe('notYours');
  });

  test('[ROST-4] the chair asks those in their own room; whoever is in another is asked when they come back', () => {
    const script = chaired(comesIn(withColleague(underWay()), RAY));
    goes(opens(script), SAM).must(from(TOM), { type: 'senses.ask' });
    expect([DANA, RAY, SAM].map((who) => isAsked(script, who))).toEqual([true, true, false]);
    expect(answers(script, SAM)).toBe('nothingAsked');
    expect(answers(script, DANA)).toBe(null);
    expect(isAsked(script.must(from(TOM), { type: 'senses.ask' }), DANA)).toBe(true);
    expect(roomOf(script, AMINA).console?.rooms.map(({ sensesAskedAt }) => sensesAskedAt)).toEqual([script.now, null]);
    script.must(from(SAM), { type: 'room.leave' });
    expect(isAsked(script, SAM)).toBe(true);
    expect(answers(script, SAM)).toBe(null);
    expect(isAsked(script, SAM)).toBe(false);
  });

  test('[ROST-4] the host asks everybody, in whatever room; the chair’s next round forgets the answers of their own', () => {
    const script = chaired(comesIn(withColleague(underWay()), RAY));
    asks(goes(opens(script), SAM));
    for (const who of [DANA, SAM]) expect(answers(script, who)).toBe(null);
    script.pass(1_000 as Millis);
    script.must(from(TOM), { type: 'senses.ask' });
    expect([DANA, SAM].map((who) => isAsked(script, who))).toEqual([true, false]);
    script.must(from(SAM), { type: 'room.leave' });
    // What he said was said before this was asked here.
    expect(isAsked(script, SAM)).toBe(true);
  });

  test('[ROST-4] an answer may change, and is kept each time', () => {
    const script = asks(underWay());
    for (const hears of ['no', 'no', 'yes'] as const) answers(script, SAM, 'yes', hears);
    expect(script.log.filter(({ event }) => event.type === 'senses.answered').length).toBe(2);
    expect(script.current.senses?.answers.get(deviceOf(SAM))).toMatchObject({ hears: 'yes' });
  });

  test('[ROST-4] whoever comes after the question is asked as well', () => {
    expect(isAsked(comesIn(asks(underWay()), RAY), RAY)).toBe(true);
  });

  test('[ROST-4] a new round forgets the answers of the one before', () => {
    const script = asks(underWay());
    answers(script, DANA);
    expect(isAsked(asks(script), DANA)).toBe(true);
  });

  test('[ROST-4] nobody answers who was not asked, is not inside, or speaks for another', () => {
    expect(answers(underWay(), DANA)).toBe('nothingAsked');
    const script = asks(knocks(opensLink(underWay(), RAY), RAY));
    expect(answers(script, RAY)).toBe('notInside');
    const actor = { kind: 'person', participant: SAM, session: deviceOf(DANA) } as const;
    expect(script.attempt({ actor, command: { type: 'senses.answer', sees: 'yes', hears: 'yes' } })).toBe('notYours');
  });

  test('[ROST-4] only the host asks, and nobody at the door hears of it', () => {
    const script = withColleague(knocks(opensLink(underWay(), RAY), RAY));
    for (const who of [PRIYA, DANA, SAM])
      expect(script.attempt({ actor: from(who), command: { type: 'senses.ask' } })).toBe('notYours');
    const before = script.viewOf(RAY);
    expect(asks(script).viewOf(RAY)).toEqual(before);
  });
});
