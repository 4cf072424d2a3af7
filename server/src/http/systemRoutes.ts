import { timingSafeEqual } from 'node:crypto';
import { type PublicSettings, publicSettings } from '@doorstep/shared/protocol/http.ts';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import type { App } from './app.ts';
import { Refused } from './problems.ts';

interface Health {
  /** The database answers. */
  readonly database: boolean;
  /** Media workers that are alive. */
  readonly workers: number;
}

export interface SystemRouteParts {
  readonly settings: PublicSettings;
  readonly health: () => Promise<Health>;
  readonly metrics: { readonly contentType: string; text(): Promise<string> };
  /** Lets a scraper on another machine in; null: only this machine. */
  readonly metricsToken: string | null;
}

const healthAnswer = z.object({ ok: z.boolean(), database: z.boolean(), workers: z.number() });

/** What is asked by pages before anybody signs in, and by those who keep the server running. */
export function systemRoutes(app: App, { settings, health, metrics, metricsToken }: SystemRouteParts): void {
  app.get(
    '/api/settings',
    { schema: { summary: 'What anyone may know', response: { 200: publicSettings } } },
    async () => settings,
  );

  app.get(
    '/api/health',
    { schema: { summary: 'Whether everything works', response: { 200: healthAnswer, 503: healthAnswer } } },
    async (_request, reply) => {
      const state = await health();
      const ok = state.database && state.workers > 0;
      return reply.code(ok ? 200 : 503).send({ ok, ...state });
    },
  );

  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());

  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!mayScrape(request, metricsToken)) throw new Refused('notFound');
    return reply.type(metrics.contentType).send(await metrics.text());
  });
}

/** How busy a service for families is, is nobody else's business. */
function mayScrape({ headers, socket }: FastifyRequest, token: string | null): boolean {
  if (token !== null && isSame(headers.authorization ?? '', `Bearer ${token}`)) return true;
  // A proxy on this machine is not a scraper on this machine.
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  return !isForwarded && /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '');
}

const isSame = (given: string, wanted: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
};
