import { expect, test } from 'vitest';
import { AMINA, DANA, from, LENA, PRIYA, RAY, SAM } from '../testing/personas.ts';
import { comesIn, knocks, opensLink, signsIn, underWay, withColleague, withNurse } from '../testing/script.ts';
import { ALARM, TELLINGS } from './telling.ts';

/** Bounded by the visit itself, or never to be refused. */
const OTHERWISE = ['lobby.knock', 'presence.leave', 'room.answer', 'room.leave'];

test('[SAFE-6] whatever a device may say that is not the host’s is bounded: by the visit, or by how often it may be said', () => {
  const script = comesIn(withNurse(withColleague(underWay())), LENA);
  signsIn(opensLink(script, RAY), PRIYA, 2).must(from(AMINA), { type: 'senses.ask' });
  const said = [DANA, SAM, RAY, PRIYA, LENA].flatMap((who) => Object.keys(script.viewOf(who).can));
  const atTheDoor = Object.keys(knocks(script, RAY).viewOf(RAY).can);
  const types = new Set([...said, ...atTheDoor].map((key) => key.split(':')[0] ?? key));
  expect([...types].sort()).toEqual([...new Set([...TELLINGS, ALARM, ...OTHERWISE])].sort());
});

test('[SAFE-6] saying again what is so already leaves nothing in the log', () => {
  const script = withColleague(underWay()).must(from(AMINA), { type: 'senses.ask' });
  const again = [
    [DANA, { type: 'household.tell', people: [{ name: 'Nan', relationship: 'grandmother' }] }],
    [DANA, { type: 'help.ask', what: 'stuck' }],
    [DANA, { type: 'help.dismiss' }],
    [DANA, { type: 'senses.answer', sees: 'yes', hears: 'no' }],
    [AMINA, { type: 'household.ask', participant: SAM }],
  ] as const;
  for (const [who, command] of again) {
    script.must(from(who), command).must(from(who), command);
    expect(script.happened, command.type).toEqual([]);
  }
});
