import { describe, expect, test } from 'vitest';
import { FakeTrack } from '../../media/FakeCapture.ts';
import { answered, chosen, gradeKnown, NOTHING_SAID, needsAdvice, type Question, reportOf } from './answers.ts';

const NOT_TRIED = { ...NOTHING_SAID, network: 'notTried' } as const;
const NOTHING_OPEN = { camera: null, microphone: null, cameraProblem: null, microphoneProblem: null };

describe('the short list before going in', () => {
  test('[DEV-2] what is not answered is kept as not said, and as nothing else', () => {
    expect(reportOf(NOT_TRIED, NOTHING_OPEN)).toEqual({
      behind: 'notSaid',
      overheard: 'notSaid',
      headset: 'notSaid',
      equipment: 'notSaid',
      camera: 'notTried',
      picture: 'notTried',
      microphone: 'notTried',
      speaker: 'notTried',
      network: 'notTried',
    });
  });

  test.each<[Question, boolean, string]>([
    ['behind', true, 'fine'],
    ['behind', false, 'toTidy'],
    ['overheard', true, 'yes'],
    ['overheard', false, 'no'],
    ['equipment', true, 'authority'],
    ['equipment', false, 'personal'],
    ['headset', true, 'yes'],
    ['headset', false, 'no'],
  ])('[DEV-2] “%s”: %s is kept as %s, and the others stay as they were', (question, yes, kept) => {
    const answers = answered(NOTHING_SAID, question, yes);
    expect(answers).toEqual({ ...NOTHING_SAID, [question]: kept });
    expect(chosen(answers, question)).toBe(yes ? 'yes' : 'no');
    expect(chosen(NOTHING_SAID, question)).toBe(null);
  });

  test('[DEV-2] somebody who can hear, something private, no headset: each brings its advice, and nothing else does', () => {
    const bad = answered(answered(answered(NOTHING_SAID, 'behind', false), 'overheard', true), 'headset', false);
    const good = answered(answered(answered(NOTHING_SAID, 'behind', true), 'overheard', false), 'headset', true);
    for (const question of ['behind', 'overheard', 'headset'] as const) {
      expect(needsAdvice(bad, question)).toBe(true);
      expect(needsAdvice(good, question)).toBe(false);
      expect(needsAdvice(NOTHING_SAID, question)).toBe(false);
    }
  });

  test('[DEV-2] camera and microphone are told as they were found', () => {
    const found = reportOf(NOT_TRIED, {
      ...NOTHING_OPEN,
      cameraProblem: 'inUse',
      microphone: new FakeTrack('audio', 'microphone'),
    });
    expect(found).toMatchObject({ camera: 'inUse', microphone: 'works' });
    expect(reportOf(NOT_TRIED, { ...NOTHING_OPEN, microphoneProblem: 'noDevice' }).microphone).toBe('missing');
  });

  test('[DEV-2] the line is told as it was found; of one that was not tried to the end nothing is', () => {
    for (const grade of ['good', 'fair', 'poor', 'failed'] as const) {
      expect(gradeKnown(grade)).toBe(grade);
      expect(reportOf({ ...NOTHING_SAID, network: grade }, NOTHING_OPEN).network).toBe(grade);
    }
    for (const unknown of ['busy', 'testing'] as const) expect(gradeKnown(unknown)).toBe('notTried');
  });

  test('[DEV-1] whoever goes in with a device of their own has been warned, and it is kept', () => {
    const own = answered(NOTHING_SAID, 'equipment', false);
    expect(needsAdvice(own, 'equipment')).toBe(true);
    expect(reportOf({ ...NOT_TRIED, ...own }, NOTHING_OPEN).equipment).toBe('personal');
    expect(needsAdvice(answered(NOTHING_SAID, 'equipment', true), 'equipment')).toBe(false);
  });
});
