import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';

/** STUN messages as far as a TURN client needs them (RFC 8489, RFC 8656). */
export const METHOD = { allocate: 0x003, createPermission: 0x008, channelBind: 0x009 } as const;
export const ATTRIBUTE = {
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  channelNumber: 0x000c,
  peerAddress: 0x0012,
  realm: 0x0014,
  nonce: 0x0015,
  requestedAddressFamily: 0x0017,
  requestedTransport: 0x0019,
  mobilityTicket: 0x8030,
} as const;

/** `[type, value]`. */
export type Attribute = readonly [number, Buffer];
export type Family = 'IPv4' | 'IPv6';

const COOKIE = 0x2112a442;
const HEADER = 20;
const INTEGRITY = 24;
const SUCCESS = 0x100;

/** A request; with a key it ends in MESSAGE-INTEGRITY (RFC 8489, 14.5), whose length counts before it is known. */
export function encodeRequest(
  method: number,
  transaction: Buffer,
  attributes: readonly Attribute[],
  key?: Buffer,
): Buffer {
  const body = Buffer.concat(attributes.map(encodeAttribute));
  const unsigned = Buffer.concat([header(method, transaction, body.length + (key ? INTEGRITY : 0)), body]);
  if (!key) return unsigned;
  const code = createHmac('sha1', key).update(unsigned).digest();
  return Buffer.concat([unsigned, encodeAttribute([ATTRIBUTE.messageIntegrity, code])]);
}

function header(method: number, transaction: Buffer, length: number): Buffer {
  const fixed = Buffer.alloc(8);
  fixed.writeUInt16BE(method, 0);
  fixed.writeUInt16BE(length, 2);
  fixed.writeUInt32BE(COOKIE, 4);
  return Buffer.concat([fixed, transaction]);
}

function encodeAttribute([type, value]: Attribute): Buffer {
  const start = Buffer.alloc(4);
  start.writeUInt16BE(type, 0);
  start.writeUInt16BE(value.length, 2);
  return Buffer.concat([start, value, Buffer.alloc(padding(value.length))]);
}

const padding = (length: number) => (4 - (length % 4)) % 4;

export interface Answer {
  readonly transaction: string;
  /** 200 for success, else the error code that the server gave. */
  readonly code: number;
  readonly attributes: ReadonlyMap<number, Buffer>;
}

export function decodeAnswer(message: Buffer): Answer {
  const attributes = new Map<number, Buffer>();
  for (let at = HEADER; at + 4 <= message.length; ) {
    const length = message.readUInt16BE(at + 2);
    attributes.set(message.readUInt16BE(at), message.subarray(at + 4, at + 4 + length));
    at += 4 + length + padding(length);
  }
  const error = attributes.get(ATTRIBUTE.errorCode);
  const succeeded = (message.readUInt16BE(0) & 0x110) === SUCCESS;
  return {
    transaction: message.toString('hex', 8, HEADER),
    code: succeeded ? 200 : error ? error.readUInt8(2) * 100 + error.readUInt8(3) : 0,
    attributes,
  };
}

/** XOR-PEER-ADDRESS (RFC 8489, 14.2). */
export function peerAddress(address: string, port: number, transaction: Buffer): Attribute {
  const bytes = isIPv6(address) ? ipv6Bytes(address) : Buffer.from(address.split('.').map(Number));
  const start = Buffer.from([0, isIPv6(address) ? 2 : 1, 0, 0]);
  start.writeUInt16BE(port ^ (COOKIE >>> 16), 2);
  const mask = Buffer.concat([Buffer.from([0x21, 0x12, 0xa4, 0x42]), transaction]);
  return [ATTRIBUTE.peerAddress, Buffer.concat([start, bytes.map((byte, index) => byte ^ (mask[index] ?? 0))])];
}

export function addressFamily(family: Family): Attribute {
  return [ATTRIBUTE.requestedAddressFamily, Buffer.from([family === 'IPv6' ? 2 : 1, 0, 0, 0])];
}

const UDP = 17;
export const OVER_UDP: Attribute = [ATTRIBUTE.requestedTransport, Buffer.from([UDP, 0, 0, 0])];

/** The sixteen bytes of an IPv6 address in any of its spellings, `::ffff:10.0.0.5` included. */
function ipv6Bytes(address: string): Buffer {
  const [head = '', tail] = withoutDots(address).split('::');
  const groups = (part: string | undefined) => (part ? part.split(':') : []);
  const zeros = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<string>(zeros).fill('0'), ...groups(tail)];
  const bytes = Buffer.alloc(16);
  all.forEach((group, index) => {
    bytes.writeUInt16BE(Number.parseInt(group, 16), index * 2);
  });
  return bytes;
}

function withoutDots(address: string): string {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  if (!dotted) return address;
  const [a = 0, b = 0, c = 0, d = 0] = dotted.slice(2).map(Number);
  return `${dotted[1]}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
}
