import { expect, test } from 'vitest';
import { nestsDeeperThan, wire } from './wire.ts';

function decoded(text: unknown): unknown {
  const packets: unknown[] = [];
  const decoder = new wire.Decoder();
  decoder.on('decoded', (packet) => packets.push(packet));
  decoder.add(text);

  return packets[0];
}

test('what a client of ours says is understood as socket.io means it', () => {
  expect(decoded('0{"protocol":1}')).toEqual({ type: 0, nsp: '/', data: { protocol: 1 } });
  expect(decoded('0')).toEqual({ type: 0, nsp: '/', data: undefined });
  expect(decoded('1')).toEqual({ type: 1, nsp: '/', data: undefined });
  expect(decoded('217["command",{"a":[1]}]')).toEqual({ type: 2, nsp: '/', id: 17, data: ['command', { a: [1] }] });
  expect(decoded('2["command",{"text":"two\\nlines"}]')).toMatchObject({ data: ['command', { text: 'two\nlines' }] });
});

test('what the server says is written as socket.io writes it', () => {
  const written = (packet: Parameters<InstanceType<typeof wire.Encoder>['encode']>[0]) =>
    new wire.Encoder().encode(packet);

  expect(written({ type: 0, nsp: '/', data: { sid: 'x' } })).toEqual(['0{"sid":"x"}']);
  expect(written({ type: 2, nsp: '/', data: ['goodbye', 'elsewhere'] })).toEqual(['2["goodbye","elsewhere"]']);
  expect(written({ type: 3, nsp: '/', id: 0, data: [{ ok: true }] })).toEqual(['30[{"ok":true}]']);
  expect(written({ type: 4, nsp: '/other', data: { message: 'Invalid namespace' } })).toEqual([
    '4/other,{"message":"Invalid namespace"}',
  ]);
  expect(written({ type: 1, nsp: '/' })).toEqual(['1']);
});

test.each([
  ['nothing', ''],
  ['no packet', '{"type":2}'],
  ['a type that there is none of', '9{{{'],
  ['an acknowledgement, which nobody asked for', '30[1]'],
  ['the server’s own words', '4{"message":"x"}'],
  ['a binary event', '51-["command",{"_placeholder":true,"num":0}]'],
  ['very many attachments', '599999-["command",{"_placeholder":true,"num":0}]'],
  ['a binary acknowledgement', '61-0[{"_placeholder":true,"num":0}]'],
  ['another namespace', '2/admin,["command",{}]'],
  ['an event without a name', '2[{}]'],
  ['an event with a number for a name', '2[7,{}]'],
  ['an event that is an object', '2{"0":"command"}'],
  ['an event without anything', '2'],
  ['half a message', '2["command",{"a":'],
  ['a number that is too long', '299999999999["command",{}]'],
  ['a connection with a number', '01{"protocol":1}'],
  ['a connection with a list', '0["protocol"]'],
  ['a disconnection with more to say', '1{"why":"?"}'],
  ['words after the message', '2["command",{}] and more'],
])('[SAFE-6] %s is not understood, whereupon the connection ends', (_what, text) => {
  expect(() => decoded(text)).toThrow();
});

test('[SAFE-6] neither is anything but text', () => {
  expect(() => decoded(Buffer.from('2["command",{}]'))).toThrow('Only text');
  expect(() => decoded(new ArrayBuffer(8))).toThrow('Only text');
});

test('[SAFE-6] brackets by the ten thousand are refused before anything walks through them', () => {
  const deep = (count: number) => `2["command",${'['.repeat(count)}${']'.repeat(count)}]`;

  expect(() => decoded(deep(20_000))).toThrow('Nested too deep');
  expect(() => decoded(deep(32))).toThrow('Nested too deep');
  expect(decoded(deep(31))).toMatchObject({ type: 2 });
  expect(() => decoded(`2["command",${'{"a":'.repeat(40)}1${'}'.repeat(40)}]`)).toThrow('Nested too deep');
});

test('brackets within texts do not count, nor do escaped quotes end a text', () => {
  expect(nestsDeeperThan(JSON.stringify(['[[[[[["[[[[[', '\\', '[[[[']), 1)).toBe(false);
  expect(nestsDeeperThan('[[]]', 2)).toBe(false);
  expect(nestsDeeperThan('[[],[],[[]]]', 2)).toBe(true);
});
