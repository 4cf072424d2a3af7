import { describe, expect, test } from 'vitest';
import { casesIn, DANA_2, latest } from '../../testing/matters.ts';
import { AMINA, DANA, deviceOf, from, PRIYA, RAY, SAM, TOM } from '../../testing/personas.ts';
import { PROBES } from '../../testing/probes.ts';
import {
  admits,
  chaired,
  comesIn,
  knocks,
  opensLink,
  type Script,
  signsIn,
  underWay,
  withChair,
  withColleague,
  withLinks,
} from '../../testing/script.ts';
import type { Actor } from '../actor.ts';
import { canKey } from '../can.ts';
import type { VisitCommand } from '../commands.ts';
import type { MatterView } from '../viewShape.ts';
import type { CaseCommandType } from './commands.ts';

const TOM_AT_HIS_DESK: Actor = { kind: 'person', participant: TOM, session: null };

/** Host, mother, boy and chair are inside; a second device knocks with the mother’s link. */
const secondKnocks = (): Script => knocks(opensLink(chaired(underWay()), DANA, 2), DANA, 2);

function mattersOf(
  script: Script,
  session = deviceOf(TOM) as ReturnType<typeof deviceOf> | null,
): readonly MatterView[] {
  const view = script.viewOf(TOM, session);
  if (view.screen === 'out' || !('chair' in view) || view.chair === null) throw new Error('The chair has no such view');

  return view.chair.unknowns;
}

const hostsMatters = (script: Script): readonly MatterView[] => {
  const view = script.viewOf(AMINA);
  return view.screen === 'room' ? (view.console?.unknowns ?? []) : [];
};

const raises = (script: Script, session: ReturnType<typeof deviceOf> | null = null, about = 'nearby' as const) =>
  script.must(from(AMINA), { type: 'unknown.notice', about, session, words: 'A voice' });

const step = (script: Script, type: CaseCommandType, by = from(TOM)): Script =>
  script.must(by, { type, case: latest(script).id, words: `Said at ${type}` });

const refusal = (script: Script, command: VisitCommand, actor = from(TOM)) => script.attempt({ actor, command });

describe('the alert of the chair', () => {
  test('[UNK-1] the chair reads each matter as the host does, until it is closed, in the room and outside it', () => {
    const script = raises(secondKnocks(), deviceOf(SAM));
    expect(mattersOf(script)).toEqual(hostsMatters(script));
    expect(mattersOf(script)).toMatchObject([
      { why: 'anotherDevice', whose: 'Dana Hughes', place: { is: 'door' }, open: true },
      { why: 'reported', whose: 'Sam Hughes', steps: [{ words: 'A voice' }], place: { is: 'noDevice' } },
    ]);
    expect(mattersOf(script, null)).toEqual(mattersOf(script));
    step(script, 'unknown.introduce', from(AMINA));
    expect(mattersOf(script).map(({ open }) => open)).toEqual([true, false]);
  });

  test('[UNK-1] it says where the device is: at the door, inside, or gone', () => {
    const script = secondKnocks();
    const place = () => mattersOf(script)[0]?.place;
    expect(place()).toEqual({ is: 'door', deniedBefore: false });
    admits(script, DANA, 2);
    expect(place()).toEqual({ is: 'inside', joinsBy: 'link' });
    script.must(from(DANA, 2), { type: 'presence.leave', quickly: false });
    expect(place()).toEqual({ is: 'gone' });
  });

  test('[UNK-1] it is there before the visit has started, when nothing can be done about it yet, and gone with the visit', () => {
    const early = knocks(opensLink(opensLink(withChair(withLinks()), DANA), DANA, 2), DANA, 2);
    expect(mattersOf(early, null)).toMatchObject([{ open: true }]);
    expect(refusal(early, { type: 'lobby.deny', session: DANA_2 }, TOM_AT_HIS_DESK)).toBe('visitNotOpen');
    const script = secondKnocks().must(from(AMINA), { type: 'visit.end', words: 'Goodbye' });
    expect(script.viewOf(TOM, null)).toMatchObject({ screen: 'preparing', console: null, chair: null });
  });

  test('[UNK-1] a matter of the chair’s own device, which may be in other hands, is the host’s alone', () => {
    const script = chaired(underWay());
    script.must(from(AMINA), { type: 'unknown.notice', about: 'device', session: deviceOf(TOM), words: 'Not Tom' });
    raises(script, deviceOf(TOM));
    expect(mattersOf(script)).toEqual([]);
    expect(hostsMatters(script)).toHaveLength(2);
    for (const { id } of casesIn(script)) {
      expect(refusal(script, { type: 'unknown.introduce', case: id, words: 'It is me' })).toBe('notFound');
      expect(JSON.stringify(script.viewOf(TOM))).not.toContain(id);
    }
    expect(refusal(script, { type: 'lobby.remove', participant: TOM })).toBe('notYours');
  });
});

