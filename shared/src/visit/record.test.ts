import { describe, expect, test } from 'vitest';
import { atOnce } from '../lib/unhurried.ts';
import { AMINA, DANA, deviceOf, from, PRIYA, SAM } from '../testing/personas.ts';
import { admits, comesIn, knocks, opensLink, type Script, underWay, withColleague } from '../testing/script.ts';
import { SYSTEM } from './actor.ts';
import type { Millis, ParticipantId } from './ids.ts';
import { seenTimes } from './seenTimes.ts';
import type { Sight } from './sight/state.ts';
import { unknownHistory } from './unknownHistory.ts';

const MINUTE: Millis = 60_000;
const sees = (script: Script, who: ParticipantId, sight: Sight, wait = 0, by = AMINA, device = 1): Script =>
  script.must(from(by), { type: 'sight.tell', session: deviceOf(who, device), sight }, { wait });
const later = (script: Script, minutes: number): Script =>
  script.must(SYSTEM, { type: 'clock.pass' }, { wait: minutes * MINUTE });
const ends = (script: Script, minutes: number): Script =>
  script.must(from(AMINA), { type: 'visit.end', words: 'Goodbye' }, { wait: minutes * MINUTE });
const minutesOf = (script: Script, who: ParticipantId): number =>
  (atOnce(seenTimes(script.log)).find(({ participant }) => participant === who)?.seenFor ?? -1) / MINUTE;

describe('how long the child and the parents were seen', () => {
  test('[SEE-4] counts from “seen” until the picture stands still, is lost or off, or the visit ends', () => {
    for (const sight of ['frozen', 'black', 'lost', 'off'] as const) {
      const script = sees(sees(underWay(), SAM, 'seen', MINUTE), SAM, sight, 3 * MINUTE);
      expect(minutesOf(ends(script, 5), SAM)).toBe(3);
    }
    expect(minutesOf(ends(sees(underWay(), SAM, 'seen'), 5), SAM)).toBe(5);
  });

  test('[SEE-4] says nought for somebody who was never seen, and leaves out everyone but children and parents', () => {
    const times = atOnce(seenTimes(ends(sees(underWay(), SAM, 'frozen'), 5).log));
    expect(times).toEqual([
      { participant: DANA, name: 'Dana Hughes', role: 'parent', seenFor: 0, spells: [] },
      { participant: SAM, name: 'Sam Hughes', role: 'child', seenFor: 0, spells: [] },
    ]);
  });

  test('[SEE-4] whom two professionals see, or one on two devices, is seen once', () => {
    const script = comesIn(withColleague(underWay()), SAM, 2);
    sees(sees(sees(script, SAM, 'seen'), SAM, 'seen', MINUTE, PRIYA), SAM, 'seen', MINUTE, AMINA, 2);
    sees(script, SAM, 'frozen', MINUTE);
    sees(script, SAM, 'frozen', MINUTE, AMINA, 2);
    expect(minutesOf(sees(script, SAM, 'black', 2 * MINUTE, PRIYA), SAM)).toBe(6);
  });

  test('[SEE-4] nobody sees whose line is lost, nor is seen; with the line, seeing goes on', () => {
    for (const who of [AMINA, SAM]) {
      const script = sees(underWay(), SAM, 'seen');
      script.must(SYSTEM, { type: 'session.lose', session: deviceOf(who) }, { wait: 2 * MINUTE });
      script.must(SYSTEM, { type: 'session.connect', session: deviceOf(who) }, { wait: 3 * MINUTE });
      expect(minutesOf(ends(script, 4), SAM)).toBe(2 + 4);
    }
  });

  test('[SEE-4] leaving ends it, for the one who looks and the one who is looked at; coming back alone is not being seen', () => {
    const seen = sees(underWay(), SAM, 'seen');
    seen.must(from(SAM), { type: 'presence.leave', quickly: false }, { wait: MINUTE });
    expect(minutesOf(ends(admits(knocks(seen, SAM), SAM), 9), SAM)).toBe(1);
    const seeing = sees(underWay(), SAM, 'seen');
    seeing.must(from(AMINA), { type: 'presence.leave', quickly: false }, { wait: MINUTE });
    expect(minutesOf(ends(seeing.must(from(AMINA), { type: 'presence.enter' }), 9), SAM)).toBe(1);
  });

  test('[SEE-3] [SEE-4] a camera that is off, and a picture that the server holds back, are not seen whatever a screen says', () => {
    const off = sees(underWay(), SAM, 'seen');
    off.must(from(SAM), { type: 'presence.setMedia', microphone: 'on', camera: 'off' }, { wait: MINUTE });
    const held = sees(underWay(), SAM, 'seen');
    const condition = { blur: 'on', camera: 'ordinary', interruption: 'none', hears: 'yes' } as const;
    held.must(from(SAM), { type: 'condition.tell', condition }, { wait: MINUTE });
    for (const script of [off, held]) expect(minutesOf(ends(script, 9), SAM)).toBe(1);
  });

  test('[SEE-4] the spells pass over short breaks, the sum does not', () => {
    const script = sees(underWay(), SAM, 'seen');
    const start = script.now;
    sees(sees(script, SAM, 'frozen', MINUTE), SAM, 'seen', MINUTE / 2);
    sees(sees(script, SAM, 'lost', MINUTE), SAM, 'seen', 2 * MINUTE);
    const sam = atOnce(seenTimes(ends(script, 1).log)).find(({ participant }) => participant === SAM);
    expect(sam?.seenFor).toBe(3 * MINUTE);
    expect(sam?.spells.map(({ from: begun, until }) => [begun - start, until - start])).toEqual([
      [0, 2.5 * MINUTE],
      [4.5 * MINUTE, 5.5 * MINUTE],
    ]);
  });

  test('[SEE-4] an empty log has seen nobody', () => {
    expect(atOnce(seenTimes([]))).toEqual([]);
    expect(atOnce(unknownHistory([]))).toEqual([]);
  });
});

