import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Device, SILENCE } from '../../harness/Device.ts';
import { HostileStage } from '../../harness/HostileStage.ts';
import { type Frame, RawLine } from '../../harness/RawLine.ts';

let stage: HostileStage;
beforeEach(async () => {
  stage = await HostileStage.open();
});
afterEach(() => stage.close());

const MALFORMED = { ok: false, refusal: 'malformed' };
const KNOCK = { commandId: 'c1', command: { type: 'lobby.knock' } };
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

describe('[SAFE-6] messages that are none', () => {
  test('get a refusal and change nothing', async () => {
    const messages: readonly (readonly [event: string, ...message: readonly unknown[]])[] = [
      ['command'],
      ['command', null],
      ['command', 7],
      ['command', 'lobby.knock'],
      ['command', [KNOCK]],
      ['command', KNOCK, KNOCK],
      ['command', { ...KNOCK, commandId: '' }],
      ['command', { ...KNOCK, commandId: 'x'.repeat(5_000) }],
      ['command', { ...KNOCK, commandId: '../../x' }],
      ['command', { ...KNOCK, commandId: { toString: 'x' } }],
      ['command', { commandId: 'c1', command: { type: 'toString' } }],
      ['command', { commandId: 'c1', command: { type: '__proto__' } }],
      ['command', { commandId: 'c1', command: { type: 'lobby.admit', session: { $ne: null } } }],
      ['command', { commandId: 'c1', command: { type: 'lobby.admit', session: "' OR 1=1 --" } }],
      ['command', { commandId: 'c1', command: { type: 'visit.end', words: 'x'.repeat(5_000) } }],
      ['command', { commandId: 'c1', command: { type: 'visit.end', words: ['x'] } }],
      ['command', { commandId: 'c1', command: { type: 'presence.setMedia', microphone: true, camera: 1 } }],
      ['command', JSON.parse(nested(12))],
      ['media', { type: 'join', deep: JSON.parse(nested(12)) }],
      ['media', { type: 'join', room: 'main' }],
      ['view', {}],
      ['goodbye', 'elsewhere'],
      ['error', { message: 'x' }],
      ['relay', {}],
      ['', {}],
      ['hasOwnProperty', {}],
    ];
    await stage.unchangedBy(async () => {
      for (const [event, ...message] of messages) expect(await stage.ray.say(event, ...message)).toEqual(MALFORMED);
    });
  });

  test('change nothing when no answer is asked for, not even by a message that is whole', async () => {
    await stage.unchangedBy(async () => {
      for (const message of [{}, KNOCK, null, 'x']) stage.dana.socket.emit('command', message);
      stage.host.socket.emit('command', { commandId: 'c1', command: { type: 'visit.end', words: 'Goodbye' } });
      stage.dana.socket.emit('error', new Error('x').message);
      expect(await stage.dana.say('command')).toEqual(MALFORMED);
    });
  });

  test('do not reach what every object inherits', async () => {
    const polluting: readonly string[] = [
      '{"__proto__":{"isHost":true}}',
      '{"commandId":"c1","command":{"type":"lobby.knock"},"__proto__":{"isHost":true}}',
      '{"commandId":"c1","command":{"type":"lobby.knock","__proto__":{"isHost":true}}}',
      '{"constructor":{"prototype":{"isHost":true}}}',
      '{"commandId":"c1","command":{"type":"lobby.knock","constructor":{"prototype":{"isHost":true}}}}',
    ];
    await stage.unchangedBy(async () => {
      const line = await stage.rawLineOf(stage.ray.seat);
      for (const [id, message] of polluting.entries()) {
        line.send({ payload: `42${id}["command",${message}]` });
        await expect.poll(() => line.received).toContain(`43${id}[{"ok":false,"refusal":"malformed"}]`);
      }
    });
    expect(Object.hasOwn(Object.prototype, 'isHost')).toBe(false);
  });
});

/** Each of these costs the sender their line, and nobody else anything. */
async function expectHungUp(send: (line: RawLine) => void): Promise<void> {
  const attacker = await stage.attacker();
  const { seat } = attacker;
  const line = await stage.rawLineOf(seat);
  await attacker.closed;
  const { length } = await stage.visit.log();
  send(line);
  await line.ended;
  await expect
    .poll(async () => (await stage.visit.log()).slice(length).map(({ event }) => event))
    .toMatchObject([{ type: 'session.lost', session: seat.session }]);
  await stage.servesOthers();
}

