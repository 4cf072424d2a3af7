import { describe, expect, test } from 'vitest';
import { reachableAddress, readConfig } from './config.ts';

describe('the environment', () => {
  test('may be empty', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      demo: false,
      databaseUrl: null,
      secureCookies: false,
      trustedProxies: [],
      media: { icePolicy: 'all', turn: { urls: [] } },
    });
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}));
  });

  test.each([
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['HTTPS', 'yes'],
    ['PUBLIC_URL', 'visits.example.gov.uk'],
    ['PUBLIC_URL', 'https://visits.example.gov.uk/path'],
    ['PUBLIC_URL', 'https://user@visits.example.gov.uk'],
    ['ICE_POLICY', 'none'],
    ['MEDIA_WORKERS', '0'],
    ['AUTHORITY_NAME', '<script>'],
    ['AUTHORITY_NAME', 'A"b'],
    ['AUTHORITY_NAME', 'A\nb'],
    ['AUTHORITY_PHONE', '&lt;'],
    ['METRICS_TOKEN', 'short'],
    ['LOG_LEVEL', 'loud'],
  ])('is refused with the name of the variable when it is wrong: %s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} must be .*\\.$`));
  });

  test('is refused when it has a relay without its secret', () => {
    expect(() => readConfig({ TURN_URLS: 'turn:turn.example:3478' })).toThrow(/TURN_SECRET_FILE must be given/);
    expect(readConfig({ TURN_URLS: 'turn:a:1, turns:b:2', TURN_SECRET: 's' }).media.turn.urls).toEqual([
      'turn:a:1',
      'turns:b:2',
    ]);
  });

  test('gives the authority its own name, in the right typography', () => {
    expect(readConfig({ AUTHORITY_NAME: "Brookshire Children's & Families' Service" }).authority.name).toBe(
      'Brookshire Children’s & Families’ Service',
    );
  });

  test('makes cookies secure wherever browsers speak HTTPS', () => {
    expect(readConfig({ HTTPS: '1' }).secureCookies).toBe(true);
    expect(readConfig({ PUBLIC_URL: 'https://visits.example.gov.uk' }).secureCookies).toBe(true);
    expect(readConfig({ PUBLIC_URL: 'http://localhost:3000' }).secureCookies).toBe(false);
  });

  test('takes a proxy’s word only where there must be one and on this machine, or by name', () => {
    expect(readConfig({ PUBLIC_URL: 'https://visits.example.gov.uk' }).trustedProxies).toEqual(['loopback']);
    expect(readConfig({ PUBLIC_URL: 'https://visits.example.gov.uk', HTTPS: '1' }).trustedProxies).toEqual([]);
    expect(readConfig({ TRUSTED_PROXIES: '10.0.0.1, 10.0.0.2' }).trustedProxies).toEqual(['10.0.0.1', '10.0.0.2']);
  });

  test('announces an address that browsers can reach', () => {
    const announced = (environment: Record<string, string>): readonly (string | null)[] =>
      readConfig(environment).media.listensAt.map(({ announcedAddress }) => announcedAddress);
    expect(announced({ HOST: '0.0.0.0' })).toEqual([expect.not.stringMatching(/^0\./)]);
    for (const HOST of ['0.0.0.0', '127.0.0.1'])
      expect(announced({ HOST, MEDIA_ANNOUNCED_ADDRESS: '192.0.2.1' })).toEqual(['192.0.2.1']);
  });

  test('on this machine alone, takes media at its address in its network as well, since Firefox sends none to the loopback address', () => {
    const own = reachableAddress('0.0.0.0');
    const both = [
      { ip: '127.0.0.1', announcedAddress: '127.0.0.1' },
      { ip: own, announcedAddress: null },
    ];
    expect(readConfig({}).media.listensAt).toEqual(own === '127.0.0.1' ? both.slice(0, 1) : both);
    expect(readConfig({ MEDIA_ANNOUNCED_ADDRESS: '127.0.0.1' }).media.listensAt).toEqual(both.slice(0, 1));
  });
});
