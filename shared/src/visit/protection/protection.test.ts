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
import { BLUE, family, goes, opens, roomOf, seatsIn } from '../../testing/roomScript.ts';
import { admits, chaired, knocks, opensLink, type Script, started, underWay } from '../../testing/script.ts';
import { SYSTEM } from '../actor.ts';
import { replay } from '../evolve.ts';
import { MAIN_ROOM, type ParticipantId } from '../ids.ts';
import { mediaPlan } from '../mediaPlan.ts';

const accepts = (script: Script, who: ParticipantId, actor = from(AMINA)) =>
  script.attempt({ actor, command: { type: 'protection.accept', session: deviceOf(who) } });
/** How everybody in the room of `who` is protected, in the order of the plan. */
const protectionsSeen = (script: Script, who: ParticipantId) =>
  roomOf(script, who).people.flatMap(({ devices }) => devices.map(({ protection }) => protection));
const seatOf = (script: Script, who: ParticipantId) =>
  seatsIn(script, MAIN_ROOM).find(({ participant }) => participant === who);

describe('what a device encrypts with', () => {
  test('[SAFE-2] is said by itself, from the door on, and said again it is nothing new', () => {
    const script = offers(opensLink(started(), DANA), DANA);
    expect(offers(script, DANA).happened).toEqual([]);
    expect(offers(knocks(script, DANA), DANA).happened).toEqual([]);
    expect(offers(admits(script, DANA), DANA, keyOfDevice('another')).happened).toEqual(['protection.offered']);
    expect(roomOf(script, DANA).me.protection).toEqual({ key: keyOfDevice('another'), is: 'protected' });
  });

  test('[SAFE-2] cannot be said for another device, nor by one that is out', () => {
    const script = offers(underWay(), DANA);
    const asSam = { kind: 'person', participant: RAY, session: deviceOf(SAM) } as const;
    const offer = { type: 'protection.offer', key: keyOfDevice('theirs') } as const;
    expect(script.attempt({ actor: asSam, command: offer })).toBe('notYours');
    expect(script.attempt({ actor: HOST_IN_OFFICE, command: offer })).toBe('notYours');
    script.must(from(AMINA), { type: 'lobby.remove', participant: DANA });
    expect(script.attempt({ actor: from(DANA), command: offer })).toBe('notInside');
  });

  test('[SAFE-2] is known to everybody in the same room, and to nobody else', () => {
    const script = allOffer(goes(goes(opens(family()), PRIYA), SAM), AMINA, PRIYA, DANA, SAM, RAY);
    expect(protectionsSeen(script, SAM)).toEqual([
      { key: keyOfDevice(PRIYA), is: 'protected' },
      { key: keyOfDevice(SAM), is: 'protected' },
    ]);
    for (const who of [DANA, RAY, AMINA])
      for (const other of [SAM, PRIYA]) expect(JSON.stringify(script.viewOf(who))).not.toContain(keyOfDevice(other));
    for (const other of [DANA, RAY, AMINA])
      expect(JSON.stringify(script.viewOf(SAM))).not.toContain(keyOfDevice(other));
  });

  test('[SAFE-2] [JOIN-3] of a device at the door is shown to nobody, nor is any key shown to it', () => {
    const script = allOffer(knocks(opensLink(underWay(), RAY), RAY), AMINA, DANA, SAM, RAY);
    for (const who of [AMINA, DANA, SAM]) {
      expect(JSON.stringify(script.viewOf(who))).not.toContain(keyOfDevice(RAY));
      expect(JSON.stringify(script.viewOf(RAY))).not.toContain(keyOfDevice(who));
    }
  });
});

describe('a device that has said nothing', () => {
  test('[SAFE-2] is not yet protected, keeps its seat, and is left to the cryptography', () => {
    const script = underWay();
    expect(roomOf(script, DANA).me.protection).toEqual({ key: null, is: 'notYet' });
    expect(seatOf(script, DANA)).toMatchObject({ audio: 'open', video: 'open', receives: true });
    expect(roomOf(script, SAM).protection.is).toBe('everyone');
  });
});

