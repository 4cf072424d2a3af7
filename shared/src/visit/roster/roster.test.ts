import { expect, test } from 'vitest';
import { HOST_IN_OFFICE } from '../../testing/personas.ts';
import { planned, type Script } from '../../testing/script.ts';
import type { ParticipantId } from '../ids.ts';

const LETTERS = 'abcdefg';

/** Puts somebody on the roster with a name like no other. */
function adds(script: Script, n: number) {
  const participant = `supporter-${n}` as ParticipantId;
  const name = `Alex ${LETTERS[Math.floor(n / LETTERS.length)]}${LETTERS[n % LETTERS.length]}`;
  const person = { participant, name, role: 'supporter', relationship: '', staff: null } as const;

  return script.attempt({ actor: HOST_IN_OFFICE, command: { type: 'roster.add', person } });
}

test('a visit has at most 40 people, and whoever is taken off it leaves room for another', () => {
  const script = planned();
  const first = script.current.participants.size;
  for (let n = first; n < 40; n += 1) expect(adds(script, n)).toBeNull();
  expect(adds(script, 40)).toBe('rosterFull');

  const participant = 'supporter-39' as ParticipantId;
  expect(script.attempt({ actor: HOST_IN_OFFICE, command: { type: 'roster.withdraw', participant } })).toBeNull();
  expect(adds(script, 40)).toBeNull();
  expect(adds(script, 41)).toBe('rosterFull');
});
