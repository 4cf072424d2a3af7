import { describe, expect, test } from 'vitest';
import { atOnce } from '../../lib/unhurried.ts';
import { AMINA, DANA, deviceOf, from, keyOfDevice, linkOf, PRIYA, RAY, SAM } from '../../testing/personas.ts';
import { knocks, opensLink, type Script, signsIn, started, underWay } from '../../testing/script.ts';
import { SYSTEM } from '../actor.ts';
import { attendance } from '../attendance.ts';
import { LAPSES_AFTER, nextDeadline, PLACE_KEPT } from '../deadlines.ts';
import { mediaPlan } from '../mediaPlan.ts';

const loses = (script: Script, who: typeof DANA): Script =>
  script.must(SYSTEM, { type: 'session.lose', session: deviceOf(who) });
/** Whose key nobody waits for any more. */
const withKey = (script: Script): Script =>
  script.must(from(AMINA), { type: 'protection.offer', key: keyOfDevice(AMINA) });
const stateOf = (script: Script, who: typeof DANA): string | undefined => {
  const view = script.viewOf(AMINA);
  return 'console' in view ? view.console?.roster.find(({ participant }) => participant === who)?.state : undefined;
};

describe('a seat outlives its connection', () => {
  test('[SAFE-5] a device that drops keeps its seat and is shown to everyone as reconnecting', () => {
    const script = loses(underWay(), DANA);
    expect(script.viewOf(SAM)).toMatchObject({
      people: [{}, { name: 'Dana Hughes', devices: [{ connection: 'reconnecting' }] }, {}],
    });
    script.must(SYSTEM, { type: 'session.connect', session: deviceOf(DANA) });
    expect(script.viewOf(DANA).screen).toBe('room');
  });

  test('[SAFE-5] a device that stays silent loses its seat after five minutes, and then knocks again', () => {
    const script = loses(withKey(underWay()), DANA);
    expect(nextDeadline(script.current)).toBe(script.now + PLACE_KEPT);
    script.must(SYSTEM, { type: 'clock.pass' }, { wait: PLACE_KEPT - 1 });
    expect(script.happened).toEqual([]);
    script.must(SYSTEM, { type: 'clock.pass' }, { wait: 1 });
    expect(script.happened).toEqual(['session.seatLost']);
    expect(script.viewOf(DANA)).toMatchObject({ screen: 'out', why: 'seatLost' });
    expect(script.attempt({ actor: from(DANA), command: { type: 'lobby.knock' } })).toBe(null);
  });

  test('[SAFE-5] after a restart nobody counts as connected, and every seat is kept', () => {
    const script = underWay().must(SYSTEM, { type: 'connections.reset' });
    expect(script.happened).toEqual(['session.lost', 'session.lost', 'session.lost']);
    expect(mediaPlan(script.current).rooms[0]?.seats.length).toBe(3);
    expect(stateOf(script, DANA)).toBe('reconnecting');
  });

  test('a visit that everybody has abandoned ends by itself, without words', () => {
    const script = loses(loses(loses(underWay(), AMINA), DANA), SAM);
    script.must(SYSTEM, { type: 'clock.pass' }, { wait: LAPSES_AFTER });
    expect(script.happened).toContain('visit.ended');
    expect(script.viewOf(DANA, deviceOf(DANA))).toMatchObject({ screen: 'out', why: 'ended', words: null });
  });
});

