import { expect, test } from 'vitest';
import { DANA, HOST_IN_OFFICE, NOON, RAY, SAM } from '../../testing/personas.ts';
import { planned, withLinks } from '../../testing/script.ts';
import type { ParticipantId } from '../ids.ts';
import { separations } from './record.ts';
import type { Against } from './state.ts';

const UNCLE = 'uncle' as ParticipantId;
const order = (participant: ParticipantId, is: Against['is'], ...people: readonly ParticipantId[]) =>
  ({ type: 'separation.order', participant, against: { is, people } }) as const;

test('[PLAN-10] the record has every order with the time for which it held, also one that was replaced or lifted', () => {
  const script = planned()
    .must(HOST_IN_OFFICE, order(DANA, 'these', RAY), { wait: 1000 })
    .must(HOST_IN_OFFICE, order(SAM, 'allBut', DANA), { wait: 1000 })
    .must(HOST_IN_OFFICE, order(DANA, 'these', RAY, SAM), { wait: 1000 })
    .must(HOST_IN_OFFICE, { type: 'separation.lift', participant: SAM }, { wait: 1000 });
  const held = separations(script.log).orders.map(({ name, is, names, from, until }) => [
    `${name} ${is} ${names.join(', ')}`,
    from - NOON,
    until === null ? null : until - NOON,
  ]);
  const begun = (held[0]?.[1] as number) - 1000;
  expect(held).toEqual([
    ['Dana Hughes these Ray Cole', begun + 1000, begun + 3000],
    ['Sam Hughes allBut Dana Hughes', begun + 2000, begun + 4000],
    ['Dana Hughes these Ray Cole, Sam Hughes', begun + 3000, null],
  ]);
});

test('[PLAN-10] the record has of whom the host said that they may meet the others, also when they were taken off since', () => {
  const person = {
    participant: UNCLE,
    name: 'Vic Cole',
    role: 'householdMember',
    relationship: '',
    staff: null,
  } as const;
  const script = withLinks()
    .must(HOST_IN_OFFICE, order(DANA, 'these', RAY))
    .must(HOST_IN_OFFICE, { type: 'visit.start' });
  script.must(HOST_IN_OFFICE, { type: 'roster.add', person });
  script.must(HOST_IN_OFFICE, { type: 'separation.vouch', participant: UNCLE });
  script.must(HOST_IN_OFFICE, { type: 'roster.withdraw', participant: UNCLE });
  expect(separations(script.log).vouched.map(({ name }) => name)).toEqual(['Vic Cole']);
});

test('[PLAN-10] a visit in which nobody was kept apart has nothing of it', () => {
  expect(separations(withLinks().log)).toEqual({ orders: [], vouched: [] });
});
