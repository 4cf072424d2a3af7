import { describe, expect, test } from 'vitest';
import { AMINA, DANA, deviceOf, from, HOST_IN_OFFICE, LENA, linkOf, PRIYA, RAY, SAM } from '../../testing/personas.ts';
import { answers, asks, BLUE, family, goes, namesIn, opens, roomOf, seatsIn } from '../../testing/roomScript.ts';
import { comesIn, knocks, opensLink, type Script, signsIn, withColleague, withLinks } from '../../testing/script.ts';
import { SYSTEM } from '../actor.ts';
import type { RoomId } from '../ids.ts';
import { spaceOf } from './spaces.ts';

describe('people who are kept apart', () => {
  const apart = (): Script =>
    withLinks().must(HOST_IN_OFFICE, {
      type: 'separation.order',
      participant: DANA,
      against: { is: 'these', people: [RAY] },
    });
  const bothIn = (): Script => {
    const script = signsIn(apart(), AMINA)
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
    const again = { participant: RAY, invitation: linkOf(RAY), identity: 'ownLink', device: 'phone' } as const;
    const open = { type: 'session.open', session: deviceOf(RAY, 2), ...again } as const;
    expect(script.attempt({ actor: SYSTEM, command: open })).toBe('visitEnded');
    script.must(from(AMINA), { type: 'visit.end', words: 'Until Friday' });
    expect(script.viewOf(DANA)).toMatchObject({ why: 'ended', words: 'Until Friday' });
    expect(script.viewOf(RAY)).toMatchObject({ why: 'ended', words: 'Thank you, Ray' });
  });

  test('[PRIV-5] who was only waiting when their side ended hears that it is over, and not the words', () => {
    const script = knocks(opensLink(bothIn(), RAY, 2), RAY, 2);
    script.must(from(AMINA), { type: 'space.end', room: 'main-2' as RoomId, words: 'Thank you, Ray' });
    expect(script.viewOf(RAY, deviceOf(RAY, 2))).toMatchObject({ screen: 'out', why: 'ended', words: null });
  });

  test('[PRIV-5] [PRIV-6] whoever interprets for one of them is on their side, also where no order names the interpreter', () => {
    const script = apart().must(HOST_IN_OFFICE, {
      type: 'roster.add',
      person: { participant: LENA, name: 'Lena Voss', role: 'interpreter', relationship: '', staff: null, helps: RAY },
    });
    expect([spaceOf(script.current, LENA), spaceOf(script.current, RAY), spaceOf(script.current, DANA)]).toEqual([
      'main-2',
      'main-2',
      'main',
    ]);
  });

  test('[PRIV-5] come back to their own main room, from wherever they were', () => {
    const script = goes(opens(bothIn()), RAY).must(from(AMINA), { type: 'room.close', room: BLUE });
    expect(namesIn(script, RAY)).toEqual([RAY]);
    script.must(from(RAY), { type: 'presence.leave', quickly: false });
    knocks(script, RAY).must(from(AMINA), { type: 'lobby.admit', session: deviceOf(RAY) });
    expect(namesIn(script, RAY)).toEqual([RAY]);
  });
});