describe('a device that opened its link and does not knock', () => {
  const checking = (): Script => loses(opensLink(withKey(started()), DANA), DANA);
  const isOver = (script: Script): Script => script.must(SYSTEM, { type: 'clock.pass' }, { wait: PLACE_KEPT });

  test('[ROST-2] is expected again once it has been silent for five minutes', () => {
    const script = checking();
    expect(nextDeadline(script.current)).toBe(script.now + PLACE_KEPT);
    script.must(SYSTEM, { type: 'clock.pass' }, { wait: PLACE_KEPT - 1 });
    expect(stateOf(script, DANA)).toBe('checking');
    script.must(SYSTEM, { type: 'clock.pass' }, { wait: 1 });
    expect(script.happened).toEqual(['session.seatLost']);
    expect(stateOf(script, DANA)).toBe('expected');
    expect(mediaPlan(script.current).rooms[0]?.prepared).toEqual([]);
    expect(nextDeadline(script.current)).toBe(null);
  });

  test('[ROST-2] also when it was never connected at all', () => {
    const script = started().must(SYSTEM, {
      type: 'session.open',
      session: deviceOf(DANA),
      participant: DANA,
      invitation: linkOf(DANA),
      identity: 'ownLink',
      device: 'phone',
    });
    expect(stateOf(script, DANA)).toBe('checking');
    expect(stateOf(isOver(script), DANA)).toBe('expected');
  });

  test('[SAFE-5] finds the check of its camera where it left it when it comes back, and may knock', () => {
    const script = isOver(checking()).must(SYSTEM, { type: 'session.connect', session: deviceOf(DANA) });
    expect(script.viewOf(DANA)).toMatchObject({ screen: 'arriving', can: { 'lobby.knock': 'yes' } });
    expect(stateOf(script, DANA)).toBe('checking');
    expect(mediaPlan(script.current).rooms[0]?.prepared).toEqual([{ session: deviceOf(DANA), participant: DANA }]);
    expect(knocks(script, DANA).viewOf(DANA).screen).toBe('waiting');
  });

  test('[JOIN-7] is no reason to call the next device of that link a second one', () => {
    const arrivalOf = (script: Script) => script.current.sessions.get(deviceOf(DANA, 2))?.arrival;
    expect(arrivalOf(opensLink(checking(), DANA, 2))).toBe('second');
    expect(arrivalOf(opensLink(isOver(checking()), DANA, 2))).toBe('again');
  });

  test('[ROST-5] is not at the door again when its person was put out meanwhile', () => {
    const script = isOver(checking()).must(from(AMINA), { type: 'lobby.remove', participant: DANA });
    script.must(SYSTEM, { type: 'session.connect', session: deviceOf(DANA) });
    expect(script.viewOf(DANA)).toMatchObject({ screen: 'out', why: 'removed' });
    expect(stateOf(script, DANA)).toBe('removed');
    expect(mediaPlan(script.current).rooms[0]?.prepared).toEqual([]);
  });

  test('[ROST-2] staff who looked in and went are expected again, too', () => {
    const script = isOver(loses(signsIn(started(), PRIYA), PRIYA));
    expect(stateOf(script, PRIYA)).toBe('expected');
    script.must(SYSTEM, { type: 'session.connect', session: deviceOf(PRIYA) });
    expect(script.attempt({ actor: from(PRIYA), command: { type: 'presence.enter' } })).toBe(null);
  });

  test('[ROST-2] the record says that they got ready, and were expected again', () => {
    const dana = atOnce(attendance(isOver(checking()).log)).filter(({ participant }) => participant === DANA);
    expect(dana.map(({ state }) => state)).toEqual(['checking', 'expected']);
  });
});