describe('the steps of the chair', () => {
  test('[UNK-2] every step from noticing to the closing, which the host sees with its time and its words', () => {
    const script = chaired(underWay());
    script.must(from(TOM), { type: 'unknown.notice', about: 'nearby', session: deviceOf(SAM), words: 'A shadow' });
    const path = ['askFamily', 'explain', 'refuse', 'describe', 'warn', 'left', 'close'] as const;
    for (const one of path) step(script, `unknown.${one}`);
    expect(hostsMatters(script)).toMatchObject([
      {
        open: false,
        noticedBy: 'Tom Reilly',
        steps: [
          { to: 'noticed', words: 'A shadow' },
          { to: 'familyAsked', words: 'Said at unknown.askFamily' },
          { to: 'explained' },
          { to: 'refused' },
          { to: 'described' },
          { to: 'warned' },
          { to: 'left' },
          { to: 'closed' },
        ],
      },
    ]);
    expect(raises(script) && step(script, 'unknown.introduce').refusal).toBe(null);
    expect(step(step(raises(script), 'unknown.explain'), 'unknown.nobody').refusal).toBe(null);
  });

  test('[UNK-2] also from outside the room: it is the person who leads, never a connection', () => {
    const script = raises(withChair(underWay()));
    expect(step(script, 'unknown.askFamily', TOM_AT_HIS_DESK).refusal).toBe(null);
  });

  test('[UNK-2] host and chair step in one matter: what one has done the other cannot do again', () => {
    const script = step(raises(chaired(underWay())), 'unknown.askFamily');
    const again = { type: 'unknown.askFamily', case: latest(script).id, words: '' } as const;
    expect(refusal(script, again, from(AMINA))).toBe('notThisStep');
    step(script, 'unknown.introduce', from(AMINA));
    expect(refusal(script, { ...again, type: 'unknown.introduce' })).toBe('caseSettled');
  });

  test('[UNK-2] a device at the door is turned away by the chair while a matter is about it, and no other', () => {
    const script = knocks(opensLink(secondKnocks(), RAY), RAY);
    expect(refusal(script, { type: 'lobby.deny', session: deviceOf(RAY) })).toBe('notYours');
    expect(refusal(script, { type: 'lobby.deny', session: DANA_2 })).toBe(null);
    expect(latest(script)).toMatchObject({ state: 'removed', open: false });
  });

  test('[UNK-2] [ROST-5] somebody inside is removed by the chair while a matter is about their device, and nobody else', () => {
    const script = admits(secondKnocks(), DANA, 2);
    expect([SAM, AMINA].map((who) => refusal(script, { type: 'lobby.remove', participant: who }))).toEqual([
      'notYours',
      'notYours',
    ]);
    expect(refusal(script, { type: 'lobby.remove', participant: DANA })).toBe(null);
    expect(latest(script)).toMatchObject({ state: 'removed', open: false });
    expect(refusal(script, { type: 'lobby.remove', participant: DANA })).toBe('notYours');
  });

  test('[UNK-2] the host is removed by nobody, whatever is raised about their device', () => {
    const script = chaired(underWay());
    script.must(from(TOM), { type: 'unknown.notice', about: 'device', session: deviceOf(AMINA), words: '' });
    expect(refusal(script, { type: 'lobby.remove', participant: AMINA })).toBe('notYours');
  });

  test('[UNK-5] the chair ends the call for everyone, with the reason, when somebody would not say who they are', () => {
    const script = raises(chaired(underWay()));
    const end = { type: 'visit.end', words: 'We stop here.' } as const;
    for (const type of ['unknown.askFamily', 'unknown.refuse'] as const) {
      expect(refusal(script, end)).toBe('notYours');
      step(script, type);
    }
    step(script, 'unknown.warn');
    expect(refusal(script, end)).toBe(null);
    for (const who of [AMINA, TOM, DANA, SAM]) expect(script.viewOf(who)).toMatchObject({ words: 'We stop here.' });
    expect(latest(script)).toMatchObject({ state: 'callEnded', open: false });
  });

  test('[UNK-5] that a matter was settled, or has its device gone, ends the chair’s way to end the call', () => {
    const script = step(step(step(raises(chaired(underWay())), 'unknown.askFamily'), 'unknown.refuse'), 'unknown.left');
    expect(refusal(script, { type: 'visit.end', words: 'Over' })).toBe('notYours');
  });
});

