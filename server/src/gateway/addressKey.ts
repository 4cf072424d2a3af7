import { isIPv4, isIPv6 } from 'node:net';

/** `::ffff:192.0.2.1` in any of its spellings (RFC 4291, 2.5.5.2). */
const MAPPED = [0, 0, 0, 0, 0, 0xffff];
/** The groups of an IPv6 address that say which network it is in: what one customer is given, and chooses the rest of at will (RFC 6177). */
const NETWORK_GROUPS = 4;

/** What a limit for each address counts by, the same for all that one household may have at once: an IPv4 address, or the /64 of an IPv6 one. Anything else counts as it is written. */
export function addressKey(address: string): string {
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return plain;

  const groups = groupsOf(plain);
  const isMapped = MAPPED.every((group, place) => groups[place] === group);
  const network = groups.slice(0, NETWORK_GROUPS).map((group) => group.toString(16));

  return isMapped ? dotted(groups.slice(MAPPED.length)) : `${network.join(':')}::/64`;
}

/** The eight groups of an IPv6 address, however it is written. */
function groupsOf(address: string): readonly number[] {
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':').filter(Boolean).flatMap(groupsIn));

  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail];
}

/** One group, or two where the address ends as an IPv4 address is written. */
function groupsIn(part: string): readonly number[] {
  if (!isIPv4(part)) return [Number.parseInt(part, 16)];

  const [a = 0, b = 0, c = 0, d = 0] = part.split('.').map(Number);

  return [a * 256 + b, c * 256 + d];
}

const dotted = (groups: readonly number[]): string => groups.flatMap((group) => [group >> 8, group & 255]).join('.');
