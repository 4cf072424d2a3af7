import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { createViteServer } from 'vitest/node';

declare global {
  interface Window {
    /** Imports one of the web app's own modules, where they are lent. */
    readonly __load: <Module>(path: string) => Promise<Module>;
  }
}

const ROOT = join(import.meta.dirname, '..', '..');
/** Where modules lie, as their own imports name them. */
const PATHS = /^\/(?:@|node_modules\/|web\/src\/|shared\/src\/|deps\/)/;

/** Lets a page of the product import the web app's own modules, so that a part can be tried in a real browser without its screens. */
export class SourceModules {
  readonly #server: Awaited<ReturnType<typeof createViteServer>>;
  readonly #folder: string;

  private constructor(server: Awaited<ReturnType<typeof createViteServer>>, folder: string) {
    this.#server = server;
    this.#folder = folder;
  }

  static async open(): Promise<SourceModules> {
    const folder = await mkdtemp(join(tmpdir(), 'doorstep-modules-'));
    const server = await createViteServer({
      root: ROOT,
      configFile: false,
      cacheDir: folder,
      logLevel: 'error',
      appType: 'custom',
      server: { host: '127.0.0.1', port: 0, hmr: false, watch: null, fs: { strict: false } },
      optimizeDeps: { noDiscovery: true, include: ['mediasoup-client', 'socket.io-client'] },
    });
    await server.listen();

    return new SourceModules(server, folder);
  }

  /** Modules come to this page as if they were the product's own: its content security policy holds for them. */
  async lend(page: Page): Promise<void> {
    const address: AddressInfo | string | null | undefined = this.#server.httpServer?.address();
    if (!address || typeof address === 'string') throw new Error('No modules are served');

    // In words, since the test runner rewrites imports in functions.
    await page.addInitScript('window.__load = (path) => import(path);');
    await page.route(
      ({ pathname }) => PATHS.test(pathname),
      async (route) => {
        const { pathname, search } = new URL(route.request().url());
        const answer = await fetch(`http://127.0.0.1:${address.port}${pathname}${search}`);
        const contentType = answer.headers.get('content-type') ?? 'text/javascript';
        await route.fulfill({ status: answer.status, contentType, body: await answer.text() });
      },
    );
  }

  async close(): Promise<void> {
    await this.#server.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
