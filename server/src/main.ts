import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { flushCompileCache } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { Closers } from './Closers.ts';
import { type Config, reachableAddress, readConfig } from './config.ts';
import { Database } from './database/Database.ts';
import { banner } from './demo/banner.ts';
import { DEMO_HOST, DEMO_STAFF } from './demo/demoStaff.ts';
import { type DemoLink, demoLinks } from './demo/demoVisit.ts';
import { PostgresEventStore } from './events/PostgresEventStore.ts';
import { Gateway } from './gateway/Gateway.ts';
import { clientAddress, trustedBy } from './http/clientAddress.ts';
import { FamilyLinks } from './http/FamilyLinks.ts';
import { listen, publicAddress } from './http/listen.ts';
import { ownOrigin } from './http/ownOrigin.ts';
import { StaffVisits } from './http/StaffVisits.ts';
import { StaticSite } from './http/StaticSite.ts';
import { selfSigned } from './http/selfSigned.ts';
import { createSite } from './http/site.ts';
import { cookiesFor } from './identity/cookies.ts';
import { freshId } from './identity/credential.ts';
import { CookieDoorkeeper } from './identity/Doorkeeper.ts';
import { InvitationTokens } from './identity/InvitationTokens.ts';
import { PostgresSeats } from './identity/PostgresSeats.ts';
import { PostgresStaffSessions } from './identity/PostgresStaffSessions.ts';
import { StaffDesk } from './identity/StaffDesk.ts';
import { DemoSignIn, nobodySignsIn } from './identity/StaffSignIn.ts';
import { seatedIn } from './identity/seatedIn.ts';
import { deriveKey, readSecret } from './identity/secret.ts';
import { MediaReconciler } from './media/MediaReconciler.ts';
import { type Every, startMediaAudits } from './media/mediaAudits.ts';
import { MediasoupPlane } from './media/mediasoup/MediasoupPlane.ts';
import { turnCredentials } from './media/turnCredentials.ts';
import { createLog } from './observability/log.ts';
import { createMetrics } from './observability/metrics.ts';
import { codeOf, EXIT_FAULT, EXIT_REFUSED, StartRefused, sentenceFor } from './startRefused.ts';
import { systemClock } from './visits/systemClock.ts';
import { VisitRegistry } from './visits/VisitRegistry.ts';

/** What every part of the server is made with. */
interface Ground {
  readonly config: Config;
  readonly log: Logger;
  /** Closed in the opposite order of opening. */
  readonly closers: Closers;
}

const { now } = systemClock;

const every: Every = (run, period) => {
  const timer = setInterval(run, period);
  timer.unref();
  return () => clearInterval(timer);
};

async function startMedia({ config, log, closers }: Ground) {
  const { media } = config;
  const turn = { urls: media.turn.urls, secret: await turnSecret(config) };
  const settings = {
    workerBin: media.workerProgram,
    workers: media.workers,
    listenIp: media.announcedAddress.startsWith('127.') ? '127.0.0.1' : '0.0.0.0',
    announcedAddress: media.announcedAddress,
    firstPort: media.port,
  };
  const plane = await MediasoupPlane.start(settings, { log, now, every }).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartRefused(`The media workers do not start (${reason}): look at MEDIASOUP_WORKER_BIN and MEDIA_PORT.`, {
      cause,
    });
  });
  const reconciler = new MediaReconciler({
    plane,
    log,
    icePolicy: media.icePolicy,
    iceServersFor: () => turnCredentials(turn, { now: now(), random: randomBytes(9).toString('base64url') }),
  });
  closers.add(() => reconciler.close());
  closers.add(startMediaAudits(reconciler, { every, log }));
  return { plane, reconciler };
}

async function turnSecret({ media: { turn } }: Config): Promise<string> {
  if (turn.secretFile === null) return turn.secret ?? '';
  try {
    return (await readFile(turn.secretFile, 'utf8')).trim();
  } catch (cause) {
    throw new StartRefused(`TURN_SECRET_FILE names ${turn.secretFile}, which cannot be read (${codeOf(cause)}).`, {
      cause,
    });
  }
}

async function openIdentity({ config }: Ground, database: Database, visits: VisitRegistry) {
  const secret = await readSecret({ file: config.secretFile, dataFolder: config.dataFolder });
  const cookies = cookiesFor({ secure: config.secureCookies });
  const seats = new PostgresSeats(database.tables);
  const sessions = new PostgresStaffSessions(database.tables);
  const desk = new StaffDesk({
    cookies,
    sessions,
    seats,
    now,
    isSeated: seatedIn(visits),
  });
  const doorkeeper = new CookieDoorkeeper({ cookies, seats, desk });
  const tokens = new InvitationTokens(deriveKey(secret, 'join'), now);
  const staff = config.demo ? new DemoSignIn(DEMO_STAFF) : nobodySignsIn;
  return { cookies, seats, sessions, desk, doorkeeper, tokens, staff };
}

