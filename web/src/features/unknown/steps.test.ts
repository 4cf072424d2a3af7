import type { CaseState } from '@doorstep/shared/visit/unknown/state.ts';
import type { Can, MatterPlace } from '@doorstep/shared/visit/viewShape.ts';
import { describe, expect, test } from 'vitest';
import { anUnknown } from '../../visit/testViews.ts';
import { commandFor, FIELDS, missingOf, nextSteps, recordOf, type Step } from './steps.ts';

const STEPS = Object.keys(FIELDS).filter((step): step is Step => step in FIELDS);
const GONE: MatterPlace = { is: 'gone' };
const INSIDE: MatterPlace = { is: 'inside', joinsBy: 'link' };
const AT_THE_DOOR: MatterPlace = { is: 'door', deniedBefore: false };

/** A server that allows these acts in Dana's matter. */
const allowing = (...steps: readonly string[]): Can =>
  Object.fromEntries(steps.map((step) => [`unknown.${step}:Dana-case`, 'yes'] as const));
const ALL: Can = {
  ...allowing(...STEPS),
  'visit.end': 'yes',
  'lobby.remove:Dana': 'yes',
};
const at = (state: CaseState, place: MatterPlace = INSIDE) => anUnknown('Dana', { state, place });

describe('[UNK-2] which steps are offered', () => {
  test('only those that the server allows', () => {
    expect(nextSteps(at('noticed'), allowing('askFamily', 'left'))).toEqual(['askFamily', 'left']);
    expect(nextSteps(at('noticed'), {})).toEqual([]);
    const refused: Can = { 'unknown.askFamily:Dana-case': 'visitNotOpen' };
    expect(nextSteps(at('noticed'), refused)).toEqual([]);
  });

  test.each<[CaseState, Step]>([
    ['noticed', 'askFamily'],
    ['familyAsked', 'explain'],
    ['explained', 'introduce'],
    ['refused', 'warn'],
    ['warned', 'introduce'],
    ['left', 'close'],
  ])('when it is %s, %s comes first', (state, first) => {
    expect(nextSteps(at(state), ALL)[0]).toBe(first);
  });

  test('the end of the call only to somebody who would not say, and after a warning', () => {
    const states: readonly CaseState[] = ['noticed', 'familyAsked', 'explained', 'refused', 'warned', 'left'];
    const ending = states.filter((state) => nextSteps(at(state), ALL).includes('end'));
    expect(ending).toEqual(['refused', 'warned']);
  });

  test('a removal only of a device that is inside', () => {
    expect(nextSteps(at('warned'), ALL)).toContain('remove');
    expect(nextSteps(at('warned', GONE), ALL)).not.toContain('remove');
    expect(nextSteps(at('warned', AT_THE_DOOR), ALL)).not.toContain('remove');
  });

  test('that nobody was there only after an explanation', () => {
    expect(nextSteps(at('explained', GONE), ALL)).toContain('nobody');
    expect(nextSteps(at('noticed', GONE), ALL)).not.toContain('nobody');
  });
});

describe('[UNK-2] the words of a step', () => {
  test('no step is taken without the words that it needs; a description needs one of its three', () => {
    expect(missingOf('introduce', { name: '  ', relationship: '' })).toEqual(['name', 'relationship']);
    expect(missingOf('introduce', { name: 'Jo', relationship: 'aunt' })).toEqual([]);
    expect(missingOf('describe', {})).toEqual(['voice']);
    expect(missingOf('describe', { where: 'behind the door' })).toEqual([]);
    expect(missingOf('left', {})).toEqual([]);
    expect(missingOf('end', { reason: '' })).toEqual(['reason']);
  });

  test('several fields become one text for the record', () => {
    expect(recordOf('introduce', { name: ' Jo Hughes ', relationship: 'aunt' }, String)).toBe('Jo Hughes, aunt');
    expect(recordOf('describe', { voice: 'deep', looks: '', where: 'kitchen' }, String)).toBe(
      'voice: deep. where: kitchen',
    );
    expect(recordOf('left', {}, String)).toBe('');
  });

  test('no field lets more be typed than the server takes', () => {
    for (const step of STEPS) {
      const written = Object.fromEntries(FIELDS[step].map(({ name, longest }) => [name, 'x'.repeat(longest)]));
      expect(recordOf(step, written, () => 'Where they are').length).toBeLessThanOrEqual(step === 'end' ? 300 : 500);
    }
  });

  test('each step is the command of its name; removing and ending are acts of the visit', () => {
    const matter = at('warned');
    expect(commandFor('warn', matter, 'x')).toEqual({ type: 'unknown.warn', case: matter.id, words: 'x' });
    expect(commandFor('remove', matter, '')).toEqual({ type: 'lobby.remove', participant: 'Dana' });
    expect(commandFor('remove', at('warned', GONE), '')).toBe(null);
    expect(commandFor('end', matter, 'Bye')).toEqual({ type: 'visit.end', words: 'Bye' });
  });
});