describe('what was done about somebody unknown', () => {
  test('[UNK-2] is kept step by step, with times, words and names, also what nobody did by hand', () => {
    const script = knocks(opensLink(underWay(), DANA, 2), DANA, 2);
    const [id] = [...script.current.unknowns.keys()];
    if (id === undefined) throw new Error('The second device is noticed');
    script.must(from(AMINA), { type: 'unknown.askFamily', case: id, words: 'Whose phone is that?' }, { wait: MINUTE });
    script.must(from(DANA, 2), { type: 'presence.leave', quickly: false }, { wait: MINUTE });
    script.must(from(AMINA), { type: 'unknown.close', case: id, words: 'An old phone' }, { wait: MINUTE });
    const [matter] = atOnce(unknownHistory(script.log));
    expect(matter).toMatchObject({ whose: 'Dana Hughes', device: 'phone', noticedBy: null, open: false });
    expect(matter?.steps.map(({ to, words, at }) => [to, words, (script.now - at) / MINUTE])).toEqual([
      ['noticed', '', 3],
      ['familyAsked', 'Whose phone is that?', 2],
      ['left', '', 1],
      ['closed', 'An old phone', 0],
    ]);
  });

  test('[UNK-2] [UNK-5] however long it goes on, nothing of it is dropped, and the end of the call is its end', () => {
    const script = underWay().must(from(AMINA), { type: 'unknown.notice', about: 'nearby', session: null, words: '' });
    const [id] = [...script.current.unknowns.keys()];
    if (id === undefined) throw new Error('Somebody is noticed');
    for (let n = 0; n < 60; n += 1) script.must(from(AMINA), { type: 'unknown.describe', case: id, words: `${n}` });
    const [matter] = atOnce(unknownHistory(ends(later(script, 1), 1).log));
    expect(matter?.steps.length).toBe(62);
    expect(matter?.steps.at(-1)).toMatchObject({ to: 'callEnded', words: 'Goodbye' });
  });
});
