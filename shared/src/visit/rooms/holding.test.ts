import { describe, expect, test } from 'vitest';
import { AMINA, DANA, deviceOf, from, keyOfDevice, PRIYA, SAM } from '../../testing/personas.ts';
import { roomOf, seatsIn } from '../../testing/roomScript.ts';
import { type Script, underWay, withColleague } from '../../testing/script.ts';
import { SYSTEM } from '../actor.ts';
import { nextDeadline } from '../deadlines.ts';
import { replay } from '../evolve.ts';
import { after, MAIN_ROOM, type Millis, type ParticipantId } from '../ids.ts';
import { KEY_AWAITED } from '../protection/state.ts';

const passes = (script: Script, wait: Millis): Script => script.must(SYSTEM, { type: 'clock.pass' }, { wait });
const offers = (script: Script, who: ParticipantId, key: string | null = keyOfDevice(who)): Script =>
  script.must(from(who), { type: 'protection.offer', key });
const isHeld = (script: Script): boolean => roomOf(script, DANA).room.heldSince !== null;
const gates = (script: Script) => new Set(seatsIn(script, MAIN_ROOM).flatMap(({ audio, video }) => [audio, video]));

describe('a professional for whose device nobody has a key', () => {
  test('[PRIV-10] [SAFE-2] is not there for the family: after a moment the room is held, until the device has said its key', () => {
    const script = passes(underWay(), KEY_AWAITED - 1);
    expect([isHeld(script), gates(script)]).toEqual([false, new Set(['open'])]);
    passes(script, 1);
    expect([isHeld(script), gates(script)]).toEqual([true, new Set(['closed'])]);
    expect(isHeld(offers(script, AMINA))).toBe(false);
    expect(isHeld(passes(script, KEY_AWAITED))).toBe(false);
  });

  test('[PRIV-10] one whose device has a key is enough, and one who was accepted without', () => {
    expect(isHeld(passes(offers(withColleague(underWay()), PRIYA), KEY_AWAITED))).toBe(false);
    const script = passes(offers(underWay(), AMINA, null), KEY_AWAITED);
    expect(isHeld(script)).toBe(true);
    script.must(from(AMINA), { type: 'protection.accept', session: deviceOf(AMINA) });
    expect(isHeld(script)).toBe(false);
  });

  test('[PRIV-10] … while the family’s own devices without a key hold nothing', () => {
    expect(isHeld(passes(offers(underWay(), AMINA), KEY_AWAITED))).toBe(false);
  });

  test('[PRIV-10] the moment begins when the device is there and its line stands, and is noted once', () => {
    const script = underWay().must(SYSTEM, { type: 'session.lose', session: deviceOf(AMINA) });
    script.must(SYSTEM, { type: 'session.connect', session: deviceOf(AMINA) }, { wait: KEY_AWAITED });
    expect(nextDeadline(script.current)).toBe(after(script.now, KEY_AWAITED));
    expect(passes(script, KEY_AWAITED).happened).toEqual(['protection.late']);
    expect(passes(script, KEY_AWAITED).happened).toEqual([]);
  });

  test('[PRIV-10] a log from before anybody offered a key is held no more than it was', () => {
    const script = underWay();
    script.pass(KEY_AWAITED * 10);
    script.must(from(SAM), { type: 'presence.setMedia', microphone: 'off', camera: 'on' });
    expect(replay(script.log)?.rooms.get(MAIN_ROOM)?.heldSince).toBe(null);
  });
});
