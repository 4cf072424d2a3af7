import type { Problem } from '@doorstep/shared/protocol/http.ts';

/** What the server said, or why there is nothing. Never thrown: a page shows both. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

const UNREACHABLE: Problem = {
  refusal: 'unreachable',
  says: 'The server cannot be reached. Check your connection and try again. Nothing you entered is lost.',
};
const UNREADABLE: Problem = { refusal: 'fault', says: 'Something went wrong on our side. Try again.' };

type Method = { readonly get: string } | { readonly post: string; readonly body: unknown };

/** Asks our own server, which checks what it is asked and is trusted for the shape of what it answers. */
export async function ask<Value>(method: Method): Promise<Answer<Value>> {
  const response = await fetch(...toFetch(method)).catch(() => null);
  if (response === null) return { ok: false, problem: UNREACHABLE };

  const body: unknown = response.status === 204 ? null : await response.json().catch(() => UNREADABLE);
  if (response.ok && body !== UNREADABLE) return { ok: true, value: body as Value };
  return { ok: false, problem: isProblem(body) ? body : UNREADABLE };
}

const toFetch = (method: Method): [string, RequestInit] =>
  'get' in method
    ? [method.get, { headers: { accept: 'application/json' } }]
    : [
        method.post,
        {
          method: 'POST',
          headers: { accept: 'application/json', 'content-type': 'application/json' },
          body: JSON.stringify(method.body),
        },
      ];

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'refusal' in body && 'says' in body && typeof body.says === 'string';
