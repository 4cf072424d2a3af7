import { describe, expect, test } from 'vitest';
import { AMINA, DANA, deviceOf, from, PRIYA, RAY, SAM } from '../../testing/personas.ts';
import { knocks, opensLink, type Script, signsIn, started, underWay } from '../../testing/script.ts';
import { SYSTEM } from '../actor.ts';
import { LAPSES_AFTER, nextDeadline, PLACE_KEPT } from '../deadlines.ts';
import { mediaPlan } from '../mediaPlan.ts';
import { attendance } from '../record.ts';

const loses = (script: Script, who: typeof DANA): Script =>
  script.must(SYSTEM, { type: 'session.lose', session: deviceOf(who) });
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
    const script = loses(underWay(), DANA);
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
    const dana = attendance(script.log).filter(({ participant }) => participant === DANA);
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
