import { EventEmitter } from 'node:events';

/** Deeper than this nothing is even parsed: code that walks a value recursively must never meet it. */
const DEEPEST_PARSED = 32;

/** The packet types of socket.io's protocol 5 that are used here, with the numbers that it gives them. */
const CONNECT = 0;
const DISCONNECT = 1;
const EVENT = 2;

interface Packet {
  readonly type: number;
  readonly nsp: string;
  readonly id?: number;
  readonly data?: unknown;
}

/** Whether brackets nest deeper than `deepest` anywhere in a JSON text. Does not mind whether the text is valid. */
export function nestsDeeperThan(json: string, deepest: number): boolean {
  let depth = 0;
  let inString = false;
  for (let place = 0; place < json.length; place += 1) {
    const character = json[place];
    if (inString) {
      if (character === '\\') place += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '[' || character === '{') {
      depth += 1;
      if (depth > deepest) return true;
    } else if (character === ']' || character === '}') depth -= 1;
  }

  return false;
}

/** What a client may say: to connect (with an object), to disconnect, an event (an array that begins with its name). Anything else throws. */
function parsePacket(text: string): Packet {
  const [, type, id, json] = /^([0-2])(\d{0,9})([[{].*)?$/s.exec(text) ?? [];
  if (type === undefined || id === undefined) throw new Error('Not a packet');
  if (json !== undefined && nestsDeeperThan(json, DEEPEST_PARSED)) throw new Error('Nested too deep');

  const data: unknown = json === undefined ? undefined : JSON.parse(json);
  const packet = { type: Number(type), nsp: '/', data, ...(id === '' ? {} : { id: Number(id) }) };
  if (!isFitting(packet)) throw new Error('Not what this type of packet carries');

  return packet;
}

function isFitting({ type, id, data }: Packet): boolean {
  if (type === EVENT) return Array.isArray(data) && typeof data[0] === 'string';
  if (id !== undefined) return false;
  if (type === DISCONNECT) return data === undefined;

  return type === CONNECT && !Array.isArray(data);
}

/**
 * The reading half of socket.io's wire format, in place of its own: no binary, no other namespaces, no acknowledgements of ours,
 * and nothing deep. What throws here closes that one connection.
 */
class Decoder extends EventEmitter {
  add(text: unknown): void {
    if (typeof text !== 'string') throw new Error('Only text is understood');

    this.emit('decoded', parsePacket(text));
  }

  destroy(): void {}
}

/** The writing half. */
class Encoder {
  encode({ type, nsp, id, data }: Packet): readonly string[] {
    const namespace = nsp === '/' ? '' : `${nsp},`;

    return [`${type}${namespace}${id ?? ''}${data === undefined ? '' : JSON.stringify(data)}`];
  }
}

/** For socket.io's option `parser`. */
export const wire = { Encoder, Decoder };
