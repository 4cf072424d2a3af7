import { joinAnswer } from '@doorstep/shared/protocol/http.ts';
import type { Seat } from './Device.ts';

/** A browser as far as HTTP goes: it keeps its cookies, and says where its requests come from. */
export class Browser {
  readonly origin: string;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string) {
    this.origin = origin;
  }

  /** The `Cookie` header that it would send. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Asks, and gives the answer back as it is. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const answer = await fetch(`${this.origin}${path}`, {
      ...init,
      headers: { origin: this.origin, cookie: this.cookie, ...init.headers },
    });
    for (const cookie of answer.headers.getSetCookie()) this.#keep(cookie);

    return answer;
  }

  /** Asks for JSON; a refusal is a broken test. */
  async get(path: string): Promise<unknown> {
    return this.#json(path, await this.fetch(path));
  }

  async post(path: string, body: unknown): Promise<unknown> {
    return this.#json(path, await this.postAny(path, body));
  }

  /** Sends JSON, and gives the answer back as it is. */
  postAny(path: string, body: unknown): Promise<Response> {
    return this.fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** Opens a family's link, and has their place from then on. */
  async openLink(link: string): Promise<Seat> {
    const token = new URL(link).hash.slice(1);
    const { session } = joinAnswer.parse(await this.post('/api/join', { token, device: 'phone' }));

    return { cookie: this.cookie, session };
  }

  async #json(path: string, answer: Response): Promise<unknown> {
    if (!answer.ok) throw new Error(`${path} was refused: ${answer.status} ${await answer.text()}`);

    return answer.json();
  }

  #keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split('; ');
    const [name = '', value = ''] = pair.split('=');
    if (attributes.includes('Max-Age=0')) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
