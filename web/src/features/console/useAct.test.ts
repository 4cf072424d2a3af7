import type { ClientCommand } from '@doorstep/shared/protocol/commands.ts';
import type { CommandAnswer } from '@doorstep/shared/protocol/socket.ts';
import type { ParticipantId } from '@doorstep/shared/visit/ids.ts';
import { expect, test } from 'vitest';
import { STAFF_REFUSALS } from '../../content/refusals.ts';
import { inTurn } from './useAct.ts';

const DONE: ClientCommand = { type: 'introduction.done', who: 'dana' as ParticipantId };
const CALL: ClientCommand = { type: 'introduction.call', who: 'sam' as ParticipantId };

function answering(...answers: readonly CommandAnswer[]) {
  const sent: ClientCommand[] = [];
  const send = async (command: ClientCommand): Promise<CommandAnswer> => {
    sent.push(command);
    return answers[sent.length - 1] ?? { ok: true };
  };
  return { sent, send };
}

test('what is to be done after a refusal is not done, and the refusal is said in words', async () => {
  const { sent, send } = answering({ ok: false, refusal: 'notInside' });
  expect(await inTurn(send, [DONE, CALL])).toBe(STAFF_REFUSALS.notInside);
  expect(sent).toEqual([DONE]);
});

test('one after the other, in order', async () => {
  const { sent, send } = answering();
  expect(await inTurn(send, [DONE, CALL])).toBe(null);
  expect(sent).toEqual([DONE, CALL]);
});
