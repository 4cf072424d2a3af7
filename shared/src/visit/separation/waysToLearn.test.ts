import { describe, expect, test } from 'vitest';
import {
  AMINA,
  DANA,
  deviceOf,
  from,
  HOST_IN_OFFICE,
  LENA,
  linkOf,
  PRIYA,
  RAY,
  SAM,
  TOM,
} from '../../testing/personas.ts';
import {
  chaired,
  comesIn,
  type Script,
  signsIn,
  started,
  underWay,
  withColleague,
  withLinks,
} from '../../testing/script.ts';
import { SYSTEM } from '../actor.ts';
import { MAIN_ROOM, type ParticipantId, type RoomId } from '../ids.ts';
import type { Against } from './state.ts';

const BLUE = 'blue-room' as RoomId;
const MAIN2 = 'main-2' as RoomId;
const these = (...people: readonly ParticipantId[]): Against => ({ is: 'these', people });
const allBut = (...people: readonly ParticipantId[]): Against => ({ is: 'allBut', people });
const order = (script: Script, participant: ParticipantId, against: Against): Script =>
  script.must(HOST_IN_OFFICE, { type: 'separation.order', participant, against });
const opens = (script: Script, told: 'withWhom' | 'away' | 'nothing' = 'withWhom'): Script =>
  script.must(from(AMINA), { type: 'room.open', told, mark: 'blue' }, { freshId: BLUE });
const asks = (script: Script, who: ParticipantId, device = 1): Script =>
  script.must(from(AMINA), { type: 'room.invite', room: BLUE, session: deviceOf(who, device) });
const comes = (script: Script, who: ParticipantId, device = 1): Script =>
  script.must(from(who, device), { type: 'room.answer', comes: true, alone: false });
const sees = (script: Script, who: ParticipantId, device = 1): string =>
  JSON.stringify(script.viewOf(who, deviceOf(who, device)));
const roomOf = (script: Script, who: ParticipantId) => {
  const standing = script.current.sessions.get(deviceOf(who))?.standing;
  return standing?.is === 'seated' ? standing.room : standing?.is;
};
const apartFromFather = (): Script => order(withLinks(), DANA, these(RAY));
const startedApart = (): Script =>
  signsIn(apartFromFather(), AMINA)
    .must(from(AMINA), { type: 'visit.start' })
    .must(from(AMINA), { type: 'presence.enter' });

