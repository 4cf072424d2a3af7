import { describe, expect, test } from 'vitest';
import { AMINA, DANA, deviceOf, from, LENA, linkOf, PRIYA, RAY, SAM } from '../../testing/personas.ts';
import {
  admits,
  knocks,
  opensLink,
  type Script,
  signsIn,
  started,
  underWay,
  withColleague,
  withLinks,
  withNurse,
} from '../../testing/script.ts';
import { mediaPlan } from '../mediaPlan.ts';
import { rosterStates } from '../rosterStates.ts';
import { viewFor } from '../view.ts';

describe('the lobby', () => {
  test('[JOIN-3] arriving early never admits: the start of the visit and the host’s entry let nobody in', () => {
    const script = signsIn(knocks(opensLink(withLinks(), DANA), DANA), AMINA);
    script.must(from(AMINA), { type: 'visit.start' }).must(from(AMINA), { type: 'presence.enter' });
    expect(script.viewOf(DANA).screen).toBe('waiting');
  });

  test('[JOIN-3] nobody can be admitted before the visit has started', () => {
    const script = signsIn(knocks(opensLink(withLinks(), DANA), DANA), AMINA);
    expect(script.attempt({ actor: from(AMINA), command: { type: 'lobby.admit', session: deviceOf(DANA) } })).toBe(
      'visitNotOpen',
    );
  });

  test('[JOIN-3] admitting is one by one: the others go on waiting', () => {
    const script = started();
    for (const who of [DANA, SAM, RAY]) knocks(opensLink(script, who), who);
    admits(script, DANA);
    expect([DANA, SAM, RAY].map((who) => script.viewOf(who).screen)).toEqual(['room', 'waiting', 'waiting']);
  });

  test('[JOIN-3] only the host admits; not a colleague, not a parent for the child, not oneself', () => {
    const script = knocks(opensLink(signsIn(underWay(), PRIYA), RAY), RAY).must(from(PRIYA), {
      type: 'presence.enter',
    });
    for (const who of [PRIYA, DANA, SAM, RAY]) {
      expect(script.attempt({ actor: from(who), command: { type: 'lobby.admit', session: deviceOf(RAY) } })).toBe(
        'notYours',
      );
    }
  });

  test('[JOIN-3] whoever only opened the link, and has not knocked, cannot be admitted', () => {
    const script = opensLink(started(), DANA);
    expect(script.attempt({ actor: from(AMINA), command: { type: 'lobby.admit', session: deviceOf(DANA) } })).toBe(
      'notWaiting',
    );
  });

  test('[JOIN-3] a professional of another agency comes by link and waits like everyone else', () => {
    const script = started();
    const nurse = {
      participant: 'nurse' as typeof RAY,
      name: 'Lena Voss',
      role: 'otherProfessional',
      relationship: 'health visitor',
      staff: null,
    } as const;
    script.must(from(AMINA), { type: 'roster.add', person: nurse });
    script.must(
      from(AMINA),
      { type: 'invitation.issue', participant: nurse.participant },
      { freshId: linkOf(nurse.participant) },
    );
    opensLink(script, nurse.participant);
    expect(script.attempt({ actor: from(nurse.participant), command: { type: 'presence.enter' } })).toBe('notYours');
    knocks(script, nurse.participant);
    expect(script.viewOf(nurse.participant).screen).toBe('waiting');
  });

  test('[JOIN-3] a professional who joins the plan after the start is not named at the door', () => {
    const script = opensLink(opensLink(withNurse(started()), LENA), DANA);
    const before = [DANA, LENA].map((who) => script.viewOf(who));
    script.must(from(AMINA), {
      type: 'roster.add',
      person: {
        participant: 'officer' as typeof RAY,
        name: 'Lee Grant',
        role: 'otherProfessional',
        relationship: 'police officer',
        staff: null,
      },
    });
    expect([DANA, LENA].map((who) => script.viewOf(who))).toEqual(before);
    expect(before).toMatchObject([{ alsoExpected: [] }, { alsoExpected: [{ name: 'Priya Shah', role: 'colleague' }] }]);
  });

  test('[JOIN-3] refused once, a person may knock again; refused twice, the link is closed', () => {
    const script = knocks(opensLink(started(), RAY), RAY);
    expect(script.viewOf(AMINA)).toMatchObject({ console: { lobby: [{ participant: RAY, deniedBefore: false }] } });
    script.must(from(AMINA), { type: 'lobby.deny', session: deviceOf(RAY) });
    expect(script.viewOf(RAY)).toMatchObject({ screen: 'out', why: 'denied' });
    knocks(script, RAY);
    expect(script.viewOf(AMINA)).toMatchObject({ console: { lobby: [{ participant: RAY, deniedBefore: true }] } });
    script.must(from(AMINA), { type: 'lobby.deny', session: deviceOf(RAY) });
    expect(script.happened).toEqual(['session.denied', 'invitation.revoked']);
    expect(script.viewOf(RAY)).toMatchObject({ screen: 'out', why: 'linkClosed' });
    expect(script.attempt({ actor: from(RAY), command: { type: 'lobby.knock' } })).toBe('linkRevoked');
  });
});

