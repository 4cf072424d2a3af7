import { describe, expect, test } from 'vitest';
import type { Opened } from './opened.ts';
import { advance, BEGINNING, type CheckEvent, type Progress, stepsOf } from './progress.ts';

const checkAfter = (...events: readonly CheckEvent[]): Progress => events.reduce(advance, BEGINNING);
const opened = (camera: Opened, microphone: Opened): CheckEvent => ({ is: 'opened', camera, microphone });
const NEXT: CheckEvent = { is: 'next' };
const SKIP: CheckEvent = { is: 'skip' };

describe('[JOIN-4] the check', () => {
  test('shows one thing after the other, and then it is over', () => {
    const places = [];
    for (let at = checkAfter(opened('works', 'works')); at.at !== 'ready'; at = advance(at, NEXT)) places.push(at.at);

    expect(places).toEqual(['picture', 'microphone', 'speaker', 'network', 'overheard', 'headset', 'behind']);
  });

  test('can be skipped at every step, and says what nobody looked at', () => {
    const skipped = Array.from({ length: 7 }, () => SKIP);
    const { at, report } = checkAfter(opened('works', 'works'), ...skipped);

    expect(at).toBe('ready');
    expect(report).toEqual({
      camera: 'works',
      picture: 'notTried',
      microphone: 'works',
      speaker: 'skipped',
      network: 'skipped',
      overheard: 'notSaid',
      headset: 'notSaid',
      behind: 'notSaid',
    });
  });

  test('can be left alone altogether', () => {
    expect(checkAfter({ is: 'straightIn' }).report).toMatchObject({
      camera: 'skipped',
      microphone: 'skipped',
      speaker: 'skipped',
      network: 'skipped',
    });
    expect(checkAfter(opened('works', 'works'), { is: 'straightIn' }).report.camera).toBe('works');
  });

  test('skips nothing that has been found out already', () => {
    const { report } = checkAfter(opened('notWanted', 'works'), NEXT, { is: 'speaker', heard: false }, SKIP, {
      is: 'network',
      grade: 'poor',
    });

    expect(advance({ ...checkAfter(), at: 'network', report }, SKIP).report).toMatchObject({
      speaker: 'notHeard',
      network: 'poor',
    });
  });

  test('shows no picture, and asks for nothing behind, where there is no camera', () => {
    expect(stepsOf(checkAfter(opened('notWanted', 'works')).report)).toEqual([
      'microphone',
      'speaker',
      'network',
      'overheard',
      'headset',
    ]);
    expect(checkAfter(opened('notWanted', 'notWanted')).at).toBe('speaker');
  });

  test('goes on by itself after a good answer, and stays for the advice after another', () => {
    const atSpeaker = checkAfter(opened('notWanted', 'notWanted'));

    expect(advance(atSpeaker, { is: 'speaker', heard: true }).at).toBe('network');
    expect(advance(atSpeaker, { is: 'speaker', heard: false }).at).toBe('speaker');

    const at = (step: Progress['at']): Progress => ({ ...checkAfter(opened('works', 'works')), at: step });
    expect(advance(at('overheard'), { is: 'said', about: 'overheard', yes: false }).at).toBe('headset');
    expect(advance(at('overheard'), { is: 'said', about: 'overheard', yes: true }).at).toBe('overheard');
    expect(advance(at('headset'), { is: 'said', about: 'headset', yes: false }).at).toBe('behind');
    expect(advance(at('behind'), { is: 'said', about: 'behind', yes: true }).at).toBe('ready');
    expect(advance(at('behind'), { is: 'said', about: 'behind', yes: false }).at).toBe('behind');
  });

  test('sound only is on offer at any step, and its screens go with the camera', () => {
    const off: CheckEvent = { is: 'leftCameraOff' };
    const full = checkAfter(opened('works', 'works'), { is: 'saw', light: 'dark' });

    expect(advance(full, off).at).toBe('microphone');
    expect(advance(full, off).report).toMatchObject({ camera: 'skipped', picture: 'notTried' });
    expect(advance({ ...full, at: 'network' }, off).at).toBe('network');
    expect(advance({ ...full, at: 'behind' }, off).at).toBe('ready');
  });
});

describe('[JOIN-4] a failure has a screen of its own', () => {
  test.each([
    ['refused', 'refused'],
    ['dismissed', 'refused'],
    ['bySystem', 'refused'],
    ['noDevice', 'missing'],
    ['inUse', 'inUse'],
    ['insecure', 'failed'],
    ['unsupported', 'failed'],
    ['unknown', 'failed'],
  ] as const)('%s is told to the host as %s', (problem, found) => {
    const { at, trouble, report } = checkAfter(opened(problem, problem));

    expect({ at, trouble }).toEqual({ at: 'trouble', trouble: { problem, part: 'both' } });
    expect(report).toMatchObject({ camera: found, microphone: found });
  });

  test('also where only one of the two is missing; from there it goes on with the other', () => {
    const missing = checkAfter(opened('noDevice', 'works'));
    expect(missing.trouble).toEqual({ problem: 'noDevice', part: 'camera' });
    expect(advance(missing, { is: 'wentOn' })).toMatchObject({ at: 'microphone', trouble: null });

    const silent = checkAfter(opened('works', 'inUse'));
    expect(silent.trouble).toEqual({ problem: 'inUse', part: 'microphone' });
    expect(advance(silent, { is: 'wentOn' }).at).toBe('picture');
  });

  test('is still known to the host when somebody goes on with sound only', () => {
    expect(checkAfter(opened('refused', 'refused'), opened('notWanted', 'works')).report).toMatchObject({
      camera: 'refused',
      microphone: 'works',
    });
  });

  test('goes away when trying again helps', () => {
    expect(checkAfter(opened('refused', 'refused'), opened('works', 'works'))).toMatchObject({
      at: 'picture',
      trouble: null,
      report: { camera: 'works', microphone: 'works' },
    });
  });
});

test('[JOIN-4] a light from behind leaves a face dark, which is what the host reads', () => {
  expect(checkAfter(opened('works', 'works'), { is: 'saw', light: 'backlit' }).report.picture).toBe('dark');
  expect(checkAfter(opened('works', 'works'), { is: 'saw', light: 'black' }).report.picture).toBe('black');
});

test('[JOIN-4] a microphone that is silent for a while is told as such, until a voice comes', () => {
  const silent = checkAfter(opened('works', 'works'), { is: 'heard', voice: false });

  expect(silent.report.microphone).toBe('silent');
  expect(advance(silent, { is: 'heard', voice: true }).report.microphone).toBe('works');
});
