import { describe, expect, test } from 'vitest';
import { AMINA, DANA, deviceOf, from, HOST_IN_OFFICE, PRIYA, RAY, SAM } from '../../testing/personas.ts';
import { knocks, opensLink, type Script, started, underWay, withColleague, withLinks } from '../../testing/script.ts';
import type { Actor } from '../actor.ts';
import { SYSTEM } from '../actor.ts';
import { replay } from '../evolve.ts';
import type { ParticipantId } from '../ids.ts';

type Named = { readonly name: string; readonly relationship: string };
const NAN: Named = { name: 'Nan', relationship: 'grandmother' };

const tells = (script: Script, actor: Actor, ...people: readonly Named[]): Script =>
  script.must(actor, { type: 'household.tell', people });
const refusalOf = (script: Script, actor: Actor, ...people: readonly Named[]) =>
  script.attempt({ actor, command: { type: 'household.tell', people } });
const companions = (script: Script, who: ParticipantId = DANA) =>
  script.current.households.get(deviceOf(who))?.people ?? [];
const asks = (script: Script, participant: ParticipantId | null, actor = from(AMINA)): Script =>
  script.must(actor, { type: 'household.ask', participant });
const isAskedAtTheDoor = (script: Script, who: ParticipantId): boolean => {
  const view = script.viewOf(who);
  return 'me' in view && 'askedWhoIsWithYou' in view.me && view.me.askedWhoIsWithYou;
};

describe('who sits beside a device', () => {
  test('[JOIN-5] is said at the door, and stands beside that device for everyone once it is inside', () => {
    const script = tells(knocks(opensLink(underWay(), RAY), RAY), from(RAY), NAN);
    expect(script.viewOf(RAY)).toMatchObject({ screen: 'waiting', me: { household: [NAN] } });
    expect(script.viewOf(AMINA)).toMatchObject({ console: { lobby: [{ saidWho: 'said' }] } });
    expect(JSON.stringify(script.viewOf(AMINA))).toContain('Nan');
    expect(JSON.stringify(script.viewOf(SAM))).not.toContain('Nan');
    script.must(from(AMINA), { type: 'lobby.admit', session: deviceOf(RAY) });
    expect(JSON.stringify(script.viewOf(SAM))).toContain('Nan');
  });

  test('[JOIN-5] nobody is an answer, and something else than no answer', () => {
    const script = underWay();
    expect(script.viewOf(DANA)).toMatchObject({ me: { household: null } });
    expect(tells(script, from(DANA)).viewOf(DANA)).toMatchObject({ me: { household: [] } });
  });

  test('[JOIN-5] whoever is not named again has gone; whoever is keeps their place', () => {
    const script = tells(underWay(), from(DANA), NAN, { name: 'Bo', relationship: 'neighbour' });
    const [nan, bo] = companions(script);
    tells(script, from(DANA), { name: 'bo ', relationship: 'Neighbour' }, { name: 'Ann', relationship: '' });
    expect(companions(script)).toMatchObject([{ id: bo?.id, relationship: 'Neighbour' }, { name: 'Ann' }]);
    expect(companions(script).map(({ id }) => id)).not.toContain(nan?.id);
  });

  test('[ROST-3] somebody introduced as one thing and then told to be another is to be introduced again', () => {
    const script = tells(underWay(), from(DANA), { name: 'Bob', relationship: 'uncle' });
    const [uncle] = companions(script);
    script.must(from(AMINA), { type: 'introduction.done', who: uncle?.id ?? DANA });
    expect(script.current.introductions.made.has(uncle?.id ?? DANA)).toBe(true);
    tells(script, from(DANA), { name: 'Bob', relationship: 'solicitor' });
    const [solicitor] = companions(script);
    expect(script.current.introductions.made.has(solicitor?.id ?? DANA)).toBe(false);
  });

  test('[JOIN-5] father and son of one name are two people; the same person named twice is one', () => {
    const script = tells(
      underWay(),
      from(DANA),
      { name: 'John', relationship: 'father' },
      { name: 'John', relationship: 'brother' },
      { name: ' john', relationship: 'Father' },
    );
    expect(companions(script).map(({ relationship }) => relationship)).toEqual(['father', 'brother']);
    const [father, brother] = companions(script);
    tells(script, from(DANA), { name: 'John', relationship: 'brother' }, { name: 'John', relationship: 'father' });
    expect(companions(script).map(({ id }) => id)).toEqual([brother?.id, father?.id]);
  });

  test('[JOIN-5] nothing invisible is kept of a name, and a name that nobody can read out is refused', () => {
    const script = tells(underWay(), from(DANA), { name: '  Na\u202En ', relationship: ' gran\u0007dmother' });
    expect(companions(script)).toMatchObject([NAN]);
    expect(refusalOf(script, from(DANA), NAN, { name: '🙂', relationship: '' })).toBe('nameUnreadable');
    expect(companions(script)).toMatchObject([NAN]);
  });

  test('[JOIN-3] [JOIN-5] a name that is on the roster is taken like any other: a refusal would tell who is expected', () => {
    const script = opensLink(started(), RAY);
    for (const name of ['Sam Hughes', 'Amina Okafor', 'Nobody Known'])
      expect(refusalOf(script, from(RAY), { name, relationship: '' })).toBe(null);
  });

  test('[JOIN-5] is said for one’s own device only, by devices that have a place', () => {
    const script = underWay();
    expect(refusalOf(script, { kind: 'person', participant: RAY, session: deviceOf(DANA) }, NAN)).toBe('notYours');
    expect(refusalOf(script, HOST_IN_OFFICE, NAN)).toBe('notYours');
    script.must(from(DANA), { type: 'presence.leave', quickly: false });
    expect(refusalOf(script, from(DANA), NAN)).toBe('notInside');
  });

  test('[JOIN-5] what was said is the same after the log has been read again, however its keys are ordered', () => {
    const script = tells(underWay(), from(DANA), NAN);
    const sorted = JSON.stringify(script.log, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)))
        : value,
    );
    script.visit = replay(JSON.parse(sorted));
    tells(script, from(DANA), NAN);
    expect(script.happened).toEqual([]);
  });
});

