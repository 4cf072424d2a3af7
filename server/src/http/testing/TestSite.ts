import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { InvitationLink, StaffMember, VisitSummary } from '@doorstep/shared/protocol/http.ts';
import { NOON } from '@doorstep/shared/testing/personas.ts';
import { type AuthorityPolicy, policyOf } from '@doorstep/shared/visit/authority/policy.ts';
import type { VisitId } from '@doorstep/shared/visit/ids.ts';
import type { PreparingView } from '@doorstep/shared/visit/viewShape.ts';
import pino from 'pino';
import { MemoryEventStore } from '../../events/MemoryEventStore.ts';
import { cookiesFor } from '../../identity/cookies.ts';
import { freshId, type SignInId } from '../../identity/credential.ts';
import { DeviceCredentials } from '../../identity/DeviceCredentials.ts';
import { CookieDoorkeeper } from '../../identity/Doorkeeper.ts';
import { InvitationTokens } from '../../identity/InvitationTokens.ts';
import { MemorySeats } from '../../identity/MemorySeats.ts';
import { MemoryStaffSessions } from '../../identity/MemoryStaffSessions.ts';
import { StaffDesk } from '../../identity/StaffDesk.ts';
import { DemoSignIn } from '../../identity/StaffSignIn.ts';
import { FakeMediaPlane } from '../../media/fake/FakeMediaPlane.ts';
import { MediaReconciler } from '../../media/MediaReconciler.ts';
import { silentLog } from '../../visits/Log.ts';
import { ManualClock } from '../../visits/ManualClock.ts';
import { VisitRegistry } from '../../visits/VisitRegistry.ts';
import type { App } from '../app.ts';
import { trustedBy } from '../clientAddress.ts';
import { FamilyLinks } from '../FamilyLinks.ts';
import { ownOrigin } from '../ownOrigin.ts';
import { StaffVisits } from '../StaffVisits.ts';
import { StaticSite } from '../StaticSite.ts';
import { createSite, type SiteParts } from '../site.ts';
import { answer, Browser } from './Browser.ts';

export const AMINA: StaffMember = { id: 'amina', name: 'Amina Okafor', team: 'East' };
export const PRIYA: StaffMember = { id: 'priya', name: 'Priya Shah', team: 'East' };
export const TOM: StaffMember = { id: 'tom', name: 'Tom Reilly', team: 'West' };

/** A small web app of the same make as the built one. */
export const EXPORT: Readonly<Record<string, string>> = {
  'index.html':
    '<!DOCTYPE html><title>Visits</title><script src="/_next/static/a.js" async=""></script><script>start()</script>',
  'join.html':
    '<!DOCTYPE html><title>Meeting</title><p>Call {{AUTHORITY_NAME}} on {{AUTHORITY_PHONE}}</p><script>say("{{AUTHORITY_NAME}}")</script><style>p{margin:0}</style>',
  '404.html': '<!DOCTYPE html><title>Nothing here</title>',
  'join.txt': '1:["Call {{AUTHORITY_NAME}}"]',
  '_next/static/a.js': `start=()=>{};${'/* long enough to be worth compressing */'.repeat(40)}`,
  '_next/static/words.js': 'name="{{AUTHORITY_NAME}}"',
  'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
};

const MEDIA = { apply: () => ({ restricted: Promise.resolve(), settled: Promise.resolve() }), forget: async () => {} };

export const FAMILY = [
  { name: 'Dana Hughes', role: 'parent', relationship: 'mother', staff: null },
  { name: 'Sam Hughes', role: 'child', relationship: '', staff: null },
] as const;
export const PLAN = {
  kind: 'homeVisit',
  purpose: 'To hear how Sam is getting on',
  scheduledFor: NOON,
  lengthMinutes: 45,
} as const;

/** The whole of the HTTP server on a real port, over memory and with a clock that stands still. */
export class TestSite {
  readonly store = new MemoryEventStore();
  readonly seats = new MemorySeats();
  readonly sessions = new MemoryStaffSessions();
  readonly clock = new ManualClock(NOON);
  readonly now = () => this.clock.now();
  readonly tokens = new InvitationTokens(Buffer.alloc(32, 7), this.now);
  readonly cookies = cookiesFor({ secure: false });
  readonly visits = new VisitRegistry({ store: this.store, media: MEDIA, clock: this.clock, freshId, log: silentLog });
  readonly plane = new FakeMediaPlane();
  readonly lines = new MediaReconciler({
    plane: this.plane,
    log: silentLog,
    icePolicy: 'all',
    iceServersFor: () => [],
    now: this.now,
  });
  /** How long refusals were held back. */
  readonly pauses: number[] = [];
  /** Sign-ins that were said to have ended. */
  readonly signedOut: SignInId[] = [];
  #held: Promise<void> = Promise.resolve();
  app: App | null = null;
  url = '';

  readonly #policy: AuthorityPolicy;

  constructor(policy: AuthorityPolicy) {
    this.#policy = policy;
  }

