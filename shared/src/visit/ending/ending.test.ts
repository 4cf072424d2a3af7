import { expect, test } from 'vitest';
import { AMINA, DANA, deviceOf, from, RAY, SAM } from '../../testing/personas.ts';
import { knocks, opensLink, started, underWay, withLinks } from '../../testing/script.ts';
import { mediaPlan } from '../mediaPlan.ts';

const WORDS = 'We have to stop here today. I will ring you this afternoon.';

test('[UNK-5] one action ends the visit for everyone, in the host’s words', () => {
  const script = underWay().must(from(AMINA), { type: 'visit.end', words: WORDS });
  for (const who of [AMINA, DANA, SAM])
    expect(script.viewOf(who)).toMatchObject({ screen: 'out', why: 'ended', words: WORDS });
  expect(mediaPlan(script.current)).toEqual({ rooms: [] });
});

test('[UNK-5] whoever was only waiting learns that it is over, and not the words', () => {
  const script = knocks(opensLink(underWay(), RAY), RAY).must(from(AMINA), { type: 'visit.end', words: WORDS });
  expect(script.viewOf(RAY)).toMatchObject({ screen: 'out', why: 'ended', words: null });
});

test('[UNK-5] after the end nothing more can be done, by anyone', () => {
  const script = underWay().must(from(AMINA), { type: 'visit.end', words: WORDS });
  expect(script.attempt({ actor: from(AMINA), command: { type: 'presence.enter' } })).toBe('visitEnded');
  expect(script.attempt({ actor: from(DANA), command: { type: 'lobby.knock' } })).toBe('visitEnded');
  expect(script.attempt({ actor: from(AMINA), command: { type: 'lobby.remove', participant: DANA } })).toBe(
    'visitEnded',
  );
  expect(script.viewOf(AMINA, null).screen).toBe('preparing');
});

test('a visit that has not started cannot be ended', () => {
  expect(withLinks().attempt({ actor: from(AMINA), command: { type: 'visit.end', words: WORDS } })).toBe(
    'visitNotOpen',
  );
  expect(started().attempt({ actor: from(AMINA), command: { type: 'visit.end', words: WORDS } })).toBe(null);
});

test('[SAFE-6] a command already carried out is answered yes again and changes nothing', () => {
  const script = underWay();
  const step = {
    actor: from(AMINA),
    command: { type: 'lobby.remove', participant: DANA },
    commandId: 'once' as never,
  } as const;
  expect(script.attempt(step)).toBe(null);
  const entries = script.log.length;
  expect(script.attempt(step)).toBe(null);
  expect(script.log.length).toBe(entries);
  expect(script.current.sessions.get(deviceOf(DANA))?.standing.is).toBe('removed');
});

test('[SAFE-6] somebody who repeats another person’s command id is answered as if they had made one up', () => {
  const script = underWay();
  const removal = { type: 'lobby.remove', participant: DANA } as const;
  script.must(from(AMINA), removal, { commandId: 'once' as never });
  expect(script.attempt({ actor: from(SAM), command: removal, commandId: 'once' as never })).toBe('notYours');
});
