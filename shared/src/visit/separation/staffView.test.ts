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
  admits,
  chaired,
  comesIn,
  knocks,
  opensLink,
  type Script,
  signsIn,
  started,
  withColleague,
  withLinks,
  withNurse,
} from '../../testing/script.ts';
import { twoSides, VIC } from '../../testing/twoSides.ts';
import type { ParticipantId, SessionId } from '../ids.ts';
import type { Role } from '../people.ts';
import { staffView } from '../staffView.ts';
import type { Against } from './state.ts';

const MIA = 'mia' as ParticipantId;
const these = (...people: readonly ParticipantId[]): Against => ({ is: 'these', people });
const ordered = (script: Script, participant: ParticipantId, against: Against): Script =>
  script.must(HOST_IN_OFFICE, { type: 'separation.order', participant, against });
const apart = (): Script => ordered(withLinks(), DANA, these(RAY));
const added = (script: Script, name: string, role: Role, helps?: ParticipantId): Script =>
  script
    .must(HOST_IN_OFFICE, {
      type: 'roster.add',
      person: { participant: MIA, name, role, relationship: '', staff: null, helps },
    })
    .must(HOST_IN_OFFICE, { type: 'invitation.issue', participant: MIA }, { freshId: linkOf(MIA) });
const begun = (script: Script): Script =>
  signsIn(script, AMINA).must(from(AMINA), { type: 'visit.start' }).must(from(AMINA), { type: 'presence.enter' });

/** What that person reads on that screen of who is kept apart; undefined where the screen has nothing of it at all. */
const reads = (script: Script, who: ParticipantId, session: SessionId | null = deviceOf(who)) => {
  const view = script.viewOf(who, session);

  return 'staff' in view ? view.staff?.keptApart : undefined;
};

describe('professionals know who is kept apart', () => {
  const BOTH = [{ names: ['Dana Hughes'], from: ['Ray Cole'] }];

  test('[PLAN-10] on the page of the visit, on the way in, and in whichever room they are', () => {
    const script = apart();
    expect(reads(script, PRIYA, null)).toEqual(BOTH);
    expect(reads(signsIn(script, PRIYA), PRIYA)).toEqual(BOTH);

    comesIn(comesIn(begun(script), DANA), RAY).must(from(PRIYA), { type: 'presence.enter' });
    expect(reads(script, PRIYA)).toEqual(BOTH);
    script
      .must(from(AMINA), { type: 'room.invite', room: 'main-2' as never, session: deviceOf(PRIYA) })
      .must(from(PRIYA), { type: 'room.answer', comes: true, alone: false });
    expect(reads(script, PRIYA)).toEqual(BOTH);
  });

  test('[PLAN-10] the chair and the host as well as a colleague', () => {
    const script = chaired(begun(apart()));
    expect([reads(script, TOM), reads(script, AMINA), reads(script, AMINA, null)]).toEqual([BOTH, BOTH, BOTH]);
  });

  test('[PLAN-10] each two are named once, and together who is kept from the same people', () => {
    expect(reads(twoSides({ here: [DANA, SAM], there: [RAY, VIC], shared: [] }), PRIYA)).toEqual([
      { names: ['Dana Hughes', 'Sam Hughes'], from: ['Ray Cole', 'Vic Cole'] },
    ]);
    expect(reads(ordered(ordered(withLinks(), DANA, these(RAY, SAM)), RAY, these(DANA)), PRIYA, null)).toEqual([
      { names: ['Dana Hughes'], from: ['Sam Hughes', 'Ray Cole'] },
    ]);
  });

  test('[PLAN-10] also of whoever came unexpectedly, until the host has said that they may meet; not of whoever is off the plan', () => {
    const script = added(begun(apart()), 'Vic Cole', 'householdMember');
    expect(reads(script, PRIYA, null)).toEqual([{ names: ['Dana Hughes'], from: ['Ray Cole', 'Vic Cole'] }]);
    script.must(HOST_IN_OFFICE, { type: 'separation.vouch', participant: MIA });
    expect(reads(script, PRIYA, null)).toEqual(BOTH);
    script.must(HOST_IN_OFFICE, { type: 'roster.withdraw', participant: RAY });
    expect(reads(script, PRIYA, null)).toEqual([]);
  });

  test('[PLAN-10] the same whoever is there, and nothing where nobody is kept apart', () => {
    const script = begun(apart());
    const before = reads(script, PRIYA, null);
    expect(reads(comesIn(script, RAY), PRIYA, null)).toEqual(before);
    expect(reads(withColleague(started()), PRIYA)).toEqual([]);
  });
});

describe('nobody else does', () => {
  test.each(['interpreter', 'supporter'] as const)(
    '[PRIV-5] not the family, and not an %s, who is there for one of them',
    (role) => {
      const script = added(apart(), 'Mia Lund', role, SAM);
      for (const who of [DANA, SAM, MIA]) comesIn(who === DANA ? begun(script) : script, who);
      for (const who of [DANA, SAM, MIA]) {
        expect(script.viewOf(who)).toMatchObject({ screen: 'room', staff: null });
        expect(JSON.stringify(script.viewOf(who))).not.toMatch(/Ray|apart/i);
      }
    },
  );

  test('[PRIV-5] by their part in the visit, whichever device or page asks', () => {
    const { current } = added(apart(), 'Mia Lund', 'supporter', SAM);
    const told = [...current.participants.values()].filter((person) => staffView(current, person, null) !== null);
    expect(told.map(({ id }) => id)).toEqual([AMINA, PRIYA]);
  });

  test('[PRIV-5] not a professional who came by a link, at the door or inside: others may hold it', () => {
    const script = begun(withNurse(apart()));
    expect(JSON.stringify(knocks(opensLink(script, LENA), LENA).viewOf(LENA))).not.toMatch(/Ray|apart/i);
    expect(admits(script, LENA).viewOf(LENA)).toMatchObject({ screen: 'room', staff: null });
    expect(JSON.stringify(script.viewOf(LENA))).not.toMatch(/Ray|apart/i);
  });

  test('[PRIV-5] not a colleague who was put out and waits to be let in again', () => {
    const script = withColleague(begun(apart())).must(from(AMINA), { type: 'lobby.remove', participant: PRIYA });
    expect(JSON.stringify(script.viewOf(PRIYA))).not.toMatch(/Ray|apart/i);
    expect(JSON.stringify(knocks(script, PRIYA).viewOf(PRIYA))).not.toMatch(/Ray|apart/i);
  });
});
