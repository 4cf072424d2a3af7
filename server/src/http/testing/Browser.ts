import type { Problem } from '@doorstep/shared/protocol/http.ts';

/** A browser as far as HTTP goes: it keeps cookies, and says which page it is on. */
export class Browser {
  readonly url: string;
  readonly #jar = new Map<string, string>();

  constructor(url: string) {
    this.url = url;
  }

  get cookie(): string {
    return [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.send(path, { headers });
  }

  /** As our own pages post. */
  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.send(path, {
      method: 'POST',
      headers: { origin: this.url, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  async send(
    path: string,
    init: RequestInit & { readonly headers: Readonly<Record<string, string>> },
  ): Promise<Response> {
    const response = await fetch(`${this.url}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: this.cookie },
    });
    for (const header of response.headers.getSetCookie()) this.#keep(header);
    return response;
  }

  #keep(header: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
    if (/Max-Age=0/.test(header)) this.#jar.delete(name);
    else this.#jar.set(name, value);
  }
}

/** The body of an answer that went well; fails the test otherwise. */
export async function answer<Value>(response: Promise<Response>): Promise<Value> {
  const { status, body } = await read(response);
  if (status >= 300) throw new Error(`Refused: ${status} ${JSON.stringify(body)}`);
  return body as Value;
}

/** The status and the code of a refusal. */
export async function refusal(response: Promise<Response>): Promise<readonly [number, string]> {
  const { status, body } = await read(response);
  const { refusal: code, says } = body as Problem;
  if (!says) throw new Error('A refusal that says nothing');
  return [status, code];
}

async function read(response: Promise<Response>): Promise<{ status: number; body: unknown }> {
  const { status } = await response;
  return { status, body: await (await response).json() };
}