describe('a device that cannot encrypt', () => {
  test('[SAFE-2] is neither seen nor heard, and is given nothing, until the host accepts it', () => {
    const script = offers(underWay(), DANA, null);
    const shut = { audio: 'closed', video: 'closed', receives: false };
    expect(seatOf(script, DANA)).toMatchObject(shut);
    expect(seatOf(script, SAM)).toMatchObject({ audio: 'open', video: 'open', receives: true });
    expect(roomOf(script, SAM).people.find(({ participant }) => participant === DANA)?.devices).toMatchObject([
      { pictureHeld: true, protection: { key: null, is: 'unprotected' } },
    ]);
    expect(roomOf(script, SAM).protection.is).toBe('everyone');
    expect(roomOf(script, DANA).me.pictureHeld).toBe('unprotected');

    expect(accepts(script, DANA)).toBe(null);
    expect(roomOf(script, DANA).me.pictureHeld).toBe('no');
    expect(seatOf(script, DANA)).toMatchObject({ audio: 'open', video: 'open', receives: true });
    for (const who of [AMINA, DANA, SAM]) {
      expect(roomOf(script, who).protection.is).toBe('unprotected');
      expect(protectionsSeen(script, who)).toContainEqual({ key: null, is: 'unprotectedAccepted' });
    }
  });

  test('[SAFE-2] is accepted by the host alone', () => {
    const script = offers(chaired(underWay()), DANA, null);
    for (const who of [TOM, DANA, SAM]) expect(accepts(script, DANA, from(who))).toBe('notYours');
    expect(accepts(script, DANA, HOST_IN_OFFICE)).toBe(null);
  });

  test('[SAFE-2] is there to be accepted: not one that can, nor one that has not said, nor one that is nowhere', () => {
    const script = offers(underWay(), DANA);
    expect(accepts(script, DANA)).toBe('nothingAsked');
    expect(accepts(script, SAM)).toBe('nothingAsked');
    expect(accepts(script, RAY)).toBe('notFound');
    expect(Object.keys(script.viewOf(AMINA).can).filter((key) => key.startsWith('protection.accept'))).toEqual([]);
    expect(offers(script, DANA, null).viewOf(AMINA).can[`protection.accept:${deviceOf(DANA)}`]).toBe('yes');
    expect(accepts(script, DANA)).toBe(null);
    expect(accepts(script, DANA)).toBe('nothingAsked');
  });

  test('[SAFE-2] is known to the host while it waits, and may be accepted before it is let in', () => {
    const script = offers(knocks(opensLink(underWay(), RAY), RAY), RAY, null);
    expect(roomOf(script, AMINA).console?.lobby).toMatchObject([{ name: 'Ray Cole', protection: 'unprotected' }]);
    expect(accepts(script, RAY)).toBe(null);
    expect(roomOf(script, AMINA).console?.lobby).toMatchObject([{ protection: 'unprotectedAccepted' }]);
    expect(roomOf(script, DANA).protection.is).toBe('everyone');
    expect(roomOf(admits(script, RAY), DANA).protection.is).toBe('unprotected');
    script.must(from(AMINA), { type: 'lobby.remove', participant: RAY });
    expect(roomOf(script, DANA).protection.is).toBe('everyone');
  });

  test('[SAFE-2] that goes back from a key to none is accepted anew or not at all', () => {
    const script = offers(underWay(), DANA, null);
    accepts(script, DANA);
    offers(offers(script, DANA), DANA, null);
    expect(seatOf(script, DANA)?.receives).toBe(false);
    expect(roomOf(script, DANA).me.protection.is).toBe('unprotected');
  });

  test('[SAFE-2] [PRIV-3] is accepted for the room it is in: in a private room that opens later it is shut out, until it is accepted there', () => {
    const script = offers(opens(family()), SAM, null);
    expect(accepts(script, SAM)).toBe(null);
    goes(goes(script, PRIYA), SAM);
    const inBlue = () => seatsIn(script, BLUE).find(({ participant }) => participant === SAM);
    expect(inBlue()).toMatchObject({ audio: 'closed', video: 'closed', receives: false });
    for (const who of [PRIYA, SAM]) {
      expect(protectionsSeen(script, who)).toContainEqual({ key: null, is: 'unprotected' });
      expect(roomOf(script, who).protection.is).toBe('everyone');
    }
    expect(script.viewOf(AMINA).can[`protection.accept:${deviceOf(SAM)}`]).toBe('yes');

    expect(accepts(script, SAM)).toBe(null);
    expect(inBlue()).toMatchObject({ receives: true });
    for (const who of [PRIYA, SAM]) expect(roomOf(script, who).protection.is).toBe('unprotected');
  });

  test('[SAFE-2] [PRIV-3] comes back to a room for which it was accepted as it was there', () => {
    const script = offers(opens(family()), SAM, null);
    accepts(script, SAM);
    goes(goes(script, PRIYA), SAM).must(from(SAM), { type: 'room.leave' });
    expect(seatOf(script, SAM)?.receives).toBe(true);
    expect(roomOf(script, DANA).protection.is).toBe('unprotected');
  });

  test('[SAFE-2] [PLAN-10] at the door it is accepted for the main room that it comes into, and no other', () => {
    const script = offers(knocks(opensLink(underWay(), RAY), RAY), RAY, null);
    accepts(script, RAY);
    const against = { is: 'these', people: [DANA, SAM] } as const;
    script.must(from(AMINA), { type: 'separation.order', participant: RAY, against });
    expect(roomOf(script, AMINA).console?.lobby).toMatchObject([{ protection: 'unprotected' }]);
    admits(script, RAY);
    expect(mediaPlan(script.current).rooms.flatMap(({ seats }) => seats)).toContainEqual(
      expect.objectContaining({ participant: RAY, receives: false }),
    );
  });

  test('[SAFE-2] a log of before acceptance named a room means the room where the device was then', () => {
    const script = offers(opens(family()), SAM, null);
    accepts(script, SAM);
    goes(goes(script, PRIYA), SAM);
    accepts(script, SAM);
    const old = script.log.map((recorded) => {
      if (recorded.event.type !== 'protection.accepted') return recorded;
      const { room: _, ...event } = recorded.event;

      return { ...recorded, event };
    });
    expect(replay(old)).toEqual(script.current);
  });

  test('[SAFE-2] that was accepted stays so when its page is loaded again', () => {
    const script = offers(underWay(), DANA, null);
    accepts(script, DANA);
    script.must(SYSTEM, { type: 'session.lose', session: deviceOf(DANA) });
    script.must(SYSTEM, { type: 'session.connect', session: deviceOf(DANA) });
    expect(offers(script, DANA, null).happened).toEqual([]);
    expect(seatOf(script, DANA)?.receives).toBe(true);
  });

  test('[SAFE-2] [PRIV-10] watches over nobody: a room whose only professional is shut out is held', () => {
    const script = offers(underWay(), AMINA, null);
    expect(roomOf(script, DANA).room.heldSince).not.toBe(null);
    expect(accepts(script, AMINA)).toBe(null);
    expect(roomOf(script, DANA).room.heldSince).toBe(null);
  });
});
