import { describe, expect, test } from 'vitest';
import { chooseAccount } from './account.ts';

describe('as whom the database runs', () => {
  test('is whoever runs the server, unless that is root', () => {
    expect(chooseAccount(['/'], 1000)).toEqual({ uid: null, gid: null, prefix: [] });
  });
});
