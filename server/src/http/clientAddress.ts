import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { StartRefused } from '../startRefused.ts';

const NAMED: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

/** Whether the word of the one at that address is taken about whom it speaks for. `proxies`: addresses, networks, or names of ranges. */
export function trustedBy(proxies: readonly string[]): (address: string) => boolean {
  const trusted = new BlockList();
  for (const range of proxies.flatMap((proxy) => NAMED[proxy] ?? [proxy])) {
    const [address = '', bits] = range.split('/');
    const family = familyOf(address);
    if (family === null)
      throw new StartRefused(`TRUSTED_PROXIES must be a list of addresses or networks; "${range}" is none.`);
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  return (address) => {
    const plain = address.replace(/^::ffff:/, '');
    const family = familyOf(plain);
    return family !== null && trusted.check(plain, family);
  };
}

/** Where a request comes from: the nearest address on its way that is not a proxy of ours. */
export function clientAddress(
  { socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
  isProxy: (address: string) => boolean,
): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  const way = [...forwarded, socket.remoteAddress ?? ''].reverse();
  return way.find((address) => !isProxy(address)) ?? way.at(-1) ?? '';
}

function familyOf(address: string): 'ipv4' | 'ipv6' | null {
  const version = isIP(address);
  return version === 0 ? null : version === 4 ? 'ipv4' : 'ipv6';
}
