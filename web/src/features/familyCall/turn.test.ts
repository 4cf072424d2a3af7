import type { CompanionId } from '@doorstep/shared/visit/household/state.ts';
import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { CompanionView } from '@doorstep/shared/visit/viewShape.ts';
import { expect, test } from 'vitest';
import { aDevice, aPerson, aRoom, me } from '../../visit/testViews.ts';
import { turnOf } from './turn.ts';

const GRAN: CompanionView = {
  companion: 'gran' as CompanionId,
  name: 'Ruth',
  relationship: 'Gran',
  introduced: 'calledOn',
};
const dana = (beside: readonly CompanionView[]) => aPerson('Dana', { devices: [aDevice('Dana-phone', { beside })] });

test('[ROST-3] whoever is called on is told that it is their turn, and the others whose turn it is', () => {
  const people = [aPerson('Dana', { introduced: 'calledOn' }), aPerson('Mia')];
  const asked = { whoIsWithYou: false, introduce: true, seeAndHear: false, alone: false };

  expect(turnOf(aRoom({ me: me('Dana', { asked }), people }))).toEqual({ is: 'mine' });
  expect(turnOf(aRoom({ people }))).toEqual({ is: 'other', name: 'Dana' });
});

test('[ROST-3] somebody beside a phone is called on by that phone', () => {
  const people = [dana([GRAN])];

  expect(turnOf(aRoom({ me: me('Dana', { session: 'Dana-phone' as SessionId }), people }))).toEqual({
    is: 'besideMe',
    name: 'Ruth',
  });
  expect(turnOf(aRoom({ people }))).toEqual({ is: 'other', name: 'Ruth' });
});

test('while nobody is called on, or somebody is done, nothing is said', () => {
  expect(turnOf(aRoom({ people: [dana([{ ...GRAN, introduced: 'done' }])] }))).toEqual({ is: 'nobody' });
});
