import { describe, expect, test } from 'vitest';
import { casesIn, DANA_2, only, secondKnocks, steps } from '../../testing/matters.ts';
import { AMINA, DANA, deviceOf, from, LENA, linkOf, PRIYA, RAY, SAM } from '../../testing/personas.ts';
import {
  admits,
  comesIn,
  knocks,
  opensLink,
  type Script,
  signsIn,
  started,
  underWay,
  withColleague,
  withNurse,
} from '../../testing/script.ts';
import { SYSTEM } from '../actor.ts';

describe('noticing a device', () => {
  test('[UNK-1] a second device of a link that is in use raises the alarm when it knocks, not before', () => {
    const script = opensLink(underWay(), DANA, 2);
    expect(casesIn(script)).toEqual([]);
    knocks(script, DANA, 2);
    expect(only(script)).toMatchObject({
      about: { is: 'device', session: DANA_2, participant: DANA },
      why: 'anotherDevice',
      state: 'noticed',
      open: true,
    });
  });

  test('[UNK-1] so does a link that was used elsewhere before, although that device has gone', () => {
    const script = underWay().must(from(DANA), { type: 'presence.leave', quickly: false });
    knocks(opensLink(script, DANA, 2), DANA, 2);
    expect(only(script)).toMatchObject({ why: 'anotherDevice', open: true });
  });

  test('[UNK-1] the device that a link was first opened on raises none, also when it leaves and comes back', () => {
    const script = underWay().must(from(DANA), { type: 'presence.leave', quickly: false });
    admits(knocks(script, DANA), DANA);
    expect(casesIn(script)).toEqual([]);
  });

  test('[UNK-1] a new link from the host makes its first device expected, unless an older one still has its place', () => {
    const anew = (script: Script): Script => {
      script.must(from(AMINA), { type: 'invitation.issue', participant: DANA }, { freshId: linkOf(DANA, 2) });
      return knocks(opensLink(script, DANA, 2, 2), DANA, 2);
    };
    expect(casesIn(anew(opensLink(started(), DANA)))).toEqual([]);
    expect(casesIn(anew(underWay().must(from(DANA), { type: 'presence.leave', quickly: false })))).toEqual([]);
    expect(only(anew(underWay()))).toMatchObject({ why: 'anotherDevice', open: true });
  });

  test('[UNK-1] the alarm stays through waiting, being let in and losing the line, until the host has dealt with it', () => {
    const script = admits(secondKnocks(), DANA, 2);
    script.must(SYSTEM, { type: 'session.lose', session: DANA_2 }).must(SYSTEM, { type: 'connections.reset' });
    expect(only(script)).toMatchObject({ state: 'noticed', open: true });
    expect(steps(script, 'unknown.introduce') && only(script)).toMatchObject({ state: 'introduced', open: false });
  });

  test('[UNK-1] a device that was introduced once is expected from then on', () => {
    const script = steps(secondKnocks(), 'unknown.introduce');
    admits(script, DANA, 2).must(from(DANA, 2), { type: 'presence.leave', quickly: false });
    knocks(script, DANA, 2);
    expect(only(script)).toMatchObject({ state: 'introduced', open: false });
  });

  test('[UNK-1] the person who knocks is told nothing of the alarm', () => {
    const expected = knocks(opensLink(started(), DANA), DANA).viewOf(DANA);
    const unexpected = knocks(opensLink(opensLink(started(), DANA), DANA, 2), DANA, 2).viewOf(DANA, DANA_2);
    expect(unexpected).toEqual(expected);
  });

  test('[UNK-1] staff who sign in on one more device raise no alarm', () => {
    const script = signsIn(withColleague(underWay()), PRIYA, 2).must(from(PRIYA, 2), { type: 'presence.enter' });
    expect(casesIn(script)).toEqual([]);
  });
});

