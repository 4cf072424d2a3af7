import { expect, test } from 'vitest';
import { AMINA, DANA, deviceOf, from, LENA, PRIYA, RAY, SAM, TOM } from '../testing/personas.ts';
import { chaired, comesIn, knocks, opensLink, signsIn, underWay, withColleague, withNurse } from '../testing/script.ts';
import { ALARM, COMINGS, LEADING, TELLINGS } from './telling.ts';

/** Bounded by the visit itself, or never to be refused. */
const OTHERWISE = ['lobby.knock', 'presence.leave', 'room.answer', 'room.leave'];

test('[SAFE-6] whatever a device may say that is not the host’s is bounded: by the visit, or by how often it may be said', () => {
  const script = comesIn(withNurse(withColleague(underWay())), LENA);
  signsIn(opensLink(script, RAY), PRIYA, 2).must(from(AMINA), { type: 'senses.ask' });
  const said = [DANA, SAM, RAY, PRIYA, LENA].flatMap((who) => Object.keys(script.viewOf(who).can));
  const atTheDoor = Object.keys(knocks(script, RAY).viewOf(RAY).can);
  const types = new Set([...said, ...atTheDoor].map((key) => key.split(':')[0] ?? key));
  expect([...types].sort()).toEqual([...new Set([...TELLINGS, ...COMINGS, ALARM, ...OTHERWISE])].sort());
});

/** A step is taken once, and a matter has few of them; of matters, those raised by one hand are bounded, and so are knocks. */
const BY_THE_MATTER = [
  ...['askFamily', 'explain', 'introduce', 'refuse', 'warn', 'left', 'nobody', 'close'].map((one) => `unknown.${one}`),
  ...['lobby.deny', 'lobby.remove', 'visit.end'],
];

test('[SAFE-6] whatever the chair may say beside it is bounded as well', () => {
  const script = chaired(underWay()).must(from(AMINA), { type: 'senses.ask' });
  script.must(from(AMINA), { type: 'unknown.notice', about: 'device', session: deviceOf(DANA), words: '' });
  const types = new Set(Object.keys(script.viewOf(TOM).can).map((key) => key.split(':')[0] ?? key));
  const bounded = [...TELLINGS, ...COMINGS, ALARM, ...OTHERWISE, ...LEADING, ...BY_THE_MATTER];
  expect([...types].filter((type) => !bounded.includes(type))).toEqual([]);
  expect(LEADING.filter((type) => !types.has(type))).toEqual([]);
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
