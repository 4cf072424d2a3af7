import { describe, expect, test } from 'vitest';
import { AMINA, DANA, deviceOf, from, HOST_IN_OFFICE, PRIYA, RAY, SAM } from '../../testing/personas.ts';
import { CHECKED } from '../../testing/probes.ts';
import {
  knocks,
  opensLink,
  type Script,
  signsIn,
  started,
  underWay,
  withColleague,
  withLinks,
} from '../../testing/script.ts';
import type { Actor } from '../actor.ts';
import type { CheckReport, HelpAsked } from './state.ts';

const reports = (script: Script, change: Partial<CheckReport> = {}, actor = from(DANA)): Script =>
  script.must(actor, { type: 'check.report', report: { ...CHECKED, ...change } });
const atTheDoor = (): Script => knocks(opensLink(started(), DANA), DANA);
const asksFor = (script: Script, what: HelpAsked | 'nothing'): Script =>
  script.must(from(DANA), { type: 'help.ask', what });

describe('what a device finds out about itself', () => {
  test('[JOIN-4] is shown to the host while the person waits, and also before they knock', () => {
    const script = reports(opensLink(started(), DANA), { camera: 'refused', picture: 'notTried' });
    expect(JSON.stringify(script.viewOf(AMINA))).toContain('"camera":"refused"');
    knocks(script, DANA);
    expect(script.viewOf(AMINA)).toMatchObject({ console: { lobby: [{ check: { camera: 'refused' } }] } });
    reports(script);
    expect(script.viewOf(AMINA)).toMatchObject({ console: { lobby: [{ check: CHECKED }] } });
  });

  test('[JOIN-4] is kept each time that it changes, and only then', () => {
    const script = reports(reports(reports(atTheDoor()), { network: 'poor' }));
    expect(reports(script).happened).toEqual([]);
    expect(script.log.filter(({ event }) => event.type === 'check.reported').length).toBe(3);
  });

  test('[JOIN-4] is never shown to anybody but the host', () => {
    const script = reports(reports(withColleague(underWay()), { overheard: 'yes' }), { behind: 'toTidy' }, from(PRIYA));
    for (const who of [PRIYA, DANA, SAM]) expect(JSON.stringify(script.viewOf(who))).not.toMatch(/overheard|behind/);
  });

  test('[DEV-2] staff say before they go in whether somebody hears them and what is behind them', () => {
    const script = reports(signsIn(started(), PRIYA), { overheard: 'yes', behind: 'toTidy' }, from(PRIYA));
    expect(JSON.stringify(script.viewOf(AMINA))).toContain('"overheard":"yes"');
  });

  test('[DEV-2] who has left says it again before they come back; whoever was put out, or came by link, does not', () => {
    const script = withColleague(underWay());
    for (const who of [PRIYA, DANA]) script.must(from(who), { type: 'presence.leave', quickly: false });
    expect(reports(script, { overheard: 'yes' }, from(PRIYA)).happened).toEqual(['check.reported']);
    const again = (who: typeof PRIYA) =>
      script.attempt({ actor: from(who), command: { type: 'check.report', report: CHECKED } });
    expect(again(DANA)).toBe('notInside');
    script.must(from(AMINA), { type: 'lobby.remove', participant: PRIYA });
    expect(again(PRIYA)).toBe('notInside');
  });

  test('[JOIN-4] is said of one’s own device only', () => {
    const actor: Actor = { kind: 'person', participant: RAY, session: deviceOf(DANA) };
    expect(underWay().attempt({ actor, command: { type: 'check.report', report: CHECKED } })).toBe('notYours');
  });
});

describe('help from the host', () => {
  const sends = (script: Script, actor: Actor = from(AMINA)) =>
    script.attempt({ actor, command: { type: 'help.send', session: deviceOf(DANA), hint: 'turnSideways' } });

  test('[JOIN-6] reaches one device at the door or inside, and stays until it was read', () => {
    for (const script of [opensLink(withLinks(), DANA), atTheDoor(), underWay()]) {
      expect(sends(script, HOST_IN_OFFICE)).toBe(null);
      expect(script.viewOf(DANA)).toMatchObject({ me: { help: { hint: 'turnSideways' } } });
      script.must(from(DANA), { type: 'help.dismiss' });
      expect(script.viewOf(DANA)).toMatchObject({ me: { help: { hint: null } } });
    }
  });

  test('[JOIN-6] is seen by that device and the host alone', () => {
    const script = withColleague(underWay());
    sends(script);
    expect(JSON.stringify(script.viewOf(AMINA))).toContain('turnSideways');
    for (const who of [SAM, PRIYA]) expect(JSON.stringify(script.viewOf(who))).not.toContain('turnSideways');
  });

  test('[JOIN-6] is the host’s to send, and goes nowhere where nobody is', () => {
    const script = withColleague(underWay());
    for (const who of [PRIYA, DANA, SAM]) expect(sends(script, from(who))).toBe('notYours');
    script.must(from(DANA), { type: 'presence.leave', quickly: false });
    expect(sends(script)).toBe('notInside');
    expect(sends(opensLink(started(), RAY))).toBe('notFound');
  });

  test('[JOIN-6] a device whose link was taken back is told nothing any more', () => {
    const script = atTheDoor().must(from(AMINA), { type: 'invitation.issue', participant: DANA });
    expect(sends(script)).toBe('notInside');
  });
});

describe('asking for help', () => {
  test('[JOIN-4] somebody who is stuck asks to be phoned, and may take it back', () => {
    const script = asksFor(atTheDoor(), 'phoneMe');
    expect(script.viewOf(AMINA)).toMatchObject({ console: { lobby: [{ help: { asked: 'phoneMe' } }] } });
    expect(script.viewOf(DANA)).toMatchObject({ me: { help: { asked: 'phoneMe' } } });
    asksFor(script, 'nothing');
    expect(script.viewOf(AMINA)).toMatchObject({ console: { lobby: [{ help: { asked: null } }] } });
  });

  test('[JOIN-4] whoever closes the page to wait for the call is still to be phoned, until the host has done it', () => {
    const script = asksFor(atTheDoor(), 'phoneMe').must(from(DANA), { type: 'presence.leave', quickly: false });
    const asked = () => {
      const view = script.viewOf(AMINA);
      return view.screen === 'room' && view.console?.roster.find(({ participant }) => participant === DANA)?.asks;
    };
    expect(asked()).toEqual({ session: deviceOf(DANA), what: 'phoneMe' });
    script.must(from(AMINA), { type: 'help.close', session: deviceOf(DANA) });
    expect(asked()).toBe(null);
  });

  test('[JOIN-6] only the host closes it, and only what was asked', () => {
    const script = asksFor(withColleague(underWay()), 'stuck');
    const close = (who: typeof DANA, session = deviceOf(DANA)) =>
      script.attempt({ actor: from(who), command: { type: 'help.close', session } });
    expect([DANA, SAM, PRIYA].map((who) => close(who))).toEqual(Array.from('123', () => 'notYours'));
    expect([close(AMINA, deviceOf(RAY)), close(AMINA, deviceOf(SAM)), close(AMINA)]).toEqual([
      'notFound',
      'nothingAsked',
      null,
    ]);
  });

  test('[JOIN-4] what one asks is nobody else’s business', () => {
    const script = asksFor(withColleague(underWay()), 'stuck');
    for (const who of [SAM, PRIYA]) expect(JSON.stringify(script.viewOf(who))).not.toContain('stuck');
  });
});
