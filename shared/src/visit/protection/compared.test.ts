import { describe, expect, test } from 'vitest';
import {
  AMINA,
  DANA,
  deviceOf,
  from,
  HOST_IN_OFFICE,
  keyOfDevice,
  PRIYA,
  RAY,
  SAM,
  TOM,
} from '../../testing/personas.ts';
import { allOffer, offers } from '../../testing/protectionScript.ts';
import { BLUE, family, goes, opens, roomOf } from '../../testing/roomScript.ts';
import { admits, chaired, comesIn, knocks, type Script, signsIn, started, underWay } from '../../testing/script.ts';
import { shownKeys } from '../../testing/shownKeys.ts';
import { replay } from '../evolve.ts';
import type { ParticipantId } from '../ids.ts';

/** What a device that begins to read makes by chance: 16 bytes, base64url. */
const NUMBER = 'n'.repeat(22);
const OTHER_NUMBER = NUMBER.replace('n', 'm');
/** The devices in the room of `who` with their keys, as their screen shows them. */
const shownTo = (script: Script, who: ParticipantId) => shownKeys(roomOf(script, who));
const begins = (script: Script, who: ParticipantId = AMINA, number = NUMBER) =>
  script.attempt({ actor: from(who), command: { type: 'protection.begin', number } });
const says = (script: Script, who: ParticipantId, devices = shownTo(script, who), number = NUMBER) =>
  script.attempt({ actor: from(who), command: { type: 'protection.check', devices, number } });
/** Begins to read the pictures, and says that they are the same. */
const checks = (script: Script, who: ParticipantId = AMINA, devices = shownTo(script, who)) =>
  begins(script, who) ?? says(script, who, devices);
const checkedAt = (script: Script, who: ParticipantId) => roomOf(script, who).protection.checkedAt;