/** Everything behind the addresses: what visits are kept in and carried by, and who is who. */
async function openVisits(ground: Ground) {
  const { config, log, closers } = ground;
  const database = await Database.open({ url: config.databaseUrl, dataFolder: config.dataFolder, log });
  closers.add(() => database.close());
  const media = await startMedia(ground);
  const store = new PostgresEventStore(database.tables);
  const visits = new VisitRegistry({ store, media: media.reconciler, clock: systemClock, freshId, log });
  closers.add(() => visits.close());
  const identity = await openIdentity(ground, database, visits);
  return { database, media, store, visits, identity };
}

type Inside = Awaited<ReturnType<typeof openVisits>>;

function openLine({ config, log }: Ground, { visits, identity, media }: Inside, network: Network): Gateway {
  return new Gateway({
    isOwnOrigin: network.isOwnOrigin,
    visits,
    doorkeeper: identity.doorkeeper,
    staff: identity.staff,
    media: media.reconciler,
    clock: systemClock,
    log,
    addressOf: (request) => clientAddress(request, network.isProxy),
    connectionsPerAddress: config.limits.connectionsPerAddress,
  });
}

const networkOf = ({ publicUrl, trustedProxies }: Config) => ({
  isOwnOrigin: ownOrigin(publicUrl),
  isProxy: trustedBy(trustedProxies),
});
type Network = ReturnType<typeof networkOf>;

/** What the pages and routes are told of the configuration. */
const siteSettings = async (config: Config) => ({
  pages: await StaticSite.load(config.webRoot, {
    AUTHORITY_NAME: config.authority.name,
    AUTHORITY_PHONE: config.authority.phone,
  }),
  tls: config.https
    ? await selfSigned({ dataFolder: config.dataFolder, address: reachableAddress(config.host), now: now() })
    : null,
  secure: config.secureCookies,
  trusted: !config.https,
  limits: config.limits,
  settings: { authorityName: config.authority.name, phoneNumber: config.authority.phone, demo: config.demo },
  metricsToken: config.metricsToken,
});

/** Starts everything, the last of it the listening. Resolves when people can come. */
async function start(ground: Ground): Promise<void> {
  const { config, log, closers } = ground;
  await makeDataFolder(config.dataFolder);
  const settings = await siteSettings(config);
  const inside = await openVisits(ground);
  const { database, media, store, visits, identity } = inside;
  const network = networkOf(config);
  const gateway = openLine(ground, inside, network);
  const metrics = createMetrics({
    visits: () => visits.size,
    line: () => gateway.snapshot(),
    media: () => media.reconciler.snapshot(),
  });
  const staffVisits = new StaffVisits({ visits, staff: identity.staff, freshId, now });
  const links = new FamilyLinks(identity.tokens, () => publicAddress(app, config), now);

  const app = await createSite({
    ...settings,
    ...identity,
    ...network,
    signedOut: (signIn) => gateway.signedOut(signIn),
    ...{ log, visits, store, staffVisits, links, now, pause, freshId },
    health: async () => ({ database: await database.isReachable(), workers: media.plane.workerPids.length }),
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

async function announce(address: string, { https }: Config, links: readonly DemoLink[] | null): Promise<void> {
  const demo = links === null ? null : { host: DEMO_HOST.name, links };
  process.stdout.write(await banner({ address, demo, inColour: process.stdout.isTTY, selfSigned: https }));
}

async function makeDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new StartRefused(
      `The data folder ${folder} cannot be made (${codeOf(cause)}): choose another one with --data.`,
      { cause },
    );
  }
}

const ENDS_WITHIN_MS = 25_000;

/** Closes what is open and ends the process, once what is being opened is open. The first reason to end is the one that counts. */
function endsOnce(
  { log, closers }: Pick<Ground, 'log' | 'closers'>,
  starting: Promise<unknown>,
): (code: number) => void {
  let ending = false;
  return (code) => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(EXIT_FAULT), ENDS_WITHIN_MS).unref();
    void starting
      .catch(() => undefined)
      .then(() => closers.closeAll((error) => log.error({ error }, 'something could not be closed')))
      .then(() => process.exit(code));
  };
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel, { readable: process.stderr.isTTY });
  const closers = new Closers();
  // Nobody knows what state such a fault leaves behind: the supervisor starts a new process, which has everything from the log.
  process.on('uncaughtException', (error) => {
    log.fatal({ error }, 'a fault that nobody caught');
    process.exit(EXIT_FAULT);
  });
  // Visits go on when nobody reads any more what is printed.
  process.stdout.on('error', () => undefined);

  const starting = start({ config, log, closers });
  const end = endsOnce({ log, closers }, starting);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      log.info({ signal }, 'ending');
      end(0);
    });
  }

  try {
    await starting;
    log.info({}, 'started');
    // Kept now, for whoever has to start in our place: a process that is killed keeps nothing at its end. Without NODE_COMPILE_CACHE nothing is kept.
    flushCompileCache();
  } catch (error) {
    const sentence = sentenceFor(error);
    if (sentence === null) log.fatal({ error }, 'the server could not start');
    else process.stderr.write(`${sentence}\n`);
    end(sentence === null ? EXIT_FAULT : EXIT_REFUSED);
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof StartRefused ? error.message : String(error)}\n`);
  process.exitCode = error instanceof StartRefused ? EXIT_REFUSED : EXIT_FAULT;
}
