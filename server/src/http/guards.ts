import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { codeOf } from '../startRefused.ts';
import type { App } from './app.ts';
import { type ProblemCode, problemOf, Refused, statusOf } from './problems.ts';

interface GuardParts {
  readonly isOwnOrigin: (origin: string, host: string | undefined) => boolean;
  /** Whether one more request is within what is allowed to whoever sent it, and if so, uses it. */
  readonly mayAsk: (request: FastifyRequest) => boolean;
}

const CHANGES_NOTHING = ['GET', 'HEAD', 'OPTIONS'];

/** What is asked of every request to the API, before anything of it is read. */
export function guardApi(app: App, { isOwnOrigin, mayAsk }: GuardParts): void {
  app.addHook('onRequest', async (request) => {
    const { method, headers } = request;
    if (!mayAsk(request)) throw new Refused('tooFast');
    if (CHANGES_NOTHING.includes(method)) return;
    // Browsers say where a request comes from, and a page cannot make them lie (ASVS 5.0, 3.5.1). Whoever says nothing is no browser.
    if (headers.origin === undefined || !isOwnOrigin(headers.origin, headers.host)) throw new Refused('otherSite');
  });
}

/** The one place where a refusal or a fault becomes an answer. A fault is logged here, once, and nothing of it is told. */
export function answerErrors(app: App, log: Logger): void {
  app.setErrorHandler((error, request, reply) => {
    const code = problemIn(error);
    if (code === 'fault')
      log.error({ error, method: request.method, route: request.routeOptions.url }, 'a request failed');
    if (code === 'tooFast') reply.header('retry-after', '60');
    return refuse(reply, code);
  });
}

/** Answers with the status and the words of this refusal. */
export const refuse = (reply: FastifyReply, code: ProblemCode): FastifyReply =>
  reply
    .code(statusOf(code))
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(problemOf(code)));

/** Whether a program asks, and not somebody for a page. */
export const isApi = ({ url }: FastifyRequest): boolean => url.startsWith('/api/');

function problemIn(error: unknown): ProblemCode {
  if (error instanceof Refused) return error.code;
  if (hasZodFastifySchemaValidationErrors(error)) return 'malformed';
  switch (codeOf(error)) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return 'tooLarge';
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return 'notJson';
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return 'malformed';
    default:
      // JSON that does not parse, or that would reach into prototypes, has a status and no code.
      return error instanceof SyntaxError ? 'malformed' : 'fault';
  }
}
