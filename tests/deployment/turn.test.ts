import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '@doorstep/shared/visit/ids.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { LONGEST_TURN_TTL, turnCredentials } from '../../server/src/media/turnCredentials.ts';
import { readDeployment, service } from './composeFile.ts';
import { loopback, type Relay, START_RELAY, startRelay } from './relay.ts';
import { ATTRIBUTE, type Attribute } from './stun.ts';
import { type Credentials, TurnClient } from './TurnClient.ts';

const MEDIA_SERVER = '203.0.113.10';
const REFUSED = 403;
const NOT_AUTHORISED = 401;
const OTHER_FAMILY = 443;
const MOBILITY_REFUSED = 405;
const QUOTA_REACHED = 486;

interface Destination {
  readonly where: string;
  readonly peers: readonly string[];
}

const SPECIAL_IPV4: readonly Destination[] = [
  { where: 'this host', peers: ['127.0.0.1', '127.8.8.8', '0.0.0.0', '0.1.2.3'] },
  { where: 'private networks', peers: ['10.0.0.5', '172.16.0.1', '172.31.255.254', '192.168.1.1', '100.64.0.1'] },
  { where: 'the metadata of a cloud machine', peers: ['169.254.169.254'] },
  { where: 'ranges with a special purpose', peers: ['192.0.0.8', '198.18.0.1', '192.88.99.1', '240.0.0.1'] },
  { where: 'many at once', peers: ['224.0.0.1', '239.255.255.250', '255.255.255.255'] },
  { where: 'the neighbours of the media server', peers: ['203.0.113.9', '203.0.113.11'] },
  { where: 'the rest of the world', peers: ['1.1.1.1', '8.8.8.8'] },
];

const SPECIAL_IPV6: readonly Destination[] = [
  { where: 'this host', peers: ['::1', '::'] },
  {
    where: 'IPv4 in other clothes',
    peers: ['::ffff:127.0.0.1', '::ffff:10.0.0.5', '::ffff:169.254.169.254', '::127.0.0.1', '::10.0.0.5'],
  },
  { where: 'translated and tunnelled IPv4', peers: ['64:ff9b::7f00:1', '2002:7f00:1::1', '2001::1'] },
  { where: 'private networks', peers: ['fc00::1', 'fd00:ec2::254', 'fe80::1', 'fec0::1'] },
  { where: 'many at once', peers: ['ff02::1', 'ff0e::1'] },
  { where: 'the rest of the world', peers: ['2001:db8::10', '2600::1'] },
];

/** Without IPv6 on this machine an IPv4 allocation asks, and is told that the families differ. */
const hasIPv6 = loopback().length > 1;

let relay: Relay;
beforeAll(async () => {
  relay = await startRelay({ peer: MEDIA_SERVER, addresses: loopback() });
});
afterAll(() => relay.stop());

let made = 0;
const nowInSeconds = () => Math.floor(Date.now() / 1000);

/** What the server gives to a device that was let in `ago` seconds before now. */
function credentials({ ago = 0, secret = relay.secret } = {}): Credentials {
  const now = ((nowInSeconds() - ago) * 1000) as Instant;
  const [server] = turnCredentials({ urls: ['turn:relay.test'], secret }, { now, random: `device${made++}` });
  if (!server) throw new Error('The server gave no credentials');
  return server;
}

function device(): TurnClient {
  const client = new TurnClient(relay.port);
  onTestFinished(() => client.close());
  return client;
}

async function deviceLetIn(family: 'IPv4' | 'IPv6' = 'IPv4'): Promise<TurnClient> {
  const client = device();
  expect(await client.allocate(credentials(), family)).toBe(200);
  return client;
}

