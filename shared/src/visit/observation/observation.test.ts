import { describe, expect, test } from 'vitest';
import { AMINA, DANA, from, HOST_IN_OFFICE, PRIYA, SAM } from '../../testing/personas.ts';
import { type Script, started, underWay, withColleague, withLinks } from '../../testing/script.ts';
import type { ParticipantId } from '../ids.ts';
import { observations } from './record.ts';
import { MOST_OBSERVATIONS } from './state.ts';

const MIA = 'mia' as ParticipantId;
const withBaby = (script: Script): Script =>
  script.must(HOST_IN_OFFICE, {
    type: 'roster.add',
    person: { participant: MIA, name: 'Mia Hughes', role: 'child', relationship: '', staff: null, speech: 'notYet' },
  });
const notes = (script: Script, participant: ParticipantId, words: string, actor = from(AMINA)) =>
  script.attempt({ actor, command: { type: 'observation.note', participant, words } });
const observedOf = (script: Script, participant: ParticipantId) => {
  const view = script.viewOf(AMINA);
  return view.screen === 'room' ? view.console?.roster.find((one) => one.participant === participant)?.observed : null;
};

describe('what is seen of a child', () => {
  test('[SEE-6] is kept with its time, also of a child who has no device and is in somebody else’s picture', () => {
    const script = withBaby(underWay());
    expect(observedOf(script, MIA)).toBe(null);
    expect(notes(script, MIA, 'Asleep on the sofa, breathing calmly')).toBe(null);
    expect(notes(script, MIA, 'Awake; reaches for her mother', HOST_IN_OFFICE)).toBe(null);
    expect(observedOf(script, MIA)).toMatchObject({ count: 2, last: { words: 'Awake; reaches for her mother' } });
  });

  test('[SEE-6] is the host’s alone to write and to read', () => {
    const script = withBaby(withColleague(underWay()));
    for (const who of [PRIYA, DANA, SAM]) expect(notes(script, MIA, 'Mine', from(who))).toBe('notYours');
    expect(notes(script, SAM, 'Showed his drawing')).toBe(null);
    for (const who of [PRIYA, DANA, SAM]) expect(JSON.stringify(script.viewOf(who))).not.toMatch(/drawing|observ/);
  });

  test('[SEE-6] is of a child, while the visit is on', () => {
    expect(notes(withBaby(withLinks()), MIA, 'Too early', HOST_IN_OFFICE)).toBe('visitNotOpen');
    expect(notes(underWay(), DANA, 'Of a grown-up')).toBe('notFound');
    expect(notes(underWay(), MIA, 'Of nobody')).toBe('notFound');
  });

  test('[SEE-6] fills no log without end', () => {
    const script = underWay();
    for (let n = 0; n < MOST_OBSERVATIONS; n += 1) notes(script, SAM, `Note ${n}`);
    expect(notes(script, SAM, 'One more')).toBe('notesFull');
    expect(script.viewOf(AMINA).can[`observation.note:${SAM}`]).toBe('notesFull');
  });
});

describe('the place of a child in the record', () => {
  test('[SEE-6] has every note in its order', () => {
    const script = underWay();
    for (const words of ['First', 'Second']) notes(script, SAM, words);
    expect(observations(script.log)).toMatchObject([
      { name: 'Sam Hughes', speech: 'speaks', notes: [{ words: 'First' }, { words: 'Second' }] },
    ]);
  });

  test('[SEE-6] is there for a child who does not speak yet when nothing was written, so that the gap is seen', () => {
    expect(observations(withBaby(underWay()).log)).toEqual([
      { participant: MIA, name: 'Mia Hughes', speech: 'notYet', notes: [] },
    ]);
    expect(observations(underWay().log)).toEqual([]);
    const withdrawn = withBaby(started()).must(HOST_IN_OFFICE, { type: 'roster.withdraw', participant: MIA });
    expect(observations(withdrawn.log)).toEqual([]);
  });
});
