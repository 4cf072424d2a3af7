import type { Instant } from '@doorstep/shared/visit/ids.ts';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { AddressAllowances } from '../gateway/Allowance.ts';
import { type App, createApp } from './app.ts';
import { answerErrors, guardApi, isApi, refuse } from './guards.ts';
import { JoinAttempts } from './JoinAttempts.ts';
import { type JoinRouteParts, joinRoutes } from './joinRoutes.ts';
import { type LineRouteParts, lineRoute } from './lineRoute.ts';
import { sendMissing, servePages } from './pages.ts';
import { type QuickExitParts, quickExitRoute } from './quickExitRoute.ts';
import type { StaticSite } from './StaticSite.ts';
import { type StaffRouteParts, staffRoutes } from './staffRoutes.ts';
import { type SystemRouteParts, systemRoutes } from './systemRoutes.ts';
import { type VisitRouteParts, visitRoutes } from './visitRoutes.ts';

type RouteParts = SystemRouteParts &
  Omit<StaffRouteParts, 'failures'> &
  VisitRouteParts &
  LineRouteParts &
  Omit<JoinRouteParts, 'requests' | 'failures' | 'attempts'> &
  Omit<QuickExitParts, 'attempts'>;

export interface SiteParts extends RouteParts {
  readonly log: Logger;
  readonly tls: { readonly key: string; readonly cert: string } | null;
  readonly isProxy: (address: string) => boolean;
  /** Whether browsers speak HTTPS with us, and whether by a certificate that they trust. */
  readonly secure: boolean;
  readonly trusted: boolean;
  readonly isOwnOrigin: (origin: string, host: string | undefined) => boolean;
  readonly limits: { readonly requestsPerMinute: number; readonly failedTriesPerMinute: number };
  readonly pages: StaticSite;
  readonly now: () => Instant;
}

const aMinute = (times: number) => ({ burst: times, perSecond: times / 60 });

/** Everything that this server answers over HTTP. */
export async function createSite(parts: SiteParts): Promise<App> {
  const { log, secure, pages } = parts;
  const app = await createApp({
    log,
    tls: parts.tls,
    isProxy: parts.isProxy,
    headers: { overHttps: secure && parts.trusted },
  });
  answerErrors(app, log);
  app.setNotFoundHandler(async (request, reply) =>
    isApi(request) ? refuse(reply, 'notFound') : sendMissing({ site: pages, secure }, request, reply),
  );

  await serveApi(app, parts);
  servePages(app, { site: pages, secure });
  return app;
}

async function serveApi(app: App, parts: SiteParts): Promise<void> {
  const { limits, isOwnOrigin, now } = parts;
  const failures = new AddressAllowances(aMinute(limits.failedTriesPerMinute));
  const requests = new AddressAllowances(aMinute(limits.requestsPerMinute));
  const attempts = new JoinAttempts();
  const mayAsk = (of: AddressAllowances) => (request: FastifyRequest) =>
    of.of(parts.doorkeeper.browserOf(request.headers) ?? request.ip, now()).take(now());
  await app.register((scope, _options, done) => {
    const api = scope as App;
    guardApi(api, { isOwnOrigin, mayAsk: mayAsk(requests) });
    systemRoutes(api, parts);
    staffRoutes(api, { ...parts, failures });
    visitRoutes(api, parts);
    lineRoute(api, parts);
    done();
  });
  // It counts by itself, for whom that is says the link.
  await app.register((scope, _options, done) => {
    const api = scope as App;
    guardApi(api, { isOwnOrigin, mayAsk: () => true });
    joinRoutes(api, { ...parts, requests, failures, attempts });
    done();
  });
  // An allowance of its own: however crowded an address is, whoever has to leave at once is heard (CARE-5).
  const exits = new AddressAllowances(aMinute(limits.requestsPerMinute));
  await app.register((scope, _options, done) => {
    const api = scope as App;
    guardApi(api, { isOwnOrigin, mayAsk: mayAsk(exits) });
    quickExitRoute(api, { ...parts, attempts });
    done();
  });
}
