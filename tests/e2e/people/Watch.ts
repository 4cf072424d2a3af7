import type { BrowserContext, Page, Request } from 'playwright';

interface Told {
  readonly address: string;
  readonly method: string;
  readonly referer: string;
  readonly body: string;
}

/** Keeps what a browser says and shows: what it asks for, what its console complains of, and every title its tabs ever had. */
export class Watch {
  readonly titles = new Set<string>();
  readonly complaints: string[] = [];
  readonly #requests: Request[] = [];
  readonly #lines: string[] = [];

  static async over(context: BrowserContext): Promise<Watch> {
    const watch = new Watch();
    await context.exposeFunction('tellTitle', (title: string) => {
      if (title !== '') watch.titles.add(title);
    });
    await context.addInitScript(`(() => {
      let last = null;
      const tell = () => { if (document.title !== last) window.tellTitle(last = document.title); };
      new MutationObserver(tell).observe(document, { subtree: true, childList: true, characterData: true });
    })()`);
    context.on('request', (request) => watch.#requests.push(request));
    for (const page of context.pages()) watch.#listen(page);
    context.on('page', (page) => watch.#listen(page));

    return watch;
  }

  /** Everything that was asked for so far, over lines that stay open as well. */
  async told(): Promise<readonly Told[]> {
    const requests = this.#requests.map(async (request) => ({
      address: request.url(),
      method: request.method(),
      referer: (await request.allHeaders().catch(() => request.headers())).referer ?? '',
      body: request.postData() ?? '',
    }));
    const lines = this.#lines.map((address) => ({ address, method: 'GET', referer: '', body: '' }));

    return [...(await Promise.all(requests)), ...lines];
  }

  #listen(page: Page): void {
    page.on('console', (message) => {
      if (message.type() === 'error' || /Content.Security.Policy/i.test(message.text()))
        this.complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => this.complaints.push(message));
    page.on('websocket', (socket) => this.#lines.push(socket.url()));
  }
}

/** Everything that this page's browser keeps for the site and a script could read, and what it keeps in cookies. */
export async function keptBy(page: Page) {
  const readable = await page.evaluate(async () => ({
    session: Object.entries(sessionStorage),
    local: Object.entries(localStorage),
    databases: await indexedDB.databases(),
    cookies: document.cookie,
    caches: await caches.keys(),
    state: history.state,
  }));

  return { readable: JSON.stringify(readable), cookies: await page.context().cookies() };
}