describe('what the chair has not', () => {
  /** All that the chair may be told that they may do, with matters of every kind open. */
  const CHAIRS = new Set<string>([
    ...['askFamily', 'explain', 'introduce', 'refuse', 'describe', 'warn', 'left', 'nobody', 'close', 'notice'].map(
      (name) => `unknown.${name}`,
    ),
    ...['lobby.deny', 'lobby.remove', 'visit.end', 'introduction.call', 'introduction.done', 'senses.ask'],
    'protection.begin',
    'protection.check',
    // As every professional.
    ...['presence.enter', 'presence.leave', 'presence.setMedia', 'household.tell', 'check.report', 'help.dismiss'],
    ...['help.ask', 'senses.answer', 'condition.tell', 'sight.tell', 'room.answer', 'room.leave', 'alone.ask'],
    'protection.offer',
  ]);

  test('[UNK-1] nothing of the host’s beside the matters and the rounds, neither shown nor allowed', () => {
    const script = knocks(opensLink(secondKnocks(), RAY), RAY).must(from(AMINA), { type: 'senses.ask' });
    step(step(raises(admits(script, DANA, 2)), 'unknown.askFamily'), 'unknown.refuse');
    script.must(from(DANA), { type: 'senses.answer', sees: 'yes', hears: 'no' });
    const view = script.viewOf(TOM);
    expect(view).toMatchObject({ screen: 'room', console: null, chair: {} });
    expect(Object.keys(view.can).filter((key) => !CHAIRS.has(key.split(':')[0] ?? ''))).toEqual([]);
    expect(JSON.stringify(view)).not.toMatch(/"(roster|lobby|check|invitation|quickExit|asks|sight|blur)":|Ray Cole/);
    for (const type of Object.keys(PROBES) as (keyof typeof PROBES)[]) {
      if (CHAIRS.has(type)) continue;
      for (const target of [deviceOf(RAY), deviceOf(DANA), RAY, DANA, 'ray-link-1']) {
        expect(refusal(script, PROBES[type](target)), canKey(type, target)).not.toBe(null);
      }
    }
  });

  test('[UNK-1] a chair who was put out leads nothing any more, and reads nothing of it', () => {
    const script = raises(secondKnocks()).must(from(AMINA), { type: 'lobby.remove', participant: TOM });
    const ask = { type: 'unknown.askFamily', case: latest(script).id, words: '' } as const;
    for (const actor of [from(TOM), TOM_AT_HIS_DESK]) expect(refusal(script, ask, actor)).toBe('notYours');
    const again = knocks(signsIn(script, TOM, 2), TOM, 2);
    expect(refusal(again, ask, from(TOM, 2))).toBe('notYours');
    expect(
      JSON.stringify([again.viewOf(TOM), again.viewOf(TOM, null), again.viewOf(TOM, deviceOf(TOM, 2))]),
    ).not.toMatch(/unknowns|unknown\./);
    expect(refusal(admits(again, TOM, 2), ask, from(TOM, 2))).toBe(null);
  });

  test('[UNK-1] nobody else has what is the chair’s: no colleague, no parent, no child', () => {
    const script = comesIn(withColleague(raises(secondKnocks())), RAY);
    const open = casesIn(script).map(({ id }) => id);
    for (const who of [PRIYA, DANA, SAM, RAY]) {
      expect(script.viewOf(who)).toMatchObject({ console: null, chair: null });
      for (const id of open)
        expect(refusal(script, { type: 'unknown.describe', case: id, words: 'x' }, from(who))).toBe('notYours');
      expect(refusal(script, { type: 'lobby.deny', session: DANA_2 }, from(who))).toBe('notYours');
      expect(refusal(script, { type: 'senses.ask' }, from(who))).toBe('notYours');
    }
  });
});