test('[SAFE-6] a device that knocks and leaves, over and over, is heard no more in the end', () => {
  const script = opensLink(started(), RAY);
  for (let knock = 0; knock < 20; knock += 1)
    knocks(script, RAY).must(from(RAY), { type: 'presence.leave', quickly: false });
  expect(script.attempt({ actor: from(RAY), command: { type: 'lobby.knock' } })).toBe('putOut');
});

describe('putting somebody out', () => {
  test('[ROST-5] takes every device of theirs, and the link', () => {
    const script = knocks(opensLink(underWay(), DANA, 2), DANA, 2);
    script.must(from(AMINA), { type: 'lobby.remove', participant: DANA });
    expect(script.viewOf(DANA)).toMatchObject({ screen: 'out', why: 'removed' });
    expect(script.viewOf(DANA, deviceOf(DANA, 2))).toMatchObject({ screen: 'out', why: 'removed' });
    expect(mediaPlan(script.current).rooms.flatMap(({ seats }) => seats.map(({ participant }) => participant))).toEqual(
      [AMINA, SAM],
    );
    expect(script.attempt({ actor: from(DANA), command: { type: 'lobby.knock' } })).toBe('putOut');
  });

  test('[ROST-5] coming back takes a new link and a new admission', () => {
    const script = underWay().must(from(AMINA), { type: 'lobby.remove', participant: DANA });
    script.must(from(AMINA), { type: 'invitation.issue', participant: DANA }, { freshId: linkOf(DANA, 2) });
    opensLink(script, DANA, 2, 2);
    expect(script.viewOf(DANA, deviceOf(DANA, 2)).screen).toBe('arriving');
    expect(script.viewOf(DANA)).toMatchObject({ screen: 'out', why: 'removed' });
    admits(knocks(script, DANA, 2), DANA, 2);
    expect(script.viewOf(DANA, deviceOf(DANA, 2)).screen).toBe('room');
  });

  test('[ROST-5] a colleague who was put out does not walk back in: they knock and are admitted anew', () => {
    const script = signsIn(underWay(), PRIYA).must(from(PRIYA), { type: 'presence.enter' });
    script.must(from(AMINA), { type: 'lobby.remove', participant: PRIYA });
    expect(script.attempt({ actor: from(PRIYA), command: { type: 'presence.enter' } })).toBe('putOut');
    signsIn(script, PRIYA, 2);
    expect(script.attempt({ actor: from(PRIYA, 2), command: { type: 'presence.enter' } })).toBe('putOut');
    admits(knocks(script, PRIYA, 2), PRIYA, 2);
    expect(script.viewOf(PRIYA, deviceOf(PRIYA, 2)).screen).toBe('room');
  });

  test('[ROST-5] even a log that left them a seat would give them no media and show them to nobody', () => {
    const { current } = underWay();
    const dana = current.participants.get(DANA);
    if (dana === undefined) throw new Error('Dana is on the roster');
    const forged = {
      ...current,
      participants: new Map(current.participants).set(DANA, { ...dana, standing: 'removed' as const }),
    };
    expect(mediaPlan(forged).rooms[0]?.seats.map(({ participant }) => participant)).toEqual([AMINA, SAM]);
    expect(viewFor(forged, { participant: SAM, session: deviceOf(SAM) })).toMatchObject({
      people: [{ name: 'Amina Okafor' }, { name: 'Sam Hughes' }],
    });
  });

  test('[ROST-5] the host cannot be put out, not even by themselves', () => {
    expect(underWay().attempt({ actor: from(AMINA), command: { type: 'lobby.remove', participant: AMINA } })).toBe(
      'hostStays',
    );
  });
});

