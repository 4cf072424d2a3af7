import type { HelpAsked } from '@doorstep/shared/visit/checks/state.ts';
import { expect, test } from 'vitest';
import { aRoom, me } from '../../visit/testViews.ts';
import { sensesCommand } from './senses.ts';

const outside = (asked: HelpAsked | null) =>
  aRoom({ me: me('Mia', { help: { hint: null, asked } }), can: { 'senses.answer': 'nothingAsked' } });

test('[ROST-4] in a round the answer goes to the round, also when it changes', () => {
  const room = aRoom({ can: { 'senses.answer': 'yes' } });

  expect(sensesCommand(room, 'yes', 'no')).toEqual({ type: 'senses.answer', sees: 'yes', hears: 'no' });
  expect(sensesCommand(room, 'yes', 'yes')).toEqual({ type: 'senses.answer', sees: 'yes', hears: 'yes' });
});

test('[JOIN-6] outside a round, whoever cannot see or hear is shown to the host as stuck, until they can', () => {
  expect(sensesCommand(outside(null), 'no', 'yes')).toEqual({ type: 'help.ask', what: 'stuck' });
  expect(sensesCommand(outside('stuck'), 'no', 'no')).toBeNull();
  expect(sensesCommand(outside('stuck'), 'yes', 'yes')).toEqual({ type: 'help.ask', what: 'nothing' });
  expect(sensesCommand(outside(null), 'yes', 'yes')).toBeNull();
});

test('[JOIN-4] a phone call that was asked for stays asked for', () => {
  expect(sensesCommand(outside('phoneMe'), 'no', 'no')).toBeNull();
  expect(sensesCommand(outside('phoneMe'), 'yes', 'yes')).toBeNull();
});
