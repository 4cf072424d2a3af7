import { describe, expect, test } from 'vitest';
import { AMINA, DANA, deviceOf, from, HOST_IN_OFFICE, LENA, PRIYA, RAY, SAM } from '../../testing/personas.ts';
import {
  comesIn,
  knocks,
  opensLink,
  type Script,
  signsIn,
  underWay,
  withColleague,
  withNurse,
} from '../../testing/script.ts';
import { SYSTEM } from '../actor.ts';
import type { ParticipantId, SessionId } from '../ids.ts';
import type { Sight } from './state.ts';

const sees = (script: Script, who: ParticipantId, sight: Sight, by = AMINA, device = 1) =>
  script.attempt({ actor: from(by, device), command: { type: 'sight.tell', session: deviceOf(who), sight } });
const shownToHost = (script: Script, who: ParticipantId): Sight | null | undefined => {
  const view = script.viewOf(AMINA, null);
  if (view.screen !== 'preparing') throw new Error('The host looks from the office');

  return view.console?.roster.find(({ participant }) => participant === who)?.devices[0]?.sight;
};

describe('what a professional sees of the child and the parents', () => {
  test('[SEE-4] a picture that stands still, is black, is lost or off is shown to the host as such', () => {
    const script = underWay();
    expect(shownToHost(script, SAM)).toBe(null);
    for (const sight of ['seen', 'frozen', 'black', 'lost', 'off', 'notShown'] as const) {
      expect(sees(script, SAM, sight)).toBe(null);
      expect(shownToHost(script, SAM)).toBe(sight);
    }
  });

  test('[SEE-4] is said by professionals with a seat, of children and parents in their own room', () => {
    const script = comesIn(comesIn(withNurse(withColleague(underWay())), LENA), RAY);
    expect([AMINA, PRIYA, LENA].map((by) => sees(script, SAM, 'seen', by))).toEqual([null, null, null]);
    expect([DANA, SAM, RAY].map((by) => sees(script, SAM, 'black', by))).toEqual(Array.from('123', () => 'notYours'));
    expect([RAY, PRIYA, AMINA].map((who) => sees(script, who, 'seen'))).toEqual(Array.from('123', () => 'notFound'));
    expect(
      script.attempt({ actor: HOST_IN_OFFICE, command: { type: 'sight.tell', session: deviceOf(SAM), sight: 'seen' } }),
    ).toBe('notYours');
  });

  test('[SEE-4] nobody is seen who is not inside', () => {
    const script = knocks(opensLink(underWay(), DANA, 2), DANA, 2);
    const command = { type: 'sight.tell', session: deviceOf(DANA, 2), sight: 'seen' } as const;
    expect(script.attempt({ actor: from(AMINA), command })).toBe('notFound');
    expect(script.attempt({ actor: from(AMINA), command: { ...command, session: 'none' as SessionId } })).toBe(
      'notFound',
    );
    expect(sees(signsIn(script, PRIYA), SAM, 'seen', PRIYA)).toBe('notYours');
  });

  test('[SEE-4] the host is shown what the host’s own screen shows, not what a colleague’s does', () => {
    const script = withColleague(underWay());
    sees(script, SAM, 'frozen');
    sees(script, SAM, 'seen', PRIYA);
    expect(shownToHost(script, SAM)).toBe('frozen');
  });

  test('[SEE-4] whom one of the host’s two screens shows is seen', () => {
    const script = signsIn(underWay(), AMINA, 2).must(from(AMINA, 2), { type: 'presence.enter' });
    sees(script, SAM, 'seen');
    sees(script, SAM, 'notShown', AMINA, 2);
    expect(shownToHost(script, SAM)).toBe('seen');
    sees(script, SAM, 'frozen');
    expect(shownToHost(script, SAM)).toBe('frozen');
  });

  test('[SEE-4] a screen that is not heard from any more says nothing', () => {
    const script = underWay();
    sees(script, SAM, 'seen');
    script.must(SYSTEM, { type: 'session.lose', session: deviceOf(AMINA) });
    expect(shownToHost(script, SAM)).toBe(null);
  });

  test('[SEE-4] whoever leaves neither sees nor is seen; coming back, they are looked at anew', () => {
    const script = underWay();
    sees(script, SAM, 'seen');
    script.must(from(SAM), { type: 'presence.leave', quickly: false });
    knocks(script, SAM).must(from(AMINA), { type: 'lobby.admit', session: deviceOf(SAM) });
    expect(shownToHost(script, SAM)).toBe(null);
    sees(script, SAM, 'seen');
    script.must(from(AMINA), { type: 'presence.leave', quickly: false });
    script.must(from(AMINA), { type: 'presence.enter' });
    expect(shownToHost(script, SAM)).toBe(null);
  });

  test('[SEE-4] is never told to the family, nor to a colleague', () => {
    const script = withColleague(underWay());
    sees(script, SAM, 'frozen');
    for (const who of [DANA, SAM, PRIYA]) expect(JSON.stringify(script.viewOf(who))).not.toContain('frozen');
  });
});

describe('whom every professional keeps in sight', () => {
  const pinnedFor = (script: Script, who: ParticipantId, device = 1): readonly string[] => {
    const view = script.viewOf(who, deviceOf(who, device));
    return view.screen === 'room'
      ? view.people.filter(({ pinned }) => pinned).map(({ participant }) => participant)
      : [];
  };

  test('[SEE-1] the child and the parents, on the screen of each professional, and of nobody else', () => {
    const script = comesIn(comesIn(withNurse(withColleague(underWay())), LENA), RAY);
    expect([AMINA, PRIYA, LENA].map((who) => pinnedFor(script, who))).toEqual(Array.from('123', () => [DANA, SAM]));
    expect([DANA, SAM, RAY].map((who) => pinnedFor(script, who))).toEqual([[], [], []]);
  });

  test('[SEE-1] through late joining, a lost line and a second device', () => {
    const script = underWay().must(from(SAM), { type: 'presence.leave', quickly: false });
    expect(pinnedFor(script, AMINA)).toEqual([DANA]);
    comesIn(script, SAM, 2).must(SYSTEM, { type: 'session.lose', session: deviceOf(SAM, 2) });
    expect(pinnedFor(script, AMINA)).toEqual([DANA, SAM]);
    signsIn(script, AMINA, 2).must(from(AMINA, 2), { type: 'presence.enter' });
    expect(pinnedFor(script, AMINA, 2)).toEqual([DANA, SAM]);
  });
});