describe('asking who is there', () => {
  test('[JOIN-5] the host asks one person again, at the door too, until they answer', () => {
    const script = knocks(opensLink(underWay(), RAY), RAY);
    asks(asks(script, RAY), DANA);
    expect(isAskedAtTheDoor(script, RAY)).toBe(true);
    expect(script.viewOf(DANA)).toMatchObject({ me: { asked: { whoIsWithYou: true } } });
    expect(script.viewOf(SAM)).toMatchObject({ me: { asked: { whoIsWithYou: false } } });
    tells(tells(script, from(RAY)), from(DANA), NAN);
    expect(isAskedAtTheDoor(script, RAY)).toBe(false);
    expect(script.viewOf(DANA)).toMatchObject({ me: { asked: { whoIsWithYou: false } } });
  });

  test('[JOIN-5] the same answer as before answers the question', () => {
    const script = asks(tells(underWay(), from(DANA), NAN), DANA);
    tells(script, from(DANA), NAN);
    expect(script.happened).toEqual(['household.told']);
    expect(script.viewOf(DANA)).toMatchObject({ me: { asked: { whoIsWithYou: false } } });
  });

  test('[JOIN-3] [JOIN-5] asking everybody asks the family inside; whoever waits does not learn that something is going on', () => {
    const script = withColleague(knocks(opensLink(underWay(), RAY), RAY));
    const before = script.viewOf(RAY);
    asks(script, null);
    expect(script.viewOf(RAY)).toEqual(before);
    expect([DANA, SAM, PRIYA].map((who) => script.viewOf(who))).toMatchObject([
      { me: { asked: { whoIsWithYou: true } } },
      { me: { asked: { whoIsWithYou: true } } },
      { me: { asked: { whoIsWithYou: false } } },
    ]);
  });

  test('[JOIN-3] [JOIN-5] a question to somebody at the door says nothing of whether the visit has started', () => {
    const early = opensLink(withLinks(), RAY);
    expect(early.attempt({ actor: HOST_IN_OFFICE, command: { type: 'household.ask', participant: RAY } })).toBe(null);
    expect(isAskedAtTheDoor(early, RAY)).toBe(true);
  });

  test('[JOIN-5] only the host asks, and only somebody who can answer', () => {
    const script = withColleague(opensLink(underWay(), RAY));
    const ask = (participant: ParticipantId | null, actor: Actor) =>
      script.attempt({ actor, command: { type: 'household.ask', participant } });
    expect([from(PRIYA), from(DANA), from(SAM)].map((actor) => ask(DANA, actor))).toEqual(
      Array.from('123', () => 'notYours'),
    );
    expect(ask('nobody' as ParticipantId, from(AMINA))).toBe('notFound');
    expect(ask(PRIYA, from(AMINA))).toBe('notInside');
    script.must(from(AMINA), { type: 'invitation.issue', participant: RAY });
    expect(ask(RAY, from(AMINA))).toBe('notInside');
    script.must(SYSTEM, { type: 'connections.reset' });
    expect(ask(DANA, from(AMINA))).toBe(null);
  });
});
