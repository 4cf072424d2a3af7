import type { CompanionId } from '@doorstep/shared/visit/household/state.ts';
import { expect, test } from 'vitest';
import { aDevice, aPerson, aRoom } from '../../visit/testViews.ts';
import { peopleHere } from './peopleHere.ts';

const beside = (name: string, relationship: string) => ({
  companion: name as CompanionId,
  name,
  relationship,
  introduced: 'notYet' as const,
});

test('[ROST-1] the list names everyone in the room by name and part, oneself last', () => {
  const people = [
    aPerson('Mia', { role: 'child' }),
    aPerson('Sam', { role: 'host' }),
    aPerson('Ola', { role: 'manager' }),
    aPerson('Ruth', { role: 'householdMember', relationship: 'Grandmother' }),
  ];

  expect(peopleHere(aRoom({ people })).map(({ name, part, isMe }) => [name, part, isMe])).toEqual([
    ['Sam', 'Your worker', false],
    ['Ola', 'Leads your worker’s team', false],
    ['Ruth', 'Grandmother', false],
    ['Mia', 'Child', true],
  ]);
});

test('[JOIN-5] whoever sits beside somebody is named with them, whichever of their devices it is', () => {
  const devices = [
    aDevice('phone', { beside: [beside('Ruth', 'Gran'), beside('Gran', 'Gran')] }),
    aDevice('tablet', { beside: [beside('Ola', '')] }),
  ];

  expect(peopleHere(aRoom({ people: [aPerson('Dana', { devices })] }))[0]?.beside).toEqual([
    'Ruth (Gran)',
    'Gran',
    'Ola',
  ]);
});

test('[SEE-5] somebody whose line is lost is getting back, unless another of their devices is there', () => {
  const lost = aDevice('phone', { connection: 'reconnecting' });
  const people = [aPerson('Dana', { devices: [lost] }), aPerson('Ray', { devices: [lost, aDevice('tablet')] })];

  expect(peopleHere(aRoom({ people })).map(({ isGettingBack }) => isGettingBack)).toEqual([true, false]);
});