describe('noticing somebody by eye or ear', () => {
  test('[UNK-3] a voice is noticed near a device, or nobody knows where; a person on a device as well', () => {
    const script = underWay();
    for (const [about, session] of [
      ['nearby', deviceOf(SAM)],
      ['nearby', null],
      ['device', deviceOf(DANA)],
    ] as const)
      script.must(from(AMINA), { type: 'unknown.notice', about, session, words: 'A man' });
    expect(casesIn(script).map(({ about, why, by, open }) => [about.is, about.session, why, by, open])).toEqual([
      ['nearby', deviceOf(SAM), 'reported', AMINA, true],
      ['nearby', null, 'reported', AMINA, true],
      ['device', deviceOf(DANA), 'reported', AMINA, true],
    ]);
  });

  test('[UNK-3] every professional with a seat may say so, the health visitor who came by link too; nobody of the family may', () => {
    const script = comesIn(withNurse(withColleague(underWay())), LENA);
    const notice = { type: 'unknown.notice', about: 'nearby', session: deviceOf(SAM), words: '' } as const;
    expect([PRIYA, LENA, DANA, SAM].map((who) => script.attempt({ actor: from(who), command: notice }))).toEqual([
      null,
      null,
      'notYours',
      'notYours',
    ]);
  });

  test('[UNK-3] a colleague speaks of those whom they see; of a device at the door only the host, who sees the lobby', () => {
    const script = knocks(opensLink(withColleague(underWay()), RAY), RAY);
    const notice = { type: 'unknown.notice', about: 'device', session: deviceOf(RAY), words: '' } as const;
    expect(script.attempt({ actor: from(PRIYA), command: notice })).toBe('notFound');
    expect(script.attempt({ actor: from(AMINA), command: notice })).toBe(null);
    expect(script.attempt({ actor: from(AMINA), command: notice })).toBe('alreadyNoticed');
  });

  test('[UNK-3] a device that is not there cannot be noticed', () => {
    const script = opensLink(underWay(), RAY);
    for (const session of [deviceOf(RAY), deviceOf(PRIYA), null]) {
      const command = { type: 'unknown.notice', about: 'device', session, words: '' } as const;
      expect(script.attempt({ actor: from(AMINA), command })).toBe('notFound');
    }
  });

  test('[UNK-3] at most twelve matters are raised by hand at a time', () => {
    const script = underWay();
    const command = { type: 'unknown.notice', about: 'nearby', session: null, words: '' } as const;
    for (let n = 0; n < 12; n += 1) script.must(from(AMINA), command);
    expect(script.attempt({ actor: from(AMINA), command })).toBe('tooManyCases');
    steps(script, 'unknown.introduce');
    expect(script.attempt({ actor: from(AMINA), command })).toBe(null);
  });

  test('[UNK-3] however many devices knock with one link, everybody may still raise the alarm', () => {
    const script = withColleague(underWay());
    for (let device = 2; device < 18; device += 1) {
      knocks(opensLink(script, DANA, device), DANA, device);
      script.must(from(DANA, device), { type: 'presence.leave', quickly: false });
    }
    expect(casesIn(script)).toHaveLength(16);
    script.must(from(PRIYA), { type: 'unknown.notice', about: 'nearby', session: deviceOf(SAM), words: 'A man' });
    expect(script.viewOf(AMINA).can['unknown.notice']).toBe('yes');
  });

  test('[JOIN-3] a professional at the door cannot tell from what they may do whether the visit has started, nor who is in it', () => {
    const script = knocks(opensLink(withNurse(signsIn(started(), PRIYA)), LENA), LENA);
    const keys = Object.keys(script.viewOf(LENA).can);
    expect(keys.filter((key) => /unknown|sight|senses/.test(key))).toEqual(['senses.answer']);
    expect(JSON.stringify(script.viewOf(LENA))).not.toContain(deviceOf(AMINA));
    expect(JSON.stringify(script.viewOf(PRIYA))).not.toContain(deviceOf(AMINA));
  });
});
