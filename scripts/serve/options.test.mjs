import { describe, expect, test } from 'vitest';
import { startOptions } from './options.mjs';

const place = { root: '/srv/doorstep', cwd: '/home/a', env: {} };
const read = (/** @type {string[]} */ ...args) => startOptions(args, place);

test('without options: this machine only, port 3000, data in the project, with the demo', () => {
  expect(read()).toEqual({
    port: 3000,
    host: '127.0.0.1',
    data: '/srv/doorstep/.data',
    https: false,
    demo: true,
    help: false,
  });
});

test('every option is read', () => {
  expect(read('--port', '4000', '--host', '10.0.0.5', '--data', 'visits', '--https', '--no-demo')).toEqual({
    port: 4000,
    host: '10.0.0.5',
    data: '/home/a/visits',
    https: true,
    demo: false,
    help: false,
  });
});

test('with --https the whole network is served, unless --host says otherwise', () => {
  expect(read('--https').host).toBe('0.0.0.0');
  expect(read('--https', '--host', '127.0.0.1').host).toBe('127.0.0.1');
});

describe('what cannot be understood is refused in a sentence with exit code 2', () => {
  test.each([
    [['--prot', '4000'], 'There is no option --prot.'],
    [['4000'], '"4000" is not an option.'],
    [['--port'], '--port needs a value.'],
    [['--https=yes'], '--https takes no value.'],
    [['--data='], '--data needs a value.'],
    [['--port', '70000'], '"70000" is not a port.'],
    [['--port', '4e3'], '"4e3" is not a port.'],
  ])('%s', (args, sentence) => {
    expect(() => read(...args)).toThrow(
      expect.objectContaining({ message: expect.stringContaining(sentence), exitCode: 2 }),
    );
  });
});

describe('options given to npm itself, for want of "--"', () => {
  const fromNpm = (/** @type {Record<string, string>} */ env, /** @type {string[]} */ ...args) =>
    startOptions(args, { ...place, env });

  test('count as if given to us', () => {
    expect(fromNpm({ npm_config_port: '4000', npm_config_https: 'true', npm_config_demo: '' })).toMatchObject({
      port: 4000,
      https: true,
      demo: false,
    });
  });

  test('are refused with the remedy when npm has taken the value away', () => {
    expect(() => fromNpm({ npm_config_port: 'true' }, '4000')).toThrow(
      'npm keeps --port for itself. Put -- before the options: npm start -- --port …',
    );
  });

  test('yield to what was given to us', () => {
    expect(fromNpm({ npm_config_port: '4000' }, '--port', '5000').port).toBe(5000);
  });
});
