import { describe, expect, test } from 'vitest';
import { casesIn, DANA_2, latest, only, secondKnocks, steps } from '../../testing/matters.ts';
import { AMINA, DANA, deviceOf, from, HOST_IN_OFFICE, linkOf, PRIYA, SAM } from '../../testing/personas.ts';
import { admits, knocks, type Script, underWay, withColleague } from '../../testing/script.ts';
import { SYSTEM } from '../actor.ts';
import { PLACE_KEPT } from '../deadlines.ts';
import type { CaseCommandType } from './commands.ts';
import type { CaseId } from './state.ts';

/** The host notices a voice near the boy’s phone. */
const aVoice = (): Script =>
  underWay().must(from(AMINA), { type: 'unknown.notice', about: 'nearby', session: deviceOf(SAM), words: 'A voice' });

const refusalOf = (script: Script, type: CaseCommandType, actor = from(AMINA)) =>
  script.attempt({ actor, command: { type, case: latest(script).id, words: '' } });

describe('the steps', () => {
  test('[UNK-2] from noticing to the warning and the going, each kept with its time and its words', () => {
    const script = aVoice();
    for (const [type, words] of [
      ['unknown.askFamily', 'Who is that?'],
      ['unknown.explain', 'A neighbour'],
      ['unknown.refuse', 'Will not say'],
      ['unknown.describe', 'Tall, a red jacket'],
      ['unknown.warn', 'I will end the call'],
      ['unknown.left', 'A door closed'],
      ['unknown.close', 'Sam says that he has gone'],
    ] as const)
      script.must(from(AMINA), { type, case: only(script).id, words }, { wait: 1_000 });
    const { open, state, steps: told } = only(script);
    expect({ open, state }).toEqual({ open: false, state: 'left' });
    const start = told[0]?.at ?? 0;
    expect(told.map(({ to, words, at }) => [to, words, at - start])).toEqual([
      ['noticed', 'A voice', 0],
      ['familyAsked', 'Who is that?', 1_000],
      ['explained', 'A neighbour', 2_000],
      ['refused', 'Will not say', 3_000],
      ['described', 'Tall, a red jacket', 4_000],
      ['warned', 'I will end the call', 5_000],
      ['left', 'A door closed', 6_000],
      ['closed', 'Sam says that he has gone', 7_000],
    ]);
  });

  test('[UNK-2] no step is skipped: no warning before a refusal, no refusal before a question, no closing before the going', () => {
    const script = aVoice();
    const early = ['unknown.warn', 'unknown.refuse', 'unknown.nobody', 'unknown.close'] as const;
    expect(early.map((type) => refusalOf(script, type))).toEqual(Array.from(early, () => 'notThisStep'));
    steps(script, 'unknown.askFamily');
    expect(refusalOf(script, 'unknown.warn')).toBe('notThisStep');
    expect(refusalOf(script, 'unknown.askFamily')).toBe('notThisStep');
  });

  test('[UNK-2] from every state but the settled ones something leads on, and an introduction until they have gone', () => {
    const path: readonly CaseCommandType[] = ['unknown.askFamily', 'unknown.explain', 'unknown.refuse', 'unknown.warn'];
    for (let length = 0; length <= path.length; length += 1) {
      const script = steps(aVoice(), ...path.slice(0, length));
      expect(script.viewOf(AMINA).can[`unknown.introduce:${only(script).id}`]).toBe('yes');
      expect(script.viewOf(AMINA).can[`unknown.left:${only(script).id}`]).toBe('yes');
    }
    expect(refusalOf(steps(aVoice(), 'unknown.left'), 'unknown.close')).toBe(null);
  });

  test('[UNK-2] what is settled cannot be stepped any further, and leaves no key', () => {
    const script = steps(aVoice(), 'unknown.introduce');
    expect(refusalOf(script, 'unknown.describe')).toBe('caseSettled');
    expect(refusalOf(script, 'unknown.warn')).toBe('caseSettled');
    expect(JSON.stringify(script.viewOf(AMINA).can)).not.toContain(only(script).id);
    const unheardOf = { type: 'unknown.warn', case: 'none' as CaseId, words: '' } as const;
    expect(script.attempt({ actor: from(AMINA), command: unheardOf })).toBe('notFound');
  });

  test('[UNK-2] a voice may turn out to be a television; a device is never nobody', () => {
    expect(only(steps(aVoice(), 'unknown.explain', 'unknown.nobody'))).toMatchObject({ state: 'nobody', open: false });
    expect(refusalOf(steps(secondKnocks(), 'unknown.explain'), 'unknown.nobody')).toBe('notThisStep');
  });

  test('[UNK-2] nobody can say of a device that is still there that it has left', () => {
    const script = secondKnocks();
    expect(refusalOf(script, 'unknown.left')).toBe('notThisStep');
    expect(refusalOf(admits(script, DANA, 2), 'unknown.left')).toBe('notThisStep');
  });

  test('[UNK-2] the host leads; a colleague who raised it, a parent and the person themselves do not', () => {
    const script = admits(withColleague(secondKnocks()), DANA, 2);
    for (const actor of [from(PRIYA), from(DANA), from(DANA, 2), from(SAM)]) {
      expect(refusalOf(script, 'unknown.introduce', actor)).toBe('notYours');
      expect(refusalOf(script, 'unknown.describe', actor)).toBe('notYours');
    }
    expect(refusalOf(script, 'unknown.introduce', HOST_IN_OFFICE)).toBe(null);
  });

  test('[UNK-2] a matter with many descriptions still says how it began', () => {
    const script = aVoice();
    for (let n = 0; n < 60; n += 1) steps(script, 'unknown.describe');
    expect(only(script).steps.length).toBe(40);
    expect(only(script).steps[0]).toMatchObject({ to: 'noticed', words: 'A voice' });
  });

  test('[UNK-2] a description without words describes nobody', () => {
    const script = aVoice();
    expect(refusalOf(script, 'unknown.describe')).toBe(null);
    expect(script.happened).toEqual([]);
  });
});

