import { expect, test } from 'vitest';
import type { Answer } from '../../http/request.ts';
import { signOut } from './signOut.ts';

async function tried(answer: Answer<unknown>) {
  let isOut = false;
  const isConfirmed = await signOut({
    signOut: async () => answer,
    goOut: () => {
      isOut = true;
    },
  });
  return { isConfirmed, isOut };
}

test('signing out leads to the page on which somebody signs in', async () => {
  expect(await tried({ ok: true, value: null })).toEqual({ isConfirmed: true, isOut: true });
});

test('whoever could not be signed out is not shown a page that looks as if they were', async () => {
  const problem = { refusal: 'unreachable', says: '' };
  expect(await tried({ ok: false, problem })).toEqual({ isConfirmed: false, isOut: false });
});
