import { describe, expect, test } from 'vitest';
import { atOnce } from '../../lib/unhurried.ts';
import { AMINA, from, LENA, PRIYA } from '../../testing/personas.ts';
import { CHECKED } from '../../testing/probes.ts';
import { admits, knocks, opensLink, type Script, signsIn, started, underWay, withNurse } from '../../testing/script.ts';
import { saidBeforeEntering } from './record.ts';
import type { CheckReport } from './state.ts';

const MINUTE = 60_000;
const WELL = { equipment: 'authority', behind: 'fine', overheard: 'no', headset: 'yes' } as const;
const SILENT = { equipment: 'notSaid', behind: 'notSaid', overheard: 'notSaid', headset: 'notSaid' } as const;

const says = (script: Script, report: Partial<CheckReport>, device = 1): Script =>
  script.must(from(PRIYA, device), { type: 'check.report', report: { ...CHECKED, ...report } });
const enters = (script: Script, wait = 0, device = 1): Script =>
  script.must(from(PRIYA, device), { type: 'presence.enter' }, { wait });
const leaves = (script: Script): Script => script.must(from(PRIYA), { type: 'presence.leave', quickly: false });
const saidIn = (script: Script) => atOnce(saidBeforeEntering(script.log));
const ofPriya = (script: Script) => saidIn(script).filter(({ participant }) => participant === PRIYA);

describe('the record of what professionals said before they went in', () => {
  test('[DEV-2] has the answers that stood when they went in, with the time, and that somebody said nothing', () => {
    const script = enters(says(signsIn(started(), PRIYA), WELL), MINUTE);
    expect(saidIn(script)).toMatchObject([
      { participant: AMINA, name: 'Amina Okafor', said: null },
      { participant: PRIYA, role: 'colleague', device: 'computer', said: WELL, entered: [script.now] },
    ]);
  });

  test('[DEV-2] only to have passed over every question is to have said nothing', () => {
    expect(ofPriya(enters(says(signsIn(started(), PRIYA), SILENT)))).toMatchObject([{ said: null }]);
  });

  test('[DEV-1] that somebody went in with a device of their own is there afterwards', () => {
    const script = enters(says(signsIn(started(), PRIYA), { ...WELL, equipment: 'personal' }));
    expect(ofPriya(script)).toMatchObject([{ said: { equipment: 'personal' } }]);
  });

  test('[DEV-2] who goes in again with the same answers has one line with both times, and with others one of its own', () => {
    const script = enters(says(signsIn(started(), PRIYA), WELL));
    const first = script.now;
    enters(leaves(script), MINUTE);
    enters(says(leaves(script), { ...WELL, headset: 'no' }), MINUTE);
    expect(
      ofPriya(script).map(({ said, entered }) => [said?.headset, entered.map((at) => (at - first) / MINUTE)]),
    ).toEqual([
      ['yes', [0, 1]],
      ['no', [2]],
    ]);
  });

  test('[DEV-2] what is found out only later changes nothing of what was said before', () => {
    const script = enters(says(signsIn(started(), PRIYA), { ...WELL, camera: 'notTried' }));
    says(script, { ...WELL, overheard: 'yes' });
    expect(ofPriya(script)).toMatchObject([{ said: WELL }]);
  });

  test('[DEV-2] two devices of one person each have what was said on them', () => {
    const script = signsIn(says(signsIn(started(), PRIYA), WELL), PRIYA, 2);
    enters(enters(says(script, { ...WELL, equipment: 'personal' }, 2)), 0, 2);
    expect(ofPriya(script).map(({ said }) => said?.equipment)).toEqual(['authority', 'personal']);
  });

  test('[DEV-2] a professional who comes by link is there once they were let in; the family never', () => {
    const script = knocks(opensLink(withNurse(underWay()), LENA), LENA);
    expect(saidIn(script).map(({ participant }) => participant)).toEqual([AMINA]);
    expect(saidIn(admits(script, LENA)).map(({ participant }) => participant)).toEqual([AMINA, LENA]);
  });
});
