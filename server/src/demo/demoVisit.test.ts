import { commandId, staffId } from '@doorstep/shared/protocol/commands.ts';
import { NOON } from '@doorstep/shared/testing/personas.ts';
import { policyOf } from '@doorstep/shared/visit/authority/policy.ts';
import { type Instant, after as later } from '@doorstep/shared/visit/ids.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { MemoryEventStore } from '../events/MemoryEventStore.ts';
import { FamilyLinks } from '../http/FamilyLinks.ts';
import { StaffVisits } from '../http/StaffVisits.ts';
import { freshId } from '../identity/credential.ts';
import { InvitationTokens } from '../identity/InvitationTokens.ts';
import { DemoSignIn } from '../identity/StaffSignIn.ts';
import { silentLog } from '../visits/Log.ts';
import { ManualClock } from '../visits/ManualClock.ts';
import { VisitRegistry } from '../visits/VisitRegistry.ts';
import { banner } from './banner.ts';
import { DEMO_HOST, DEMO_STAFF } from './demoStaff.ts';
import { demoLinks } from './demoVisit.ts';

const HOUR = 3_600_000;
const MEDIA = { apply: () => ({ restricted: Promise.resolve(), settled: Promise.resolve() }), forget: async () => {} };

let clock: ManualClock;
let store: MemoryEventStore;
const now = (): Instant => clock.now();
const tokens = new InvitationTokens(Buffer.alloc(32, 7), now);

/** The links as one start of a server prints them. */
function linksOfAStart() {
  const visits = new VisitRegistry({ store, media: MEDIA, clock, freshId, log: silentLog });
  const staffVisits = new StaffVisits({
    visits,
    staff: new DemoSignIn(DEMO_STAFF),
    policy: policyOf({}),
    freshId,
    now,
  });
  const links = new FamilyLinks(tokens, () => 'http://localhost:3000', now);
  return { visits, links: demoLinks({ store, visits, staffVisits, links, now, freshId }) };
}
const claimsIn = (url: string) => tokens.verify(url.split('#')[1] ?? '');

beforeEach(() => {
  clock = new ManualClock(NOON);
  store = new MemoryEventStore();
});

describe('the demo visit', () => {
  test('is planned at the first start, with a link each for a parent and a child', async () => {
    const links = await linksOfAStart().links;
    expect(links.map(({ name }) => name)).toEqual(['Dana Hughes', 'Sam Hughes']);
    for (const { url } of links) expect(claimsIn(url)).not.toBeNull();
    const list = await store.listFor(staffId.parse('priya-shah'));
    expect(list).toMatchObject([{ kind: 'homeVisit', phase: 'planned', scheduledFor: NOON, hostName: DEMO_HOST.name }]);
  });

  test('is the same at the next start, while its links are good for another hour', async () => {
    const first = await linksOfAStart().links;
    expect(await linksOfAStart().links).toEqual(first);
    clock.advance(1.5 * HOUR);
    expect(await linksOfAStart().links).toEqual(first);
  });

  test('is a new one when its links run out', async () => {
    const [first] = await linksOfAStart().links;
    clock.advance(24 * HOUR);
    const [next] = await linksOfAStart().links;
    expect(claimsIn(next?.url ?? '')?.expiresAt).toBeGreaterThan(later(now(), HOUR));
    expect(next).not.toEqual(first);
  });

  test('is a new one when the last is over', async () => {
    const first = linksOfAStart();
    const claims = claimsIn((await first.links)[0]?.url ?? '');
    if (claims === null) throw new Error('A good link');
    const actor = await first.visits.find(claims.visit);
    const host = [...(await store.load(claims.visit))].flatMap(({ event }) =>
      event.type === 'visit.planned' ? [event.host.participant] : [],
    )[0];
    if (host === undefined) throw new Error('A planned visit has a host');
    const asHost = { kind: 'person', participant: host, session: null } as const;
    await actor?.submit(asHost, commandId.parse('start'), { type: 'visit.start' });
    await actor?.submit(asHost, commandId.parse('end'), { type: 'visit.end', words: 'Goodbye' });
    const again = await linksOfAStart().links;
    expect(again).toHaveLength(2);
    expect(claimsIn(again[0]?.url ?? '')?.visit).not.toBe(claims.visit);
  });
});

describe('what is printed', () => {
  const demo = { host: 'Amina Okafor', links: [{ name: 'Dana Hughes', url: 'http://localhost:3000/join#abc' }] };

  test('is the address, how to sign in, and each link as text and as a code', async () => {
    const text = await banner({ address: 'http://localhost:3000', demo, inColour: false, selfSigned: false });
    for (const part of ['http://localhost:3000', 'Amina Okafor', 'A link for Dana Hughes', '#abc', '█']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('--https');
  });

  test('is the address alone without a demo', async () => {
    const text = await banner({ address: 'https://visits.example', demo: null, inColour: false, selfSigned: true });
    expect(text).toContain('https://visits.example');
    expect(text).toContain('certificate');
    expect(text).not.toContain('link for');
  });
});
