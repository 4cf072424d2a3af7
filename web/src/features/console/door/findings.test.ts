import type { CheckReport } from '@doorstep/shared/visit/checks/state.ts';
import { expect, test } from 'vitest';
import { FINDINGS, HELP } from '../../../content/staff/help.ts';
import { findingsOf } from './findings.ts';

const FINE: CheckReport = {
  camera: 'works',
  picture: 'fine',
  microphone: 'works',
  speaker: 'heard',
  network: 'good',
  overheard: 'no',
  headset: 'no',
  behind: 'fine',
};
const found = (change: Partial<CheckReport>) => findingsOf({ ...FINE, ...change });

test('[JOIN-6] a check in which all is fine is one quiet line', () => {
  expect(found({})).toEqual({ troubles: [], summary: HELP.check.fine, hints: [] });
});

test('[JOIN-6] what was not done is never called fine', () => {
  expect(findingsOf(null).summary).toBe(HELP.check.notYet);
  const nothing = { camera: 'notTried', microphone: 'notTried', speaker: 'notTried', network: 'notTried' } as const;
  expect(found(nothing).summary).toBe(HELP.check.notYet);
  expect(found({ speaker: 'skipped' }).summary).toBe(HELP.check.partly);
  expect(found({ network: 'notTried' }).summary).toBe(HELP.check.partly);
});

test('[JOIN-6] only what is not fine is listed, with the hints that would help', () => {
  expect(found({ camera: 'refused', speaker: 'notHeard', overheard: 'yes' })).toEqual({
    troubles: [FINDINGS.camera.refused, FINDINGS.speaker.notHeard, FINDINGS.overheard.yes],
    summary: null,
    hints: ['tapCamera', 'openInBrowser', 'turnSoundUp'],
  });
  expect(found({ picture: 'dark', network: 'poor', microphone: 'silent' }).hints).toEqual([
    'moreLight',
    'speakUp',
    'useWifi',
  ]);
});