  /** `changes`: what is to be otherwise than usual. */
  static async start(changes: Partial<SiteParts> = {}, policy = policyOf({})): Promise<TestSite> {
    const site = new TestSite(policy);
    const folder = await writeExport();
    const pages = await StaticSite.load(folder, { AUTHORITY_NAME: 'Brookshire', AUTHORITY_PHONE: '01632 960 123' });
    await rm(folder, { recursive: true });
    site.app = await createSite({ ...site.#parts(pages), ...changes });
    site.url = await site.app.listen({ port: 0, host: '127.0.0.1' });
    return site;
  }

  /** … on which Amina has signed in, planned a visit and made Dana’s link. */
  static async withLink(changes: Partial<SiteParts> = {}): Promise<{
    readonly site: TestSite;
    readonly host: Browser;
    readonly visit: VisitId;
    readonly link: string;
  }> {
    const site = await TestSite.start(changes);
    const host = await site.signedIn(AMINA);
    const visit = await site.planned(host);

    return { site, host, visit, link: await site.linkFor(host, visit, 'Dana Hughes') };
  }

  /** From now on pauses last until the returned function is called. */
  holdRefusals(): () => void {
    let release = () => {};
    this.#held = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }

  /** The visits of a server that begins with nothing but the store. */
  registryAfterRestart(): VisitRegistry {
    const { store, clock } = this;
    return new VisitRegistry({ store, media: MEDIA, clock, freshId, log: silentLog });
  }

  async close(): Promise<void> {
    await this.app?.close();
    await this.visits.close();
  }

  browser(): Browser {
    return new Browser(this.url);
  }

  async signedIn(member: StaffMember): Promise<Browser> {
    const browser = this.browser();
    await answer(browser.post('/api/sign-in', { staff: member.id }));
    return browser;
  }

  /** A visit of Amina's with a family and a colleague; its id. */
  async planned(host: Browser): Promise<VisitId> {
    const people = [...FAMILY, { name: 'Priya Shah', role: 'colleague', relationship: '', staff: PRIYA.id }];
    const { id } = await answer<{ id: VisitId }>(host.post('/api/visits', { plan: PLAN, people }));
    return id;
  }

  /** The person's newest link, made by the host. */
  async linkFor(host: Browser, visit: VisitId, name: string): Promise<string> {
    const participant = (await this.rosterEntry(host, visit, name)).participant;
    await this.command(host, visit, { type: 'invitation.issue', participant });
    const { invitation } = await this.rosterEntry(host, visit, name);
    const path = `/api/visits/${visit}/invitations/${invitation?.id}/link`;
    return (await answer<InvitationLink>(host.get(path))).url;
  }

  async rosterEntry(host: Browser, visit: VisitId, name: string) {
    const view = await answer<PreparingView>(host.get(`/api/visits/${visit}`));
    const entry = view.console?.roster.find((each) => each.name === name);
    if (entry === undefined) throw new Error(`Nobody is called ${name}`);
    return entry;
  }

  command(browser: Browser, visit: VisitId, command: object): Promise<unknown> {
    return answer(browser.post(`/api/visits/${visit}/commands`, { commandId: freshId(), command }));
  }

  listOf(browser: Browser): Promise<readonly VisitSummary[]> {
    return answer(browser.get('/api/visits'));
  }

  #parts(pages: StaticSite): SiteParts {
    const { cookies, seats, sessions, now, tokens, visits, store } = this;
    const desk = new StaffDesk({ cookies, sessions, seats, now, isSeated: async () => false });
    const devices = new DeviceCredentials(Buffer.alloc(32, 9));
    const staff = new DemoSignIn([AMINA, PRIYA, TOM]);
    return {
      cookies,
      devices,
      lines: this.lines,
      seats,
      sessions,
      now,
      tokens,
      visits,
      store,
      desk,
      staff,
      pages,
      freshId,
      signedOut: (signIn) => void this.signedOut.push(signIn),
      doorkeeper: new CookieDoorkeeper({ cookies, devices, seats, desk }),
      staffVisits: new StaffVisits({ visits, staff, policy: this.#policy, freshId, now }),
      links: new FamilyLinks(tokens, () => this.url, now),
      pause: (ms) => {
        this.pauses.push(ms);
        return this.#held;
      },
      log: pino({ level: 'silent' }),
      tls: null,
      secure: false,
      trusted: true,
      isOwnOrigin: ownOrigin(null),
      isProxy: trustedBy([]),
      limits: { requestsPerMinute: 1000, failedTriesPerMinute: 10 },
      settings: { authorityName: 'Brookshire', phoneNumber: '01632 960 123', demo: true },
      health: async () => ({ database: true, workers: 1 }),
      metrics: { contentType: 'text/plain', text: async () => 'doorstep_visits 0\n' },
      metricsToken: null,
    };
  }
}

async function writeExport(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-export-'));
  for (const [path, content] of Object.entries(EXPORT)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}
