import { expect, test } from 'vitest';
import { AMINA, DANA, deviceOf, from, HOST_IN_OFFICE, PRIYA, RAY, SAM } from '../../testing/personas.ts';
import { knocks, opensLink, type Script, signsIn, underWay } from '../../testing/script.ts';
import type { Millis } from '../ids.ts';
import type { CaseId } from './state.ts';

const inOffice = (script: Script) => {
  const view = script.viewOf(AMINA, null);
  if (view.screen !== 'preparing' || view.console === null) throw new Error('The host has no console');

  return view.console.unknowns;
};
const besideColleague = (): Script => signsIn(underWay(), PRIYA).must(from(PRIYA), { type: 'presence.enter' });

test('[UNK-1] the host reads whose link a second device used, on every page, also after both have gone', () => {
  const script = knocks(opensLink(underWay(), DANA, 2), DANA, 2);
  expect(inOffice(script)).toMatchObject([
    { why: 'anotherDevice', whose: 'Dana Hughes', device: 'phone', noticedBy: null, by: null, open: true },
  ]);
  script.must(HOST_IN_OFFICE, { type: 'lobby.deny', session: deviceOf(DANA, 2) });
  script.must(HOST_IN_OFFICE, { type: 'lobby.remove', participant: DANA });
  expect(inOffice(script)).toMatchObject([{ whose: 'Dana Hughes', open: false }]);
});

test('[UNK-3] the host reads near whose device it was and who noticed it; near nobody is said as such', () => {
  const script = besideColleague()
    .must(from(PRIYA), { type: 'unknown.notice', about: 'nearby', session: deviceOf(SAM), words: 'A man’s voice' })
    .must(from(AMINA), { type: 'unknown.notice', about: 'nearby', session: null, words: '' });
  expect(inOffice(script)).toMatchObject([
    { whose: 'Sam Hughes', noticedBy: 'Priya Shah', by: PRIYA, steps: [{ words: 'A man’s voice' }] },
    { whose: null, device: null, noticedBy: 'Amina Okafor' },
  ]);
});

test('[UNK-1] whoever is not the host has nothing of it in what they see, nor in what they may do', () => {
  const script = knocks(opensLink(knocks(opensLink(besideColleague(), DANA, 2), DANA, 2), RAY), RAY).must(from(PRIYA), {
    type: 'unknown.notice',
    about: 'nearby',
    session: deviceOf(DANA),
    words: 'Somebody coughed',
  });
  for (const view of [script.viewOf(DANA), script.viewOf(DANA, deviceOf(DANA, 2)), script.viewOf(SAM)]) {
    expect(JSON.stringify(view)).not.toMatch(/unknown\.|unexpected|coughed/);
  }
  expect(JSON.stringify(script.viewOf(RAY))).not.toMatch(/unknown\.|unexpected|coughed/);
  const colleague = script.viewOf(PRIYA);
  expect(Object.keys(colleague.can).filter((key) => key.startsWith('unknown.'))).toEqual(['unknown.notice']);
  expect(JSON.stringify(colleague)).not.toContain('coughed');
});

test('[UNK-2] that the host took note of a matter is its last step, with its time and words', () => {
  const script = besideColleague().must(
    from(PRIYA),
    { type: 'unknown.notice', about: 'nearby', session: null, words: '' },
    { freshId: 'case-1' },
  );
  const step = (type: 'unknown.left' | 'unknown.close', words: string) =>
    script.must(from(AMINA), { type, case: 'case-1' as CaseId, words }, { wait: 60_000 as Millis });
  step('unknown.left', 'Dana says she has gone');
  step('unknown.close', 'Ring tomorrow');
  expect(inOffice(script)).toMatchObject([
    {
      state: 'left',
      open: false,
      steps: [{}, { to: 'left' }, { to: 'closed', words: 'Ring tomorrow', at: script.now }],
    },
  ]);
});