describe('going and being put out', () => {
  test('[UNK-2] a device that leaves, or goes silent for too long, leaves the matter open until the host has noted it', () => {
    const leaves = admits(secondKnocks(), DANA, 2).must(from(DANA, 2), { type: 'presence.leave', quickly: false });
    const silent = secondKnocks().must(SYSTEM, { type: 'session.lose', session: DANA_2 });
    silent.must(SYSTEM, { type: 'clock.pass' }, { wait: PLACE_KEPT });
    for (const script of [leaves, silent]) {
      expect(only(script)).toMatchObject({ state: 'left', open: true });
      expect(only(steps(script, 'unknown.close')).open).toBe(false);
    }
  });

  test('[UNK-2] coming back begins the matter anew, whether by link or by signing in', () => {
    const byLink = secondKnocks().must(from(DANA, 2), { type: 'presence.leave', quickly: false });
    expect(only(knocks(byLink, DANA, 2))).toMatchObject({ state: 'noticed', open: true });

    const first = underWay().must(from(AMINA), {
      type: 'unknown.notice',
      about: 'device',
      session: deviceOf(DANA),
      words: '',
    });
    first.must(from(DANA), { type: 'presence.leave', quickly: false });
    expect(only(first).state).toBe('left');
    expect(only(knocks(first, DANA)).state).toBe('noticed');

    const staff = withColleague(underWay()).must(from(AMINA), {
      type: 'unknown.notice',
      about: 'device',
      session: deviceOf(PRIYA),
      words: '',
    });
    staff.must(from(PRIYA), { type: 'presence.leave', quickly: false }).must(from(PRIYA), { type: 'presence.enter' });
    expect(only(staff).state).toBe('noticed');
  });

  test('[UNK-1] a device whose matter was closed without an introduction raises the alarm again when it comes back', () => {
    const script = underWay().must(from(AMINA), {
      type: 'unknown.notice',
      about: 'device',
      session: deviceOf(DANA),
      words: '',
    });
    script.must(from(DANA), { type: 'presence.leave', quickly: false });
    knocks(steps(script, 'unknown.close'), DANA);
    expect(casesIn(script).map(({ why, open }) => [why, open])).toEqual([
      ['reported', false],
      ['reported', true],
    ]);
  });

  test('[UNK-2] refusing a device at the door, or removing its person, settles the matter', () => {
    const denied = secondKnocks().must(from(AMINA), { type: 'lobby.deny', session: DANA_2 });
    const removed = admits(secondKnocks(), DANA, 2).must(from(AMINA), { type: 'lobby.remove', participant: DANA });
    const gone = secondKnocks().must(from(DANA, 2), { type: 'presence.leave', quickly: false });
    gone.must(from(AMINA), { type: 'lobby.remove', participant: DANA });
    for (const script of [denied, removed, gone]) {
      expect(only(script)).toMatchObject({ state: 'removed', open: false });
      expect(JSON.stringify(script.viewOf(AMINA))).toContain('"state":"removed"');
    }
    expect([...removed.current.invitations.values()].find(({ id }) => id === linkOf(DANA))?.revoked).toBe(true);
  });

  test('[UNK-2] [UNK-3] somebody beside a device goes with it: left when it leaves, settled when it is put out', () => {
    const left = aVoice().must(from(SAM), { type: 'presence.leave', quickly: false });
    expect(only(left)).toMatchObject({ state: 'left', open: true });
    expect(only(knocks(left, SAM))).toMatchObject({ state: 'noticed', open: true });
    const out = aVoice().must(from(AMINA), { type: 'lobby.remove', participant: SAM });
    expect(only(out)).toMatchObject({ state: 'removed', open: false });
  });

  test('[UNK-2] [UNK-5] ending the call settles what is open, with the words that everyone reads', () => {
    const script = aVoice().must(from(AMINA), { type: 'visit.end', words: 'We stop here.' });
    expect(only(script)).toMatchObject({ state: 'callEnded', open: false });
    expect(only(script).steps.at(-1)).toMatchObject({ to: 'callEnded', words: 'We stop here.' });
  });
});
