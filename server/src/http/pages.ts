import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from './app.ts';
import type { Asset, Encoding, StaticSite } from './StaticSite.ts';
import { contentSecurityPolicy, SCRIPT_POLICY } from './securityHeaders.ts';

interface PageParts {
  readonly site: StaticSite;
  /** Whether browsers speak HTTPS with us. */
  readonly secure: boolean;
}

/** The web app: pages with their policy, files that may be kept. Nothing here looks at who asks. */
export function servePages(app: App, parts: PageParts): void {
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const asset = parts.site.find(pathOf(request));
    return asset === null ? sendMissing(parts, request, reply) : send(asset, parts, request, reply);
  });
}

/** The page that says that there is nothing here. */
export async function sendMissing(
  parts: PageParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  reply.code(404);
  const { missing } = parts.site;
  return missing === null
    ? reply.type('text/plain; charset=utf-8').send('Not found')
    : send(missing, parts, request, reply);
}

const pathOf = (request: FastifyRequest): string => request.url.replace(/[?#].*$/s, '');

async function send(
  asset: Asset,
  parts: PageParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  reply.header('cache-control', asset.cacheControl).header('vary', 'accept-encoding');
  if (asset.inline !== null) {
    reply.header('content-security-policy', contentSecurityPolicy(asset.inline, request.headers.host, parts.secure));
  } else {
    if (asset.type.startsWith('text/javascript')) reply.header('content-security-policy', SCRIPT_POLICY);
    reply.header('etag', asset.etag);
    if (request.headers['if-none-match'] === asset.etag) return reply.code(304).send();
  }

  const encoding = choose(asset.encodings, request.headers['accept-encoding']);
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.type(asset.type).send(await asset.body(encoding));
}

/** The best encoding that the browser names and does not rule out (RFC 9110, 12.5.3). */
function choose(offered: readonly Encoding[], accepts: string | string[] | undefined): Encoding {
  const taken = String(accepts ?? '')
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .filter((each) => !/;\s*q=0(\.0*)?$/.test(each))
    .map((each) => each.replace(/;.*$/, ''));
  return offered.find((encoding) => taken.includes(encoding)) ?? 'identity';
}