describe('ways by which one could learn of somebody, or of another room', () => {
  test('[PRIV-5] whoever goes home never sits down beside somebody they are kept apart from', () => {
    // Sam sits in the first main room, Dana in a private one; then Sam is to be kept from Dana.
    const script = comes(asks(opens(comesIn(underWay(), RAY)), DANA), DANA);
    script.attempt({
      actor: HOST_IN_OFFICE,
      command: { type: 'separation.order', participant: SAM, against: these(DANA) },
    });
    if (script.refusal === 'stillTogether') return;
    const before = sees(script, SAM);
    script.attempt({ actor: from(DANA), command: { type: 'room.leave' } });
    expect(sees(script, SAM)).toBe(before);
    expect(roomOf(script, DANA)).not.toBe(roomOf(script, SAM));
  });

  test('[PRIV-5] the father’s screen does not change when the mother leaves a private room', () => {
    const script = comesIn(comesIn(startedApart(), RAY), DANA);
    comes(asks(opens(script), DANA), DANA).must(from(AMINA), { type: 'room.enter', room: BLUE });
    const before = sees(script, RAY);
    script.must(from(DANA), { type: 'room.leave' });
    expect(sees(script, RAY)).toBe(before);
  });
  test('[PRIV-5] … nor when she joins a talk with the child', () => {
    const script = comesIn(comesIn(comesIn(startedApart(), RAY), SAM), DANA);
    comes(asks(opens(script), SAM), SAM).must(from(AMINA), { type: 'room.enter', room: BLUE });
    const watcher = roomOf(script, RAY) === MAIN_ROOM ? RAY : DANA;
    const comer = watcher === RAY ? DANA : RAY;
    const [w, c] = [watcher, comer];
    asks(script, c);
    const before = JSON.parse(sees(script, w)).elsewhere;
    comes(script, c);
    expect(JSON.parse(sees(script, w)).elsewhere).toEqual(before);
  });

  test('[PRIV-5] whose side has ended hears nothing when the other side ends', () => {
    const script = comesIn(comesIn(startedApart(), RAY), DANA);
    const ray = roomOf(script, RAY) as RoomId;
    script.must(from(AMINA), { type: 'space.end', room: ray, words: 'Goodbye' });
    const before = sees(script, RAY);
    script.must(from(AMINA), { type: 'visit.end', words: 'Bye' });
    expect(sees(script, RAY)).toBe(before);
  });
  test('[PRIV-5] opening the link again tells nothing of the other side either', () => {
    const again = {
      type: 'session.open',
      session: deviceOf(RAY, 2),
      participant: RAY,
      invitation: linkOf(RAY),
      identity: 'ownLink',
      device: 'phone',
    } as const;
    const script = comesIn(comesIn(startedApart(), RAY), DANA);
    script.must(from(AMINA), { type: 'space.end', room: roomOf(script, RAY) as RoomId, words: 'Goodbye' });
    const during = script.attempt({ actor: SYSTEM, command: again });
    script.must(from(AMINA), { type: 'visit.end', words: 'Bye' });
    const after = script.attempt({ actor: SYSTEM, command: { ...again, session: deviceOf(RAY, 3) } });
    expect([during, after]).toEqual([after, after]);
  });

  test('[PRIV-5] whoever helps one who is kept apart is let in where that one is', () => {
    const script = withLinks()
      .must(HOST_IN_OFFICE, {
        type: 'roster.add',
        person: {
          participant: LENA,
          name: 'Lena Voss',
          role: 'interpreter',
          relationship: 'interprets for Dana',
          staff: null,
          helps: DANA,
        },
      })
      .must(HOST_IN_OFFICE, { type: 'invitation.issue', participant: LENA }, { freshId: linkOf(LENA) });
    // RAY is before/after DANA in the plan: the one in the second room needs her
    order(script, RAY, allBut(SAM));
    signsIn(script, AMINA).must(from(AMINA), { type: 'visit.start' }).must(from(AMINA), { type: 'presence.enter' });
    comesIn(script, RAY);
    comesIn(script, DANA);
    comesIn(script, LENA);
    expect(roomOf(script, LENA)).toBe(roomOf(script, DANA));
  });
  test('[PRIV-5] the same for the one in the second main room', () => {
    const script = withLinks()
      .must(HOST_IN_OFFICE, {
        type: 'roster.add',
        person: {
          participant: LENA,
          name: 'Lena Voss',
          role: 'interpreter',
          relationship: 'interprets for Ray',
          staff: null,
          helps: RAY,
        },
      })
      .must(HOST_IN_OFFICE, { type: 'invitation.issue', participant: LENA }, { freshId: linkOf(LENA) });
    order(script, RAY, these(DANA, SAM));
    signsIn(script, AMINA).must(from(AMINA), { type: 'visit.start' }).must(from(AMINA), { type: 'presence.enter' });
    comesIn(script, RAY);
    comesIn(script, DANA);
    comesIn(script, LENA);
    expect(sees(script, DANA)).not.toMatch(/Ray/);
    expect(roomOf(script, LENA)).toBe(roomOf(script, RAY));
  });

  test('[PRIV-5] an order in the visit puts nobody out whose new side has ended (b)', () => {
    const script = comesIn(comesIn(comesIn(startedApart(), RAY), DANA), SAM);
    script.must(from(AMINA), { type: 'space.end', room: MAIN2, words: 'Goodbye' });
    comes(asks(opens(script), DANA), DANA);
    script.attempt({
      actor: HOST_IN_OFFICE,
      command: { type: 'separation.order', participant: SAM, against: these(DANA) },
    });
    if (script.refusal === 'stillTogether') return;
    const view = script.viewOf(SAM);
    expect(view.screen).toBe('room');
  });

  test('[PRIV-5] somebody asked to a room never reads the name of one they are kept apart from', () => {
    const script = withLinks()
      .must(HOST_IN_OFFICE, {
        type: 'roster.add',
        person: { participant: LENA, name: 'Lena Voss', role: 'supporter', relationship: '', staff: null, helps: RAY },
      })
      .must(HOST_IN_OFFICE, { type: 'invitation.issue', participant: LENA }, { freshId: linkOf(LENA) });
    order(order(script, DANA, these(RAY)), SAM, these(LENA));
    signsIn(script, AMINA).must(from(AMINA), { type: 'visit.start' }).must(from(AMINA), { type: 'presence.enter' });
    comesIn(comesIn(script, SAM), RAY);
    asks(asks(opens(script), SAM), RAY);
    comesIn(script, LENA);
    script.attempt({ actor: from(RAY), command: { type: 'room.answer', comes: true, alone: false } });
    expect(sees(script, SAM)).not.toMatch(/Lena/);
  });
  test('[PRIV-5] … nor after another order was lifted', () => {
    const script = withLinks()
      .must(HOST_IN_OFFICE, {
        type: 'roster.add',
        person: { participant: LENA, name: 'Lena Voss', role: 'householdMember', relationship: '', staff: null },
      })
      .must(HOST_IN_OFFICE, { type: 'invitation.issue', participant: LENA }, { freshId: linkOf(LENA) });
    order(order(script, DANA, these(RAY)), LENA, these(RAY));
    signsIn(script, AMINA).must(from(AMINA), { type: 'visit.start' }).must(from(AMINA), { type: 'presence.enter' });
    comesIn(comesIn(comesIn(script, DANA), RAY), LENA);
    comes(asks(opens(script), LENA), LENA);
    script.attempt({ actor: HOST_IN_OFFICE, command: { type: 'separation.lift', participant: DANA } });
    script.attempt({ actor: from(LENA), command: { type: 'room.leave' } });
    expect(roomOf(script, LENA)).not.toBe(roomOf(script, RAY));
  });
  test('[PRIV-1] closing a room never puts two together who are kept apart', () => {
    const script = comes(asks(opens(comesIn(underWay(), RAY)), DANA), DANA);
    script.attempt({
      actor: HOST_IN_OFFICE,
      command: { type: 'separation.order', participant: SAM, against: these(DANA) },
    });
    if (script.refusal === 'stillTogether') return;
    script.attempt({ actor: from(AMINA), command: { type: 'room.close', room: BLUE } });
    expect(roomOf(script, DANA)).not.toBe(roomOf(script, SAM));
  });
  test('[PRIV-5] an order changes nothing on the screen of whoever stays where they are', () => {
    const script = comesIn(comesIn(comesIn(startedApart(), RAY), DANA), SAM);
    script.must(from(AMINA), { type: 'room.enter', room: MAIN2 }, { wait: 60_000 });
    comes(asks(opens(script), DANA), DANA);
    const before = sees(script, SAM);
    script.attempt({
      actor: HOST_IN_OFFICE,
      command: { type: 'separation.order', participant: SAM, against: these(DANA) },
    });
    if (script.refusal === 'stillTogether') return;
    expect(sees(script, SAM)).toBe(before);
  });
  test('[ROST-4] the chair’s round reaches their own room only', () => {
    const script = started();
    chaired(script);
    order(script, DANA, these(RAY));
    comesIn(comesIn(script, RAY), DANA);
    const other = roomOf(script, RAY) === MAIN_ROOM ? DANA : RAY;
    const before = sees(script, other);
    expect(script.attempt({ actor: from(TOM), command: { type: 'senses.ask' } })).toBe(null);
    expect(sees(script, other)).toBe(before);
    expect(sees(script, other === DANA ? RAY : DANA)).toContain('"seeAndHear":true');
  });

  test('[UNK-2] the chair removes nobody of the family by noticing them themselves', () => {
    const script = chaired(underWay());
    script.must(from(TOM), { type: 'unknown.notice', about: 'device', session: deviceOf(DANA), words: '' });
    expect(script.attempt({ actor: from(TOM), command: { type: 'lobby.remove', participant: DANA } })).not.toBe(null);
  });

  test('[PRIV-5] a matter on one side is not told to the other by a refusal', () => {
    const script = withColleague(comesIn(comesIn(comesIn(startedApart(), RAY), SAM), DANA));
    asks(opens(script), SAM);
    script.must(from(PRIYA), { type: 'unknown.notice', about: 'nearby', session: null, words: 'a voice' });
    const said = script.attempt({ actor: from(SAM), command: { type: 'room.answer', comes: true, alone: true } });
    expect(said === 'notIntroduced').toBe(false);
  });

  test('[PRIV-4] nobody is said to be away who is here with another device', () => {
    const script = opens(underWay());
    signsIn(script, AMINA, 2)
      .must(from(AMINA, 2), { type: 'presence.enter' })
      .must(from(AMINA, 2), { type: 'room.enter', room: BLUE });
    const view = script.viewOf(DANA);
    expect(view.screen === 'room' && view.elsewhere).toEqual([]);
  });

  test('[PLAN-10] a colleague can reach the second main room', () => {
    const script = withColleague(comesIn(comesIn(startedApart(), RAY), DANA));
    expect(
      script.attempt({ actor: from(AMINA), command: { type: 'room.invite', room: MAIN2, session: deviceOf(PRIYA) } }),
    ).toBe(null);
  });

  test('[PRIV-5] lifting tells nobody when the other side began', () => {
    const script = comesIn(comesIn(startedApart(), RAY), DANA);
    const two = roomOf(script, RAY) === MAIN2 ? RAY : DANA;
    const before = sees(script, two);
    script.must(HOST_IN_OFFICE, { type: 'separation.lift', participant: DANA }, { wait: 60_000 });
    expect(sees(script, two)).toBe(before);
  });
  test('[PRIV-6] helps names somebody of the visit', () => {
    const script = withLinks();
    expect(
      script.attempt({
        actor: HOST_IN_OFFICE,
        command: {
          type: 'roster.add',
          person: {
            participant: LENA,
            name: 'Lena Voss',
            role: 'parent',
            relationship: '',
            staff: null,
            helps: 'nobody' as ParticipantId,
          },
        },
      }),
    ).not.toBe(null);
  });
});
