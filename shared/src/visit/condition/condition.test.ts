import { describe, expect, test } from 'vitest';
import { AMINA, DANA, deviceOf, from, HOST_IN_OFFICE, PRIYA, RAY, SAM } from '../../testing/personas.ts';
import { opensLink, type Script, underWay, withColleague } from '../../testing/script.ts';
import { SYSTEM } from '../actor.ts';
import { mediaPlan } from '../mediaPlan.ts';
import { type Condition, UNTOLD } from './state.ts';

const FINE: Condition = { blur: 'off', camera: 'ordinary', interruption: 'none', hears: 'yes' };
const tells = (script: Script, change: Partial<Condition>, who = DANA): Script =>
  script.must(from(who), { type: 'condition.tell', condition: { ...FINE, ...change } });
const gatesOf = (script: Script, who = DANA) =>
  mediaPlan(script.current)
    .rooms.flatMap(({ seats }) => seats)
    .filter(({ participant }) => participant === who)
    .map(({ audio, video }) => [audio, video])[0];
/** One device as the host sees it. */
const seenByHost = (script: Script, who = DANA) => {
  const view = script.viewOf(AMINA);
  if (view.screen !== 'room') throw new Error('The host is inside');

  return view.console?.roster.find(({ participant }) => participant === who)?.devices[0];
};

describe('a background that is blurred', () => {
  test('[SEE-3] lets no picture through at the server until it is off; the voice goes on', () => {
    const script = tells(underWay(), { blur: 'on' });
    expect(gatesOf(script)).toEqual(['open', 'closed']);
    expect(gatesOf(tells(script, { blur: 'off' }))).toEqual(['open', 'open']);
  });

  test('[SEE-3] is told to that person, and to the host by its name; the others see only that the picture is held', () => {
    const script = tells(withColleague(underWay()), { blur: 'on' });
    expect(script.viewOf(DANA)).toMatchObject({ me: { pictureHeld: 'blur' } });
    expect(seenByHost(script)).toMatchObject({ blur: 'on', pictureHeld: true });
    for (const who of [SAM, PRIYA]) {
      expect(JSON.stringify(script.viewOf(who))).toContain('"pictureHeld":true');
      expect(JSON.stringify(script.viewOf(who))).not.toContain('blur');
    }
  });

  test('[SEE-3] is “not known” until a device has said, never “off”', () => {
    expect(UNTOLD.blur).toBe('notKnown');
    expect(seenByHost(underWay())).toMatchObject({ blur: 'notKnown' });
    expect(seenByHost(tells(underWay(), { blur: 'notKnown' }))).toMatchObject({ blur: 'notKnown' });
    expect(gatesOf(tells(underWay(), { blur: 'notKnown' }))).toEqual(['open', 'open']);
  });

  test('[SEE-3] holds nothing back that is off anyway', () => {
    const script = tells(underWay(), { blur: 'on' }).must(from(DANA), {
      type: 'presence.setMedia',
      microphone: 'on',
      camera: 'off',
    });
    expect(seenByHost(script)).toMatchObject({ camera: 'off', pictureHeld: false });
  });

  test('[SEE-3] is remembered through a lost line, a restart and a second look at the door', () => {
    const script = tells(underWay(), { blur: 'on' })
      .must(SYSTEM, { type: 'connections.reset' })
      .must(SYSTEM, { type: 'session.connect', session: deviceOf(AMINA) })
      .must(SYSTEM, { type: 'session.connect', session: deviceOf(DANA) });
    expect(gatesOf(script)).toEqual(['open', 'closed']);
    script.must(from(DANA), { type: 'presence.leave', quickly: false }).must(from(DANA), { type: 'lobby.knock' });
    script.must(from(AMINA), { type: 'lobby.admit', session: deviceOf(DANA) });
    expect(gatesOf(script)).toEqual(['open', 'closed']);
  });
});