describe('[SAFE-6] packets that are none end the line', () => {
  test.each([
    ['forty thousand brackets', `42["command",${'['.repeat(20_000)}${']'.repeat(20_000)}]`],
    ['forty thousand brackets that never close', `42["command",${'['.repeat(40_000)}`],
    ['objects, three hundred deep', `420["command",${nested(300)}]`],
    ['no packet', '49{{{'],
    ['a binary event', '451-["command",{"_placeholder":true,"num":0}]'],
    ['very many attachments', '4599999-["command",{"_placeholder":true,"num":0}]'],
    ['an event without a name', '42[{}]'],
    ['an event with a number for a name', '42[1,{}]'],
    ['a reserved name that is not text', '42[["disconnect"],{}]'],
    ['half a message', '42["command",{"a":'],
    ['another namespace', '40/admin,{"protocol":1}'],
    ['a second connection', '40{"protocol":1,"session":"x"}'],
    ['an acknowledgement of nothing', '430[{}]'],
    ['an error', '44{"message":"x"}'],
    ['a heartbeat the wrong way', '2'],
    ['an engine packet that there is none of', '9x'],
    ['nothing', ''],
    ['a number without end', `42${'9'.repeat(400)}["command",{}]`],
  ])('%s', async (_what, payload) => {
    await expectHungUp((line) => line.send({ payload }));
  });

  test.each<[string, readonly Frame[]]>([
    ['a frame of an unknown kind', [{ opcode: 3, payload: 'x' }]],
    ['a frame that uses what is reserved', [{ reserved: 4, payload: '42["command",{}]' }]],
    ['a frame without its mask', [{ masked: false, payload: '42["command",{}]' }]],
    ['a continuation of nothing', [{ opcode: 0, payload: 'x' }]],
    ['a control frame in pieces', [{ opcode: 9, final: false, payload: 'x' }]],
    ['a frame that is not UTF-8', [{ payload: Buffer.from([0xff, 0xfe, 0xfd]) }]],
    ['a binary packet', [{ opcode: 2, payload: Buffer.from([4, 1, 2, 3]) }]],
    ['a frame that says it is enormous', [{ payload: 'x', length: 2 ** 40 }]],
    ['seventy thousand bytes', [{ payload: `42["command",{"x":"${'x'.repeat(70_000)}"}]` }]],
    [
      'as many in small pieces',
      Array.from(
        { length: 80 },
        (_, n): Frame => ({ opcode: n === 0 ? 1 : 0, final: false, payload: 'x'.repeat(1_000) }),
      ),
    ],
  ])('%s', async (_what, frames) => {
    await expectHungUp((line) => {
      for (const frame of frames) line.send(frame);
    });
  });

  test('bytes that are no frames', async () => {
    await expectHungUp((line) => line.write(Buffer.alloc(4_096, 0xa5)));
  });
});

test('[SAFE-6] a message in pieces of one byte is a message', async () => {
  const line = await stage.rawLineOf(stage.ray.seat);
  const packet = `427["command",${JSON.stringify({ commandId: 'c1', command: { type: 'lobby.knock' } })}]`;
  for (const [place, payload] of [...packet].entries()) {
    line.send({ opcode: place === 0 ? 1 : 0, final: place === packet.length - 1, payload });
  }

  await expect.poll(() => line.received).toContain('437[{"ok":false,"refusal":"alreadyInside"}]');
  line.close();
});

describe('[SAFE-6] requests that open nothing', () => {
  test.each<[string, string, RequestInit]>([
    ['another protocol of the engine', '?EIO=3&transport=polling', {}],
    ['no protocol', '?transport=polling', {}],
    ['a transport that there is none of', '?EIO=4&transport=carrier-pigeon', {}],
    ['a transport that every object has', '?EIO=4&transport=constructor', {}],
    ['a line that there is none of', '?EIO=4&transport=polling&sid=__proto__', {}],
    ['a WebSocket without an upgrade', '?EIO=4&transport=websocket', {}],
    ['a handshake by POST', '?EIO=4&transport=polling', { method: 'POST', body: '40' }],
    ['a handshake by PUT', '?EIO=4&transport=polling', { method: 'PUT', body: '40' }],
    ['a JSONP callback', '?EIO=4&transport=polling&j=alert(1)&sid=x', {}],
  ])('%s', async (_what, query, init) => {
    await stage.unchangedBy(async () => {
      const answer = await fetch(`${stage.server.url}/socket.io/${query}`, init);
      expect(answer.status).toBe(400);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    });
  });

  test('a body that is too large', async () => {
    const device = await Device.connect(stage.server.url, await stage.visit.seatOf('ray' as never), {
      transport: 'polling',
    });
    const sid = device.socket.io.engine.id;
    const headers = { cookie: device.seat.cookie };
    const post = (body: string) =>
      fetch(`${stage.server.url}/socket.io/?EIO=4&transport=polling&sid=${sid}`, { method: 'POST', body, headers });

    expect((await post('x'.repeat(100_000))).status).toBe(413);
    await stage.servesOthers();
    expect(await device.say('command')).not.toEqual(SILENCE);
    device.close();
  });

  test('a socket that says nothing is closed before long', async () => {
    const line = await RawLine.open(stage.server.url, {});
    const since = performance.now();
    await line.ended;

    // The time of socket.io's own is 45 seconds.
    expect(performance.now() - since).toBeLessThan(30_000);
  });
});
