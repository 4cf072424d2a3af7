import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { logTo } from './log.ts';

function logged(fields: object): string {
  let text = '';
  const destination = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  logTo('info', destination).info(fields, 'said');
  return text;
}

describe('the log', () => {
  test('tells enough of an id to follow it and too little to use it', () => {
    const text = logged({
      visit: 'abcdefghijklmnop',
      place: { session: 'qrstuvwxyz012345' },
      all: [{ participant: '9876543210' }],
    });
    expect(text).toContain('abcdef');
    expect(text).toContain('qrstuv');
    for (const id of ['abcdefg', 'qrstuvw', '9876543']) expect(text).not.toContain(id);
  });

  test.each(['name', 'token', 'cookie', 'words', 'password', 'purpose'])('never tells a %s, however deep', (field) => {
    expect(logged({ [field]: 'Dana', inner: { deeper: { [field]: 'Dana' } } })).not.toContain('Dana');
  });

  test('tells what an error is and where, not what hangs on it', () => {
    const broken = Object.assign(new Error('terminating connection'), {
      code: '57P01',
      client: { password: 'hunter2' },
    });
    const failed = new Error("Failed query: insert into events\nparams: 'Dana'", { cause: broken });
    const text = logged({ error: failed, err: broken });
    expect(text).toContain('terminating connection');
    expect(text).toContain('57P01');
    expect(text).toContain('log.test.ts');
    expect(text).not.toContain('hunter2');
    expect(text).not.toContain('Dana');
  });

  test('does not lose its way in what is endless', () => {
    const circle: Record<string, unknown> = {};
    circle.again = circle;
    expect(logged({ circle })).toContain('said');
  });
});