describe('a device that cannot hear', () => {
  test('[SEE-4] is not heard and not seen either, because its holder could not know', () => {
    const script = tells(underWay(), { hears: 'no' });
    expect(gatesOf(script)).toEqual(['closed', 'closed']);
    expect(script.viewOf(DANA)).toMatchObject({ me: { pictureHeld: 'cannotHear' } });
    expect(JSON.stringify(script.viewOf(SAM))).toContain('"hears":"no"');
    expect(gatesOf(tells(script, {}))).toEqual(['open', 'open']);
  });

  test('[FLOOR-2] hearing again opens nothing that its holder has closed', () => {
    const script = underWay().must(from(DANA), { type: 'presence.setMedia', microphone: 'off', camera: 'off' });
    expect(gatesOf(tells(tells(script, { hears: 'no' }), {}))).toEqual(['closed', 'closed']);
  });
});

describe('a camera that is a program', () => {
  test('[SEE-7] is shown to the host, and to nobody else', () => {
    const script = tells(withColleague(underWay()), { camera: 'virtual' });
    expect(seenByHost(script)).toMatchObject({ cameraKind: 'virtual' });
    for (const who of [SAM, PRIYA, DANA]) expect(JSON.stringify(script.viewOf(who))).not.toContain('virtual');
    expect(gatesOf(script)).toEqual(['open', 'open']);
  });

  test('[SEE-7] a camera of which nothing was said is not called an ordinary one', () => {
    expect(seenByHost(underWay())).toMatchObject({ cameraKind: 'notKnown' });
  });
});

describe('an interruption', () => {
  test('[SEE-4] is shown to everyone in the room, in which nobody need guess why a picture stands still', () => {
    const script = tells(underWay(), { interruption: 'camera' });
    expect(JSON.stringify(script.viewOf(SAM))).toContain('"interruption":"camera"');
  });

  test('[ROST-2] another app in front is “away”, since then, until it is over', () => {
    const script = tells(underWay(), {});
    script.must(
      from(DANA),
      { type: 'condition.tell', condition: { ...FINE, interruption: 'hidden' } },
      { wait: 5_000 },
    );
    const state = () => {
      const view = script.viewOf(AMINA);
      return view.screen === 'room' ? view.console?.roster.find(({ participant }) => participant === DANA) : undefined;
    };
    expect(state()).toMatchObject({ state: 'away', since: script.now });
    expect(tells(script, {}) && state()).toMatchObject({ state: 'here' });
  });

  test('[ROST-2] “away” counts from when the app was hidden, whatever else the device says meanwhile', () => {
    const script = tells(underWay(), { interruption: 'hidden' });
    const hidden = script.now;
    const later = { ...FINE, interruption: 'hidden', camera: 'virtual' } as const;
    script.must(from(DANA), { type: 'condition.tell', condition: later }, { wait: 9_000 });
    expect(script.viewOf(AMINA)).toMatchObject({
      console: { roster: [{}, {}, { participant: DANA, state: 'away', since: hidden }, {}, {}] },
    });
  });
});

test('[SEE-3] what a device says of itself shuts its own gates and opens none; it goes on receiving what its seat gives it', () => {
  const seatsOf = (script: Script) => mediaPlan(script.current).rooms.flatMap(({ seats }) => seats);
  const others = (script: Script) => seatsOf(script).filter(({ participant }) => participant !== DANA);
  const before = underWay();
  for (const change of [{ hears: 'no' }, { interruption: 'hidden' }] as const) {
    const script = tells(underWay(), change);
    expect(others(script)).toEqual(others(before));
    expect(seatsOf(script).map(({ session }) => session)).toContain(deviceOf(DANA));
    expect(gatesOf(script)).toEqual('hears' in change ? ['closed', 'closed'] : ['open', 'open']);
  }
  const off = { type: 'presence.setMedia', microphone: 'off', camera: 'off' } as const;
  expect(gatesOf(tells(underWay().must(from(DANA), off), {}))).toEqual(['closed', 'closed']);
});

test('[SEE-3] every device speaks for itself: not for another, not from the office, not when it is out', () => {
  const script = opensLink(underWay(), RAY);
  const command = { type: 'condition.tell', condition: { ...FINE, hears: 'no' } } as const;
  expect(script.attempt({ actor: { kind: 'person', participant: RAY, session: deviceOf(DANA) }, command })).toBe(
    'notYours',
  );
  expect(script.attempt({ actor: HOST_IN_OFFICE, command })).toBe('notYours');
  script.must(from(RAY), { type: 'presence.leave', quickly: false });
  expect(script.attempt({ actor: from(RAY), command })).toBe('notInside');
});
