import { describe, expect, test } from 'vitest';
import { explainCommandFailure, explainError, Failure } from './failure.mjs';

const registry = { source: 'the npm registry', remedy: 'Connect this machine to the network.' };

describe('the sentence for a command that failed', () => {
  test.each([
    'npm error code ENOTFOUND\nnpm error network request to https://registry.npmjs.org/next failed',
    'npm error code EAI_AGAIN',
    "E: Failed to fetch http://deb.debian.org/debian/pool/g++.deb  Temporary failure resolving 'deb.debian.org'",
    'connect ECONNREFUSED 127.0.0.1:4873',
  ])('an unreachable source is named with its remedy: %s', (output) => {
    expect(explainCommandFailure('installing the npm packages', output, registry)).toBe(
      'Installing the npm packages failed: the npm registry cannot be reached. Connect this machine to the network.',
    );
  });

  test.each(['npm error code ENOSPC', 'fatal error: error writing to /tmp/x.s: No space left on device'])(
    'a full disk: %s',
    (output) => {
      expect(explainCommandFailure('building', output, registry)).toMatch(
        /^Building failed: the disk is full\. Make room/,
      );
    },
  );

  test('a full disk is told rather than the network error that it caused', () => {
    expect(explainCommandFailure('building', 'ECONNRESET … ENOSPC', registry)).toMatch(/the disk is full/);
  });

  test('a package that this Debian does not have is named', () => {
    expect(explainCommandFailure('installing', 'E: Unable to locate package libabsl-dev', registry)).toMatch(
      /does not have libabsl-dev/,
    );
  });

  test('anything else points at the log', () => {
    expect(explainCommandFailure('building', 'error: expected ;', registry)).toMatch(/The log has what was printed/);
  });

  test('it is one line, so that nothing of a stack trace gets in', () => {
    expect(explainCommandFailure('building', 'Error\n    at file.js:1\nENOTFOUND', registry)).not.toContain('\n');
  });
});

describe('the sentence for an error', () => {
  test('a failure is its own sentence', () => {
    expect(explainError(new Failure('No compiler. Install one.'))).toBe('No compiler. Install one.');
  });

  test('a full disk and a closed folder are foreseen', () => {
    expect(explainError(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toMatch(/the disk is full/);
    expect(explainError(Object.assign(new Error('open'), { code: 'EACCES', path: '/opt/cache' }))).toMatch(
      /^\/opt\/cache cannot be written\./,
    );
  });

  test('a fault of ours has none', () => {
    expect(explainError(new TypeError('x is undefined'))).toBeUndefined();
  });
});