describe('putting one device out', () => {
  const withTwo = () => admits(knocks(opensLink(underWay(), DANA, 2), DANA, 2), DANA, 2);
  const out = (script: Script, who = DANA, device = 1): Script =>
    script.must(from(AMINA), { type: 'lobby.putOut', session: deviceOf(who, device) });
  const seats = (script: Script) =>
    mediaPlan(script.current).rooms.flatMap((room) => room.seats.map(({ session }) => session));

  test('[ROST-5] takes that one alone: the person’s other device and their link stay as they are', () => {
    const script = out(withTwo());
    expect(script.viewOf(DANA)).toMatchObject({ screen: 'out', why: 'removed' });
    expect(script.viewOf(DANA, deviceOf(DANA, 2)).screen).toBe('room');
    expect(seats(script)).toEqual([deviceOf(AMINA), deviceOf(SAM), deviceOf(DANA, 2)]);
    expect(script.current.invitations.get(linkOf(DANA))?.revoked).toBe(false);
    opensLink(script, DANA, 3);
    expect(script.viewOf(DANA, deviceOf(DANA, 3)).screen).toBe('arriving');
  });

  test('[ROST-5] [JOIN-3] it may knock, and comes in only when the host lets it in', () => {
    const script = knocks(out(withTwo()), DANA);
    expect(script.viewOf(DANA).screen).toBe('waiting');
    expect(seats(script)).not.toContain(deviceOf(DANA));
    expect(admits(script, DANA).viewOf(DANA).screen).toBe('room');
  });

  test('[ROST-5] a professional’s device does not walk back in by its sign-in, while their other one goes on', () => {
    const script = withColleague(underWay());
    signsIn(script, PRIYA, 2).must(from(PRIYA, 2), { type: 'presence.enter' });
    out(script, PRIYA, 2);
    expect(script.viewOf(PRIYA, deviceOf(PRIYA, 2))).toMatchObject({ screen: 'out', can: { 'lobby.knock': 'yes' } });
    expect(script.attempt({ actor: from(PRIYA, 2), command: { type: 'presence.enter' } })).toBe('putOut');
    expect(script.viewOf(PRIYA).screen).toBe('room');
    knocks(script, PRIYA, 2).must(from(AMINA), { type: 'lobby.deny', session: deviceOf(PRIYA, 2) });
    expect(script.attempt({ actor: from(PRIYA, 2), command: { type: 'presence.enter' } })).toBe('putOut');
    expect(admits(knocks(script, PRIYA, 2), PRIYA, 2).viewOf(PRIYA, deviceOf(PRIYA, 2)).screen).toBe('room');
  });

  test('[ROST-5] is the host’s alone, and of a device that is inside; her own stays', () => {
    const script = knocks(opensLink(withColleague(withTwo()), RAY), RAY);
    const asks = (who: typeof DANA, session = deviceOf(DANA)) =>
      script.attempt({ actor: from(who), command: { type: 'lobby.putOut', session } });
    expect([PRIYA, SAM, DANA, RAY].map((who) => asks(who))).toEqual(Array.from('1234', () => 'notYours'));
    expect(asks(AMINA, deviceOf(AMINA))).toBe('hostStays');
    expect(asks(AMINA, deviceOf(RAY))).toBe('notInside');
    expect(asks(AMINA, deviceOf(RAY, 9))).toBe('notFound');
    expect(script.must(from(AMINA), { type: 'visit.end', words: '' }) && asks(AMINA)).toBe('visitEnded');
  });

  test('[ROST-2] [ROST-5] the person is here as long as another device is', () => {
    const script = out(withTwo());
    const stateOf = () => rosterStates(script.current).find(({ participant }) => participant === DANA)?.state;
    expect(stateOf()).toBe('here');
    script.must(from(DANA, 2), { type: 'presence.leave', quickly: false });
    expect(stateOf()).toBe('removed');
  });

  test('[ROST-5] is not for the last device of somebody: then the person is removed, and the link with them', () => {
    const script = out(withTwo());
    const ask = { actor: from(AMINA), command: { type: 'lobby.putOut', session: deviceOf(DANA, 2) } } as const;
    expect(script.attempt(ask)).toBe('onlyDevice');
    expect(Object.keys(script.viewOf(AMINA).can).filter((key) => key.startsWith('lobby.putOut'))).toEqual([]);
  });

  test('[UNK-2] what was open about that device is settled with it, and nothing about the other', () => {
    const script = withTwo();
    const [second] = [...script.current.unknowns.values()];
    expect(second).toMatchObject({ open: true, about: { session: deviceOf(DANA, 2) } });
    const settled = () => [...out(script, DANA, 2).current.unknowns.values()].map(({ state, open }) => [state, open]);
    expect(settled()).toEqual([['removed', false]]);
  });
});