describe('who may use the relay', () => {
  test('[SAFE-1] a device with credentials from the server is given an address', async () => {
    expect(await device().allocate(credentials())).toBe(200);
  });

  test('[SAFE-1] nobody is without credentials', async () => {
    expect(await device().allocate(null)).toBe(NOT_AUTHORISED);
  });

  test('[SAFE-1] credentials that have run out are refused', async () => {
    expect(await device().allocate(credentials({ ago: LONGEST_TURN_TTL / 1000 + 1 }))).toBe(NOT_AUTHORISED);
  });

  test('[SAFE-1] credentials that somebody else made or lengthened are refused', async () => {
    const { username, credential } = credentials();
    const lengthened = username.replace(/^\d+/, String(nowInSeconds() + 86_400));
    expect(await device().allocate(credentials({ secret: 'a-secret-of-somebody-else-entirely' }))).toBe(NOT_AUTHORISED);
    expect(await device().allocate({ username: lengthened, credential })).toBe(NOT_AUTHORISED);
    expect(await device().allocate({ username, credential: '' })).toBe(NOT_AUTHORISED);
  });

  test('[SAFE-1] one set of credentials is enough for a device and not for a crowd', async () => {
    const shared = credentials();
    const codes: number[] = [];
    for (let nth = 1; nth <= 13; nth += 1) codes.push(await device().allocate(shared));
    expect(codes).toEqual([...Array<number>(12).fill(200), QUOTA_REACHED]);
  });

  test('[SAFE-1] an address stays with the device that it was given to', async () => {
    const ticket: Attribute = [ATTRIBUTE.mobilityTicket, Buffer.alloc(0)];
    expect(await device().allocate(credentials(), 'IPv4', [ticket])).toBe(MOBILITY_REFUSED);
  });
});

test('the health check of the deployment hears the relay', () => {
  const [, command = '', ...words] = service(readDeployment(), 'relay').healthcheck?.test ?? [];
  const here = words.map((word) => (word === '3478' ? String(relay.port) : word));
  expect(here).not.toEqual(words);
  expect(spawnSync(command, here, { timeout: 3_000 }).status).toBe(0);
});

describe('where the relay leads', () => {
  test('[SAFE-1] to the media server', async () => {
    const client = await deviceLetIn();
    expect(await client.permit(MEDIA_SERVER)).toBe(200);
    expect(await client.bind(MEDIA_SERVER, 40_000)).toBe(200);
  });

  test.each(SPECIAL_IPV4)('[SAFE-1] not to $where', async ({ peers }) => {
    const client = await deviceLetIn();
    for (const peer of peers) {
      expect({ peer, code: await client.permit(peer) }).toEqual({ peer, code: REFUSED });
      expect({ peer, code: await client.bind(peer, 80) }).toEqual({ peer, code: REFUSED });
    }
  });

  test.each(SPECIAL_IPV6)('[SAFE-1] not to $where by IPv6', async ({ peers }) => {
    const client = await deviceLetIn(hasIPv6 ? 'IPv6' : 'IPv4');
    const code = hasIPv6 ? REFUSED : OTHER_FAMILY;
    for (const peer of peers) {
      expect({ peer, code: await client.permit(peer) }).toEqual({ peer, code });
      expect({ peer, code: await client.bind(peer, 80) }).toEqual({ peer, code });
    }
  });

  test('[SAFE-1] not to a forbidden address that hides behind an allowed one', async () => {
    const client = await deviceLetIn();
    expect(await client.permit(MEDIA_SERVER, '10.0.0.5')).toBe(REFUSED);
    expect(await client.permit('10.0.0.5', MEDIA_SERVER)).toBe(REFUSED);
  });

  test('[SAFE-1] to no other address at all', async () => {
    const client = await deviceLetIn();
    const others = fc.ipV4().filter((address) => address !== MEDIA_SERVER);
    await fc.assert(
      fc.asyncProperty(others, async (peer) => {
        expect(await client.permit(peer)).toBe(REFUSED);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the relay does not start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-relay-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const short = join(folder, 'short');
  const good = join(folder, 'good');
  writeFileSync(short, 'changeme');
  writeFileSync(good, 'x'.repeat(32));

  const complete = { TURN_SECRET_FILE: good, TURN_REALM: 'relay.test', TURN_PEER: MEDIA_SERVER, TURN_RUN: folder };
  test.each([
    ['without a secret', { TURN_SECRET_FILE: undefined }, 'set TURN_SECRET_FILE'],
    ['with a secret file that is not there', { TURN_SECRET_FILE: '/nowhere' }, '/nowhere, which cannot be read'],
    ['with a short secret', { TURN_SECRET_FILE: short }, 'shorter than 32 characters'],
    ['without a media server', { TURN_PEER: undefined }, 'set TURN_PEER'],
    ['with a range of media servers', { TURN_PEER: '10.0.0.0-10.255.255.255' }, 'one address'],
    ['with everybody as the media server', { TURN_PEER: '0.0.0.0' }, 'the address of the media server'],
  ])('[SAFE-1] %s', (_name, change, says) => {
    const { status, stderr } = spawnSync(START_RELAY, {
      env: { PATH: process.env.PATH, ...complete, ...change },
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 78, stderr: expect.stringContaining(says) });
  });
});
