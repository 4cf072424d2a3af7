import { describe, expect, test } from 'vitest';
import { AMINA, DANA, deviceOf, from, HOST_IN_OFFICE, RAY, SAM } from '../../testing/personas.ts';
import { goes, opens } from '../../testing/roomScript.ts';
import { comesIn, knocks, opensLink, type Script, signsIn, underWay, withLinks } from '../../testing/script.ts';
import { SYSTEM } from '../actor.ts';
import { LAPSES_AFTER } from '../deadlines.ts';
import { type CommandId, MAIN_ROOM, type ParticipantId, type RoomId } from '../ids.ts';
import { spaceOf } from '../rooms/spaces.ts';
import type { Against } from './state.ts';

const MAIN2 = 'main-2' as RoomId;
const these = (...people: readonly ParticipantId[]): Against => ({ is: 'these', people });
const allBut = (...people: readonly ParticipantId[]): Against => ({ is: 'allBut', people });
const order = (script: Script, participant: ParticipantId, against: Against): Script =>
  script.must(HOST_IN_OFFICE, { type: 'separation.order', participant, against });
const saidTo = (script: Script, who: ParticipantId): string => JSON.stringify(script.viewOf(who));
const roomOf = (script: Script, who: ParticipantId) => {
  const standing = script.current.sessions.get(deviceOf(who))?.standing;
  return standing?.is === 'seated' ? standing.room : standing?.is;
};
const apartFromFather = (): Script => order(withLinks(), DANA, these(RAY));
const startedApart = (): Script =>
  signsIn(apartFromFather(), AMINA)
    .must(from(AMINA), { type: 'visit.start' })
    .must(from(AMINA), { type: 'presence.enter' });

describe('traces by which one could learn of somebody', () => {
  test('[PRIV-5] a command said again is known again, however much the other side has said since', () => {
    const script = comesIn(comesIn(startedApart(), RAY), DANA);
    const switches = (who: ParticipantId, camera: 'on' | 'off', commandId: CommandId): void => {
      script.must(from(who), { type: 'presence.setMedia', microphone: 'on', camera }, { commandId });
    };
    switches(DANA, 'off', 'once' as CommandId);
    switches(DANA, 'on', 'then' as CommandId);
    for (let time = 0; time < 1_000; time += 1) switches(RAY, time % 2 === 0 ? 'off' : 'on', `${time}` as CommandId);
    const before = saidTo(script, DANA);
    switches(DANA, 'off', 'once' as CommandId);
    expect(saidTo(script, DANA)).toBe(before);
  });

  test('[PRIV-5] whether the visit is over when one comes back hours later does not tell whether the other stayed', () => {
    const loses = (script: Script, who: ParticipantId): Script =>
      script.must(SYSTEM, { type: 'session.lose', session: deviceOf(who) });
    const overAfter = (...gone: readonly ParticipantId[]): string => {
      const script = comesIn(comesIn(startedApart(), RAY), DANA);
      for (const who of [AMINA, DANA, ...gone]) loses(script, who);
      return script.must(SYSTEM, { type: 'clock.pass' }, { wait: LAPSES_AFTER }).current.phase.is;
    };
    expect([overAfter(RAY), overAfter()]).toEqual(['ended', 'ended']);
  });

  test('[PRIV-5] [JOIN-3] at the door the family reads of nobody but the host, whoever is kept apart: an adviser is known as somebody’s', () => {
    for (const script of [withLinks(), apartFromFather()])
      expect(opensLink(script, RAY).viewOf(RAY)).toMatchObject({
        screen: 'arriving',
        invitedBy: { name: 'Amina Okafor' },
        alsoExpected: [],
      });
  });

  test('[PRIV-5] [JOIN-3] the first order that is ever made changes nothing for whoever is at the door, nor does its end', () => {
    const script = knocks(opensLink(underWay(), RAY), RAY);
    const before = saidTo(script, RAY);
    order(script, DANA, these(RAY));
    expect(saidTo(script, RAY)).toBe(before);
    script.must(from(AMINA), { type: 'separation.lift', participant: DANA });
    expect(saidTo(script, RAY)).toBe(before);
  });

  test('[PRIV-5] an order for two of one side gives nobody of the other another main room, nor their visit back to whoever’s is over', () => {
    const script = comesIn(comesIn(comesIn(startedApart(), SAM), RAY), DANA);
    order(script, RAY, these(SAM, DANA));
    script.must(from(AMINA), { type: 'space.end', room: MAIN2, words: 'Goodbye' });
    goes(opens(script), SAM);
    const before = [spaceOf(script.current, RAY), saidTo(script, RAY)];
    order(script, DANA, these(SAM));
    expect([spaceOf(script.current, RAY), saidTo(script, RAY)]).toEqual(before);
    expect([DANA, SAM].map((who) => spaceOf(script.current, who))).toEqual(['main', 'main-3']);
    script.must(from(AMINA), { type: 'separation.lift', participant: DANA });
    expect([DANA, SAM, RAY].map((who) => spaceOf(script.current, who))).toEqual(['main', 'main', 'main-2']);
  });

  test('[PRIV-5] nobody of the family is called away who was never here, whatever was ordered since', () => {
    const script = order(comesIn(comesIn(startedApart(), SAM), RAY), RAY, these(DANA));
    const before = saidTo(script, RAY);
    order(script, DANA, allBut());
    expect([spaceOf(script.current, SAM), roomOf(script, SAM)]).toEqual([MAIN2, MAIN_ROOM]);
    expect(saidTo(script, RAY)).toBe(before);
  });
});