describe('the pictures were compared', () => {
  const compared = (): Script => {
    const script = allOffer(underWay(), AMINA, DANA, SAM);
    expect(checks(script)).toBe(null);
    return script;
  };

  test('[SAFE-2] and everybody in the room knows since when', () => {
    const script = compared();
    for (const who of [AMINA, DANA, SAM]) expect(checkedAt(script, who)).toBe(script.now);
    script.pass(60_000);
    expect(checks(script)).toBe(null);
    expect(script.happened).toEqual([]);
  });

  test('[SAFE-2] until somebody comes who was not there, by whatever way', () => {
    const script = compared();
    comesIn(script, RAY);
    for (const who of [AMINA, DANA, SAM, RAY]) expect(checkedAt(script, who)).toBe(null);
    offers(script, RAY);
    expect(checkedAt(script, DANA)).toBe(null);
    expect(checks(script)).toBe(null);
    expect(checkedAt(script, RAY)).toBe(script.now);
  });

  test('[SAFE-2] with the keys that the screen showed, and not with one that was changed just before the press', () => {
    for (const key of [keyOfDevice('another'), null]) {
      const script = allOffer(underWay(), AMINA, DANA, SAM);
      const shown = shownTo(script, AMINA);
      offers(script, DANA, key);
      expect(checks(script, AMINA, shown)).toBe('picturesChanged');
      expect(checkedAt(script, SAM)).toBe(null);
      expect(checks(script)).toBe(null);
    }
  });

  test('[SAFE-2] with everybody who was there, and not with somebody who came just before the press', () => {
    const script = allOffer(underWay(), AMINA, DANA, SAM);
    const shown = shownTo(script, AMINA);
    offers(comesIn(script, RAY), RAY);
    expect(checks(script, AMINA, shown)).toBe('picturesChanged');
    expect(checkedAt(script, SAM)).toBe(null);
  });

  test('[SAFE-2] also when somebody has gone meanwhile, and the log says with whom and with which keys', () => {
    const script = allOffer(underWay(), AMINA, DANA, SAM);
    const shown = shownTo(script, AMINA);
    script.must(from(DANA), { type: 'presence.leave', quickly: false });
    expect(checks(script, AMINA, shown)).toBe(null);
    expect(script.log.at(-1)?.event).toMatchObject({
      type: 'protection.checked',
      sessions: [AMINA, SAM].map((who) => deviceOf(who)),
      keys: [AMINA, SAM].map(keyOfDevice),
    });
  });

  test('[SAFE-2] a log of before the keys were named says the same as ever', () => {
    const script = compared();
    const old = script.log.map((recorded) => {
      if (recorded.event.type !== 'protection.checked') return recorded;
      const { keys: _, ...event } = recorded.event;

      return { ...recorded, event };
    });
    expect(replay(old)).toEqual(script.current);
  });

  test('[SAFE-2] with a number of whoever leads, fresh from when reading begins, which everybody in that room is shown', () => {
    const script = goes(goes(opens(family()), PRIYA), SAM);
    allOffer(script, AMINA, PRIYA, DANA, SAM, RAY);
    expect(roomOf(script, DANA).protection.number).toBe(null);
    expect(begins(script)).toBe(null);
    for (const who of [AMINA, DANA, RAY]) expect(roomOf(script, who).protection.number).toBe(NUMBER);
    for (const who of [PRIYA, SAM]) expect(roomOf(script, who).protection.number).toBe(null);
    expect(begins(script)).toBe(null);
    expect(script.happened).toEqual([]);
  });

  test('[SAFE-2] and not when reading was begun with another number, or not at all', () => {
    const script = allOffer(underWay(), AMINA, DANA, SAM);
    expect(says(script, AMINA)).toBe('picturesChanged');
    begins(script);
    begins(script, AMINA, OTHER_NUMBER);
    expect(says(script, AMINA)).toBe('picturesChanged');
    expect(checkedAt(script, DANA)).toBe(null);
  });

  test('[SAFE-2] is begun by whoever may say that they are the same, and by nobody else', () => {
    const script = allOffer(underWay(), AMINA, DANA, SAM);
    for (const who of [DANA, SAM]) expect(begins(script, who)).toBe('notYours');
    const withTom = chaired(script);
    expect(begins(withTom, TOM)).toBe('nobodyToCompare');
    expect(begins(offers(withTom, TOM), TOM)).toBe(null);
  });

  test('[SAFE-2] until somebody’s key is another one, or none', () => {
    for (const key of [keyOfDevice('another'), null]) {
      const script = offers(compared(), DANA, key);
      for (const who of [AMINA, DANA, SAM]) expect(checkedAt(script, who)).toBe(null);
    }
  });

  test('[SAFE-2] until somebody begins to read anew, because other pictures stand there from then on; and then they can be compared', () => {
    const script = compared();
    script.pass(60_000);
    expect(begins(script, AMINA, OTHER_NUMBER)).toBe(null);
    for (const who of [AMINA, DANA, SAM]) expect(checkedAt(script, who)).toBe(null);
    expect(says(script, AMINA, shownTo(script, AMINA), OTHER_NUMBER)).toBe(null);
    expect(checkedAt(script, SAM)).toBe(script.now);
  });

  test('[SAFE-2] and it still holds when somebody goes, and when they come back with the same key', () => {
    const script = compared().must(from(DANA), { type: 'presence.leave', quickly: false });
    expect(checkedAt(script, SAM)).not.toBe(null);
    expect(checkedAt(admits(knocks(script, DANA), DANA), SAM)).not.toBe(null);
  });

  test('[SAFE-2] in this room and no other', () => {
    const script = goes(goes(opens(family()), PRIYA), SAM);
    allOffer(script, AMINA, PRIYA, DANA, SAM, RAY);
    expect(checks(script)).toBe(null);
    expect(checkedAt(script, DANA)).toBe(script.now);
    expect(checkedAt(script, SAM)).toBe(null);
    expect(script.current.comparisons.has(BLUE)).toBe(false);
  });

  test('[SAFE-2] by host or chair, from their seat, when somebody else is there who has a picture', () => {
    const script = started();
    expect(checks(script)).toBe('nobodyToCompare');
    offers(comesIn(script, DANA), AMINA);
    expect(checks(script)).toBe('nobodyToCompare');
    const check = { type: 'protection.check', devices: shownTo(script, AMINA), number: NUMBER } as const;
    expect(script.attempt({ actor: HOST_IN_OFFICE, command: check })).toBe('notInside');
    expect(checks(offers(script, DANA), DANA)).toBe('notYours');
    signsIn(script, PRIYA).must(from(PRIYA), { type: 'presence.enter' });
    expect(checks(offers(script, PRIYA), PRIYA)).toBe('notYours');
    expect(checks(script)).toBe(null);
    const withTom = chaired(script);
    expect(checks(withTom, TOM)).toBe('nobodyToCompare');
    expect(checks(offers(withTom, TOM), TOM)).toBe(null);
    expect(checkedAt(script, DANA)).toBe(script.now);
  });

  test('[SAFE-2] is nothing that one’s own second device makes true', () => {
    const script = offers(started(), AMINA);
    signsIn(script, AMINA, 2).must(from(AMINA, 2), { type: 'presence.enter' });
    expect(checks(offers(script, AMINA, keyOfDevice('tablet'), 2))).toBe('nobodyToCompare');
  });
});
