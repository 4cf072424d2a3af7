import type { APIResponse, BrowserContext } from 'playwright';
import type { Requests } from '../../harness/Desk.ts';

/** Requests with the cookies of that browser's pages, as the pages themselves send them. */
export function requestsOf({ request }: Pick<BrowserContext, 'request'>, origin: string): Requests {
  return {
    get: async (path) => json(path, await request.get(path)),
    post: async (path, data) => json(path, await request.post(path, { data, headers: { origin } })),
  };
}

async function json(path: string, response: APIResponse): Promise<unknown> {
  if (!response.ok()) throw new Error(`${path} was refused: ${response.status()} ${await response.text()}`);

  return response.json();
}
