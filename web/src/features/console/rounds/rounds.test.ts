import type { SensesAnswer } from '@doorstep/shared/visit/rounds/state.ts';
import type { CompanionView, PersonView } from '@doorstep/shared/visit/viewShape.ts';
import { expect, test } from 'vitest';
import {
  aChair,
  aConsole,
  aDevice,
  aHostDevice,
  aPerson,
  aRoom,
  aRoomOf,
  aRosterEntry,
  me,
  sitting,
} from '../../../visit/testViews.ts';
import { introductionRound } from './introductions.ts';
import { sensesAskedAt, sensesElsewhere, sensesTally } from './senses.ts';

const nan: CompanionView = {
  companion: 'nan' as CompanionView['companion'],
  name: 'Nan',
  relationship: 'grandmother',
  introduced: 'notYet',
};
const amina = aPerson('Amina', { role: 'host' });
const priya = aPerson('Priya', { role: 'colleague' });
const dana = aPerson('Dana', { devices: [aDevice('Dana-phone', { beside: [nan] })] });
const sam = aPerson('Sam', { role: 'child' });
const room = (people: readonly PersonView[]) => aRoom({ people, me: me('Amina', { role: 'host' }) });

test('[ROST-3] the child and the family come first, and whoever sits beside somebody right after them', () => {
  const { order, next, called, done } = introductionRound(room([amina, priya, dana, sam]));
  expect(order.map(({ name }) => name)).toEqual(['Sam', 'Dana', 'Nan', 'Amina', 'Priya']);
  expect(order[2]?.says).toBe('grandmother, with Dana');
  expect([next?.name, called, done]).toEqual(['Sam', null, 0]);
});

test('[ROST-3] the round goes on after whoever is called on; a latecomer is next at their place, and nobody when all are done', () => {
  const after = room([amina, { ...dana, introduced: 'calledOn' }, { ...sam, introduced: 'done' }]);
  expect(introductionRound(after)).toMatchObject({ called: { name: 'Dana' }, next: { name: 'Nan' }, done: 1 });
  const all = room([
    { ...amina, introduced: 'done' },
    { ...sam, introduced: 'done' },
  ]);
  expect(introductionRound(all)).toMatchObject({ called: null, next: null, done: 2 });
  const late = room([{ ...amina, introduced: 'done' }, { ...sam, introduced: 'done' }, aPerson('Ray')]);
  expect(introductionRound(late).next?.name).toBe('Ray');
});

const answer = (sees: 'yes' | 'no', hears: 'yes' | 'no'): SensesAnswer => ({ sees, hears, at: 0 as never });

test('[ROST-4] the tally has each device once: fine, cannot, or no answer yet', () => {
  const tablet = aDevice('Sam-tablet', { device: 'tablet' });
  const twice = { ...sam, devices: [...sam.devices, tablet] };
  const roster = [
    aRosterEntry('Amina', { devices: [aHostDevice('Amina-phone', { senses: answer('yes', 'yes') })] }),
    aRosterEntry('Sam', {
      devices: [aHostDevice('Sam-phone', { senses: answer('yes', 'no') }), aHostDevice('Sam-tablet')],
    }),
    aRosterEntry('Dana', { devices: [aHostDevice('Dana-phone', { senses: answer('no', 'no') })] }),
    // At the door: not asked.
    aRosterEntry('Ray', { devices: [aHostDevice('Ray-phone')] }),
  ];
  const tally = sensesTally({ ...room([amina, twice, dana]), console: aConsole({ roster }) });
  expect(tally.all).toBe(4);
  expect(tally.fine.map(({ name, isMe }) => [name, isMe])).toEqual([['Amina', true]]);
  expect(tally.exceptions.map(({ name, cannot }) => [name, cannot])).toEqual([
    ['Sam (phone)', 'hears'],
    ['Dana', 'both'],
  ]);
  expect(tally.waiting.map(({ name }) => name)).toEqual(['Sam (tablet)']);
});

test('[ROST-4] the chair counts the answers of those in the room as the host does', () => {
  const answers = [
    { session: 'Sam-phone' as never, ...answer('yes', 'yes') },
    { session: 'Dana-phone' as never, ...answer('no', 'yes') },
  ];
  const view = { ...room([amina, dana, sam]), chair: aChair({ senses: { askedAt: 7 as never, answers } }) };
  const tally = sensesTally(view);
  expect(tally.fine.map(({ name }) => name)).toEqual(['Sam']);
  expect(tally.exceptions.map(({ name, cannot }) => [name, cannot])).toEqual([['Dana', 'sees']]);
  expect(tally.waiting.map(({ name }) => name)).toEqual(['Amina']);
  expect([sensesAskedAt(view), sensesAskedAt(room([amina]))]).toEqual([7, null]);
});

test('[ROST-4] whoever is in another room is named beside the round: to the chair as far as it is said, to the host all of them', () => {
  const elsewhere = [{ name: 'Sam', withWhom: null }];
  const chairs = { ...room([amina, dana]), elsewhere, chair: aChair() };
  expect(sensesElsewhere(chairs)).toEqual(['Sam']);
  const roster = ['Amina', 'Dana', 'Sam', 'Ray'].map((name) => aRosterEntry(name));
  const rooms = [
    aRoomOf('main', { devices: [sitting('Amina-phone', 'Amina'), sitting('Dana-phone', 'Dana')] }),
    aRoomOf('r1', { mark: 'blue', devices: [sitting('Sam-phone', 'Sam')] }),
  ];
  expect(sensesElsewhere({ ...room([amina, dana]), console: aConsole({ roster, rooms }) })).toEqual(['Sam']);
});

test('[ROST-4] the host reads of the round in the room that they are in', () => {
  const rooms = [
    aRoomOf('main', { sensesAskedAt: 7 as never }),
    aRoomOf('r1', { mark: 'blue', devices: [sitting('Amina-phone', 'Amina')] }),
  ];
  const view = { ...room([amina]), me: me('Amina', { role: 'host' }), console: aConsole({ rooms }) };
  expect(sensesAskedAt(view)).toBe(null);
});
