import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { clientAddress, trustedBy } from './clientAddress.ts';

function from(remoteAddress: string, forwarded?: string): Pick<IncomingMessage, 'socket' | 'headers'> {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress });
  return { socket, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } };
}

describe('where a request comes from', () => {
  const ours = trustedBy(['loopback', 'uniquelocal']);

  test.each<[string, string, string | undefined, string]>([
    ['nobody is between', '203.0.113.9', undefined, '203.0.113.9'],
    ['a stranger says something else', '203.0.113.9', '192.0.2.1', '203.0.113.9'],
    ['our proxy says so', '10.0.0.2', '203.0.113.9', '203.0.113.9'],
    ['our proxy was told something by the client', '10.0.0.2', '192.0.2.1, 203.0.113.9', '203.0.113.9'],
    ['there are two proxies of ours', '10.0.0.2', '203.0.113.9, 10.0.0.3', '203.0.113.9'],
    ['it never left the house', '127.0.0.1', '10.0.0.7', '10.0.0.7'],
    ['the proxy is told of by its IPv6 name', '::ffff:10.0.0.2', '203.0.113.9', '203.0.113.9'],
  ])('is right when %s', (_, remote, forwarded, expected) => {
    expect(clientAddress(from(remote, forwarded), ours)).toBe(expected);
  });

  test('is never believed from a list of proxies that makes no sense', () => {
    expect(() => trustedBy(['my proxy'])).toThrow(/TRUSTED_PROXIES/);
    expect(trustedBy(['10.0.0.0/8'])('11.0.0.1')).toBe(false);
    expect(trustedBy(['10.0.0.1'])('not an address')).toBe(false);
  });
});
