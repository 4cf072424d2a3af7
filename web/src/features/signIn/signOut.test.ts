import { expect, test } from 'vitest';
import type { Answer } from '../../http/request.ts';
import { signOut } from './signOut.ts';

async function tried(answer: Answer<unknown>) {
  const done: string[] = [];
  const isConfirmed = await signOut({
    signOut: async () => answer,
    forget: () => void done.push('forget'),
    goOut: () => void done.push('go out'),
  });
  return { isConfirmed, done };
}

test('signing out forgets what was typed in this tab, and leads to the page on which somebody signs in', async () => {
  expect(await tried({ ok: true, value: null })).toEqual({ isConfirmed: true, done: ['forget', 'go out'] });
});

test('whoever could not be signed out is not shown a page that looks as if they were', async () => {
  const problem = { refusal: 'unreachable', says: '' };
  expect(await tried({ ok: false, problem })).toEqual({ isConfirmed: false, done: [] });
});
