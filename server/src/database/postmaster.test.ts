import { describe, expect, test } from 'vitest';
import { parsePostmaster } from './postmaster.ts';

const complete = ['13157', '/data/postgres', '1795322204', '45999', '', '127.0.0.1', '  2238671  4', 'ready   ', ''];
const with_ = (line: number, text: string) => complete.map((each, at) => (at === line ? text : each)).join('\n');

describe('what postmaster.pid says', () => {
  test('is who runs, on which port, and whether it takes connections', () => {
    expect(parsePostmaster(complete.join('\n'))).toEqual({ pid: 13157, port: 45999, ready: true });
    expect(parsePostmaster(with_(7, 'starting'))).toEqual({ pid: 13157, port: 45999, ready: false });
  });

  test.each([
    ['nothing yet', ''],
    ['only the first line yet', '13157\n'],
    ['no number', with_(0, 'x')],
    ['no port yet', with_(3, '')],
    ['a process of single-user mode', with_(0, '-13157')],
  ])('is nothing when there is %s', (_, text) => {
    expect(parsePostmaster(text)).toBeNull();
  });
});