describe('coming and going', () => {
  test('[JOIN-3] staff of the visit enter without being admitted, once it is open', () => {
    const script = signsIn(started(), PRIYA);
    expect(script.attempt({ actor: from(PRIYA), command: { type: 'presence.enter' } })).toBe(null);
    expect(script.attempt({ actor: from(DANA), command: { type: 'presence.enter' } })).toBe('notYours');
  });

  test('leaving gives the seat up; coming back is knocking again', () => {
    const script = underWay().must(from(DANA), { type: 'presence.leave', quickly: false });
    expect(script.viewOf(DANA)).toMatchObject({ screen: 'out', why: 'left', can: { 'lobby.knock': 'yes' } });
    expect(
      script.attempt({ actor: from(DANA), command: { type: 'presence.setMedia', microphone: 'off', camera: 'on' } }),
    ).toBe('notInside');
  });

  test('[CARE-5] leaving quickly is told to the host alone, and looks to others like any leaving', () => {
    const quick = underWay().must(from(DANA), { type: 'presence.leave', quickly: true });
    const plain = underWay().must(from(DANA), { type: 'presence.leave', quickly: false });
    expect(quick.viewOf(SAM)).toEqual(plain.viewOf(SAM));
    expect(JSON.stringify(quick.viewOf(AMINA))).toContain('"quickExit":true');
    expect(JSON.stringify(plain.viewOf(AMINA))).not.toContain('"quickExit":true');
  });

  test('[CARE-5] another device at the door does not hide that somebody left quickly; coming back in does', () => {
    const script = knocks(opensLink(underWay(), DANA, 2), DANA, 2);
    script.must(from(DANA), { type: 'presence.leave', quickly: true });
    expect(JSON.stringify(script.viewOf(AMINA))).toContain('"quickExit":true');
    script.must(from(AMINA), { type: 'lobby.admit', session: deviceOf(DANA, 2) });
    expect(JSON.stringify(script.viewOf(AMINA))).not.toContain('"quickExit":true');
  });

  test('[FLOOR-2] a microphone and a camera are switched by their own person and nobody else', () => {
    const script = underWay().must(from(DANA), { type: 'presence.setMedia', microphone: 'off', camera: 'on' });
    const seatOf = (who: typeof DANA) =>
      mediaPlan(script.current).rooms[0]?.seats.find(({ participant }) => participant === who);
    expect(seatOf(DANA)).toMatchObject({ audio: 'closed', video: 'open' });
    script.must(from(AMINA), { type: 'presence.setMedia', microphone: 'on', camera: 'off' });
    expect(seatOf(DANA)).toMatchObject({ audio: 'closed', video: 'open' });
    expect(seatOf(AMINA)).toMatchObject({ audio: 'open', video: 'closed' });
  });

  test('nobody speaks from somebody else’s device', () => {
    const actor = { kind: 'person', participant: RAY, session: deviceOf(DANA) } as const;
    expect(underWay().attempt({ actor, command: { type: 'presence.leave', quickly: false } })).toBe('notYours');
  });

  test('[SEE-2] sound goes before pictures, the child’s picture before the parents’, theirs before the rest', () => {
    const seats = mediaPlan(underWay().current).rooms[0]?.seats ?? [];
    const videos = Object.fromEntries(seats.map((seat) => [seat.participant, seat.videoPriority]));
    expect(videos[SAM]).toBeGreaterThan(videos[DANA] ?? 0);
    expect(videos[DANA]).toBeGreaterThan(videos[AMINA] ?? 0);
    for (const seat of seats) expect(seat.audioPriority).toBeGreaterThan(Math.max(...Object.values(videos)));
  });
});

describe('the roster', () => {
  test('[ROST-2] follows each person from expected to left', () => {
    const script = started();
    const told: (string | undefined)[] = [stateOf(script, DANA)];
    const note = (): void => {
      told.push(stateOf(script, DANA));
    };
    opensLink(script, DANA);
    note();
    knocks(script, DANA);
    note();
    script.must(from(AMINA), { type: 'lobby.admit', session: deviceOf(DANA) });
    note();
    loses(script, DANA);
    note();
    script.must(SYSTEM, { type: 'session.connect', session: deviceOf(DANA) });
    note();
    script.must(from(DANA), { type: 'presence.leave', quickly: false });
    note();
    expect(told).toEqual(['expected', 'checking', 'waiting', 'here', 'reconnecting', 'here', 'left']);
  });

  test('[ROST-2] every change is in the record with its time', () => {
    const script = underWay().must(from(DANA), { type: 'presence.leave', quickly: false }, { wait: 60_000 });
    const dana = atOnce(attendance(script.log)).filter(({ participant }) => participant === DANA);
    expect(dana.map(({ state }) => state)).toEqual(['checking', 'waiting', 'here', 'left']);
    expect(dana.at(-1)?.at).toBe(script.now);
  });

  test('[ROST-1] says how each identity is known and on which device, to everyone in the room', () => {
    const view = underWay().viewOf(SAM);
    expect(view).toMatchObject({
      screen: 'room',
      people: [
        { name: 'Amina Okafor', role: 'host', identity: 'signedIn', devices: [{ device: 'computer' }] },
        {
          name: 'Dana Hughes',
          role: 'parent',
          relationship: 'mother',
          identity: 'ownLink',
          devices: [{ device: 'phone' }],
        },
        { name: 'Sam Hughes', role: 'child', identity: 'ownLink' },
      ],
    });
  });

  test('[ROST-1] the console, the purpose and other people’s links are the host’s alone', () => {
    const script = signsIn(underWay(), PRIYA).must(from(PRIYA), { type: 'presence.enter' });
    expect(script.viewOf(AMINA)).toMatchObject({
      console: { roster: expect.any(Array) },
      purpose: 'To hear how Sam is getting on',
    });
    expect(script.viewOf(PRIYA)).toMatchObject({ console: null });
    expect(script.viewOf(DANA)).toMatchObject({ console: null, purpose: null });
    expect(JSON.stringify(script.viewOf(DANA))).not.toContain('link');
  });
});
