import { joinAnswer } from '@doorstep/shared/protocol/http.ts';
import type { VisitId } from '@doorstep/shared/visit/ids.ts';
import { answer, Browser } from '../../server/src/http/testing/Browser.ts';
import { Desk } from './Desk.ts';
import type { Seat } from './Device.ts';

/** A member of staff at work, without pages: their desk, and their own place in a visit. */
export class Office {
  readonly desk: Desk;
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
    this.desk = new Desk({
      get: (path) => answer(browser.get(path)),
      post: (path, body) => answer(browser.post(path, body)),
    });
  }

  /** Signs in as one of the demo staff. */
  static async signIn(origin: string, staff = 'amina-okafor'): Promise<Office> {
    const browser = new Browser(origin);
    await answer(browser.post('/api/sign-in', { staff }));

    return new Office(browser);
  }

  /** Takes one's own place in the visit, on this browser. */
  async takePlace(visit: VisitId): Promise<Seat> {
    const taken = await answer(this.#browser.post(`/api/visits/${visit}/session`, { device: 'computer' }));

    return { session: joinAnswer.parse(taken).session, cookie: this.#browser.cookie };
  }
}
