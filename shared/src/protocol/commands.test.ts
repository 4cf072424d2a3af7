import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PROBES } from '../testing/probes.ts';
import { clientCommand, commandMessage, LIMITS } from './commands.ts';

const samples = Object.values(PROBES).map((probe) => probe('some-id'));
const sample = fc.constantFrom(...samples);

describe('what a client may say', () => {
  test.each(samples.map((command) => [command.type, command] as const))(
    '“%s” is understood as it was said',
    (_type, command) => {
      expect(clientCommand.parse(command)).toEqual(command);
    },
  );

  test('[SAFE-6] a field too many, or one too few, is not understood', () => {
    fc.assert(
      fc.property(sample, fc.string({ minLength: 1, maxLength: 12 }), (command, key) => {
        fc.pre(!(key in command));
        expect(clientCommand.safeParse({ ...command, [key]: 1 }).success).toBe(false);
        const [, last] = Object.keys(command);
        if (last !== undefined) expect(clientCommand.safeParse({ ...command, [last]: undefined }).success).toBe(false);
      }),
    );
  });

  test('[SAFE-6] what only the server may say is not in the language', () => {
    for (const type of [
      'visit.plan',
      'session.open',
      'session.connect',
      'session.lose',
      'connections.reset',
      'clock.pass',
    ]) {
      expect(clientCommand.safeParse({ type, session: 'a', visit: 'a' }).success).toBe(false);
    }
  });

  test('[SAFE-6] anything at all is answered with yes or no, never with an exception', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true, maxDepth: 4 }), (value) => {
        expect(typeof commandMessage.safeParse(value).success).toBe('boolean');
        expect(typeof commandMessage.safeParse({ commandId: 'c', command: value }).success).toBe('boolean');
      }),
    );
  });

  test.each([
    ['an id with other characters', { type: 'lobby.admit', session: 'a/b' }],
    ['an empty id', { type: 'lobby.admit', session: '' }],
    ['an id too long', { type: 'lobby.admit', session: 'a'.repeat(65) }],
    ['a number for an id', { type: 'lobby.admit', session: 1 }],
    ['words too long', { type: 'visit.end', words: 'a'.repeat(LIMITS.endWords + 1) }],
    [
      'a name that would be shown much longer than it was sent',
      {
        type: 'household.tell',
        people: [{ name: '\uFDFA'.repeat(4), relationship: '' }],
      },
    ],
    ['no words', { type: 'visit.end', words: '   ' }],
    ['a switch that is neither on nor off', { type: 'presence.setMedia', microphone: true, camera: 'on' }],
    ['no such command', { type: 'lobby.admitAll' }],
    ['a list', [{ type: 'visit.start' }]],
  ])('[SAFE-6] %s is not understood', (_what, command) => {
    expect(clientCommand.safeParse(command).success).toBe(false);
  });
});
