import { describe, expect, test } from 'vitest';
import { cookiesFor } from './cookies.ts';
import { freshCredential } from './credential.ts';

const overHttps = cookiesFor({ secure: true });
const overHttp = cookiesFor({ secure: false });
const credential = freshCredential();

describe('the cookie that is given', () => {
  test('is out of reach for scripts, other sites, other hosts and plain HTTP', () => {
    expect(overHttps.give('device', credential)).toBe(
      `__Host-doorstep-device=${credential}; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=604800`,
    );
    expect(overHttps.expire('staff')).toBe(
      '__Host-doorstep-staff=; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=0',
    );
  });

  test('has neither prefix nor Secure where a browser would refuse them', () => {
    expect(overHttp.give('staff', credential)).toBe(
      `doorstep-staff=${credential}; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200`,
    );
  });
});

describe('the cookie that comes back', () => {
  test('is found among others', () => {
    expect(overHttps.read(`a=b; __Host-doorstep-device=${credential}; c`, 'device')).toBe(credential);
  });

  test.each([
    ['there is no header', undefined],
    ['it is another one', `__Host-doorstep-staff=${credential}`],
    ['it lacks the prefix', `doorstep-device=${credential}`],
    ['it is empty', '__Host-doorstep-device='],
    ['it is no credential of ours', "__Host-doorstep-device=' or 1=1 --"],
    ['it is too long', `__Host-doorstep-device=${credential}${credential}`],
    ['there are two', `__Host-doorstep-device=${credential}; __Host-doorstep-device=${freshCredential()}`],
  ])('is not believed when %s', (_, header) => {
    expect(overHttps.read(header, 'device')).toBeNull();
  });
});
