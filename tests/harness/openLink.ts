import { joinAnswer } from '@doorstep/shared/protocol/http.ts';
import { answer, Browser } from '../../server/src/http/testing/Browser.ts';
import type { Seat } from './Device.ts';

/** Somebody opens a family's link on a browser of their own, which has their place from then on. */
export async function openLink(link: string): Promise<Seat> {
  const { origin, hash } = new URL(link);
  const browser = new Browser(origin);
  const { session } = joinAnswer.parse(
    await answer(browser.post('/api/join', { token: hash.slice(1), device: 'phone' })),
  );

  return { cookie: browser.cookie, session };
}
