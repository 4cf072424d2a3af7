import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { expect, test } from 'vitest';
import { type Exit, type Leaving, leaveQuickly } from './leaveQuickly.ts';

const SEAT = 's_1' as SessionId;

/** A window that writes down what was done to it, in order. */
function someWindow(overrides: Partial<Exit> = {}) {
  const done: string[] = [];
  const note = (what: string) => () => void done.push(what);
  const picture: { srcObject: MediaProvider | null } = { srcObject: new Blob() };
  const page: Pick<HTMLElement, 'hidden'> = { hidden: false };
  const exit: Exit = {
    navigator: {
      sendBeacon: (to, body) => {
        done.push(`tell ${String(to)} ${String(body)}`);
        return true;
      },
    },
    sessionStorage: { clear: note('forget') },
    location: { replace: (to) => void done.push(`go to ${String(to)}`) },
    document: { documentElement: page, body: { replaceChildren: note('blank') }, querySelectorAll: () => [picture] },
    ...overrides,
  };
  const leaving = (session: Leaving['session']): Leaving => ({ session, stopMedia: note('stop media') });

  return { exit, done, page, picture, leaving };
}

test('[CARE-5] leaving stops the camera first, tells the server, forgets, blanks the page and is gone, all before it returns', () => {
  const { exit, done, page, picture, leaving } = someWindow();
  leaveQuickly(exit, leaving(SEAT));

  expect(done).toEqual([
    'stop media',
    'tell /api/join/quick-exit {"session":"s_1"}',
    'forget',
    'blank',
    'go to about:blank',
  ]);
  expect(page.hidden).toBe(true);
  expect(picture.srcObject).toBeNull();
});

test('[CARE-5] before the link was used there is nobody to tell', () => {
  const { exit, done, leaving } = someWindow();
  leaveQuickly(exit, leaving(null));

  expect(done).toEqual(['stop media', 'forget', 'blank', 'go to about:blank']);
});

test('[CARE-5] a step that fails never keeps somebody on the page', () => {
  const broken = (): never => {
    throw new Error('broken');
  };
  const { exit, done } = someWindow({ navigator: { sendBeacon: broken }, sessionStorage: { clear: broken } });
  leaveQuickly(exit, { session: SEAT, stopMedia: broken });

  expect(done).toEqual(['blank', 'go to about:blank']);
});
