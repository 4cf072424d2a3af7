import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import swagger from '@fastify/swagger';
import { type FastifyBaseLogger, type FastifyInstance, fastify, type RawServerDefault } from 'fastify';
import { jsonSchemaTransform, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import type { $ZodType } from 'zod/v4/core';
import { parse } from 'zod/v4/core';
import { headersOfEveryAnswer } from './securityHeaders.ts';

/** Larger than anything that our pages send. */
const BODY_LIMIT = 64 * 1024;
/** Somebody who sends a request letter by letter holds a connection no longer than this. */
const REQUEST_WITHIN_MS = 20_000;

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

interface AppOptions {
  readonly log: Logger;
  /** A key and a certificate, to speak HTTPS; null for HTTP. */
  readonly tls: { readonly key: string; readonly cert: string } | null;
  readonly isProxy: (address: string) => boolean;
  readonly headers: Parameters<typeof headersOfEveryAnswer>[0];
}

/** An empty server with what holds for every route: parsing by schema at the door, limits, headers, one line of log. */
export async function createApp({ log, tls, isProxy, headers }: AppOptions): Promise<App> {
  const app: App = fastify({
    // Its own log would have the addresses of requests, which name visits: what is logged is the route, below.
    logger: false,
    bodyLimit: BODY_LIMIT,
    trustProxy: isProxy,
    serverFactory: (handler) => serverFor(handler, tls),
  }).withTypeProvider<ZodTypeProvider>();

  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(validatorCompiler);
  // Answers are parsed, too: what a schema does not name never leaves.
  app.setSerializerCompiler<$ZodType>(
    ({ schema }) =>
      (answer) =>
        JSON.stringify(parse(schema, answer)),
  );
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Doorstep', version: '1' } },
    transform: jsonSchemaTransform,
  });

  const always = headersOfEveryAnswer(headers);
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(always);
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    log.debug(
      { method, route: routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
  });
  return app;
}

function serverFor(handler: RequestListener, tls: AppOptions['tls']): RawServerDefault {
  const server = tls === null ? createServer(handler) : createSecureServer(tls, handler);
  server.requestTimeout = REQUEST_WITHIN_MS;
  server.headersTimeout = REQUEST_WITHIN_MS;
  return server;
}
