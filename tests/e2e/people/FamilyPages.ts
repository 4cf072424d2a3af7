import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { StaticSite } from '../../../server/src/http/StaticSite.ts';
import { contentSecurityPolicy } from '../../../server/src/http/securityHeaders.ts';

const WEB_ROOT = path.resolve(import.meta.dirname, '../../../web/out');

/** What a page was asked for, or told, beyond the files of the site. */
export interface Asked {
  readonly method: string;
  readonly address: string;
  readonly body: string;
}

/** The built pages as the server gives them out, policy and all, with nobody behind them: whatever they ask is written down. They can be left. */
export class FamilyPages {
  readonly asked: Asked[] = [];
  readonly #server: Server;

  private constructor(site: StaticSite) {
    this.#server = createServer(async (request, response) => {
      const address = request.url ?? '/';
      const asset = request.method === 'GET' ? site.find(address) : null;
      if (asset !== null) {
        const policy = asset.inline === null ? {} : policyOf(asset.inline, request.headers.host);
        response.writeHead(200, { 'content-type': asset.type, 'cache-control': asset.cacheControl, ...policy });
        response.end(await asset.body('identity'));
        return;
      }
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(Buffer.from(part));
      this.asked.push({ method: request.method ?? '', address, body: Buffer.concat(parts).toString() });
      if (address === '/api/join/quick-exit') {
        response.writeHead(204, { 'clear-site-data': '"cache", "storage"' }).end();
        return;
      }
      response.writeHead(403, { 'content-type': 'application/json' }).end('{"refusal":"linkClosed","says":""}');
    });
  }

  static async open(): Promise<FamilyPages> {
    const words = { AUTHORITY_NAME: 'Northmoor & District', AUTHORITY_PHONE: '0300 123 4567' };
    const pages = new FamilyPages(await StaticSite.load(WEB_ROOT, words));
    await new Promise<void>((resolve) => pages.#server.listen(0, '127.0.0.1', resolve));

    return pages;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('Not listening');

    return `http://127.0.0.1:${address.port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

const policyOf = (inline: Parameters<typeof contentSecurityPolicy>[0], host: string | undefined) => ({
  'content-security-policy': contentSecurityPolicy(inline, host, false),
});
