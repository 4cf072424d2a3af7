import { setTimeout as pause } from 'node:timers/promises';
import { readAuthorityPolicy } from './authorityPolicy.ts';
import { Database } from './database/Database.ts';
import { makeDataFolder } from './dataFolder.ts';
import { announce } from './demo/announce.ts';
import { DEMO_STAFF } from './demo/demoStaff.ts';
import { demoLinks } from './demo/demoVisit.ts';
import { PostgresEventStore } from './events/PostgresEventStore.ts';
import { ANSWERS_EVERY_MS } from './gateway/Beat.ts';
import { Gateway } from './gateway/Gateway.ts';
import { clientAddress } from './http/clientAddress.ts';
import { FamilyLinks } from './http/FamilyLinks.ts';
import { listen, publicAddress } from './http/listen.ts';
import { StaffVisits } from './http/StaffVisits.ts';
import { createSite } from './http/site.ts';
import { networkOf, siteSettings } from './http/siteSettings.ts';
import { freshId } from './identity/credential.ts';
import { openIdentity } from './identity/openIdentity.ts';
import { PostgresSeats } from './identity/PostgresSeats.ts';
import { PostgresStaffSessions } from './identity/PostgresStaffSessions.ts';
import { DemoSignIn, nobodySignsIn } from './identity/StaffSignIn.ts';
import { type Ground, live } from './lifetime.ts';
import type { Every } from './media/mediaAudits.ts';
import { MediasoupPlane } from './media/mediasoup/MediasoupPlane.ts';
import { openMedia } from './media/openMedia.ts';
import { createMetrics } from './observability/metrics.ts';
import { StartRefused } from './startRefused.ts';
import { systemClock } from './visits/systemClock.ts';
import { VisitRegistry } from './visits/VisitRegistry.ts';

const { now } = systemClock;

const every: Every = (run, period) => {
  const timer = setInterval(run, period);
  timer.unref();
  return () => clearInterval(timer);
};

async function openPlane({ config: { media }, log }: Ground): Promise<MediasoupPlane> {
  const settings = {
    workerBin: media.workerProgram,
    workers: media.workers,
    listensAt: media.listensAt,
    firstPort: media.port,
  };
  return MediasoupPlane.start(settings, { log, now, every }).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartRefused(`The media workers do not start (${reason}): look at MEDIASOUP_WORKER_BIN and MEDIA_PORT.`, {
      cause,
    });
  });
}

/** Everything behind the addresses: what visits are kept in and carried by, and who is who. */
async function openVisits(ground: Ground) {
  const { config, log, closers } = ground;
  const database = await Database.open({ url: config.databaseUrl, dataFolder: config.dataFolder, log });
  closers.add(() => database.close());
  const { plane, media } = await openMedia(ground, () => openPlane(ground), { now, every });
  const store = new PostgresEventStore(database.tables);
  const visits = new VisitRegistry({ store, media, clock: systemClock, freshId, log });
  closers.add(() => visits.close());
  const seats = new PostgresSeats(database.tables);
  const sessions = new PostgresStaffSessions(database.tables);
  const staff = config.demo ? new DemoSignIn(DEMO_STAFF) : nobodySignsIn;
  const identity = await openIdentity(config, { seats, sessions, staff, visits, now });
  return { database, plane, media, store, visits, identity };
}

type Inside = Awaited<ReturnType<typeof openVisits>>;

function openLine({ config, log }: Ground, { visits, identity, media }: Inside): Gateway {
  const { isOwnOrigin, isProxy } = networkOf(config);
  return new Gateway({
    isOwnOrigin,
    visits,
    doorkeeper: identity.doorkeeper,
    staff: identity.staff,
    media,
    clock: systemClock,
    log,
    addressOf: (request) => clientAddress(request, isProxy),
    connectionsPerAddress: config.limits.connectionsPerAddress,
    answersEveryMs: ANSWERS_EVERY_MS,
  });
}

/** Starts everything, the last of it the listening. Resolves when people can come. */
async function start(ground: Ground): Promise<void> {
  const { config, log, closers } = ground;
  await makeDataFolder(config.dataFolder);
  const settings = await siteSettings(config, now());
  const policy = await readAuthorityPolicy(config.policyFile);
  const inside = await openVisits(ground);
  const { database, plane, media, store, visits, identity } = inside;
  const gateway = openLine(ground, inside);
  const metrics = createMetrics({
    visits: () => visits.size,
    line: () => gateway.snapshot(),
    media: () => media.snapshot(),
  });
  const staffVisits = new StaffVisits({ visits, staff: identity.staff, policy, freshId, now });
  const links = new FamilyLinks(identity.tokens, () => publicAddress(app, config), now);

  const app = await createSite({
    ...settings,
    ...identity,
    ...networkOf(config),
    signedOut: (signIn) => gateway.signedOut(signIn),
    lines: media,
    ...{ log, visits, store, staffVisits, links, now, pause, freshId },
    health: async () => ({ database: await database.isReachable(), workers: plane.workerPids.length }),
    metrics: { contentType: metrics.contentType, text: () => metrics.metrics() },
  });
  closers.add(() => app.close());
  gateway.attach(app.server);
  closers.add(() => gateway.close());

  await visits.resume();
  await listen(app, config);
  const demo = config.demo ? await demoLinks({ store, visits, staffVisits, links, now, freshId }) : null;
  await announce(publicAddress(app, config), config, demo);
}

await live(start);
