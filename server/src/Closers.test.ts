import { expect, test } from 'vitest';
import { Closers } from './Closers.ts';

test('what was opened last is closed first, all of it, once, and each waits for the one before', async () => {
  const said: string[] = [];
  const closers = new Closers();
  closers.add(() => said.push('database'));
  closers.add(() => {
    throw new Error('stuck');
  });
  closers.add(async () => {
    await Promise.resolve();
    said.push('gateway');
  });
  await closers.closeAll((error) => said.push(String(error)));
  await closers.closeAll(() => said.push('twice'));
  expect(said).toEqual(['gateway', 'Error: stuck', 'database']);
});
