import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { expect, test } from 'vitest';
import type { ExitMark } from './exitMark.ts';
import { type Exit, type Leaving, type LeftPlace, leaveAlong, leaveQuickly } from './leaveQuickly.ts';

const SEAT = 's_1' as SessionId;

/** A window that writes down what was done to it, in order. */
function someWindow(overrides: Partial<Exit> = {}) {
  const done: string[] = [];
  const sent: Blob[] = [];
  const note = (what: string) => () => void done.push(what);
  const picture: { srcObject: MediaProvider | null } = { srcObject: new Blob() };
  const page: Pick<HTMLElement, 'hidden'> = { hidden: false };
  const exit: Exit = {
    navigator: {
      sendBeacon: (to, body) => {
        done.push(`tell ${String(to)}`);
        if (body instanceof Blob) sent.push(body);
        return true;
      },
    },
    sessionStorage: { clear: note('forget') },
    location: { replace: (to) => void done.push(`go to ${String(to)}`) },
    document: { documentElement: page, body: { replaceChildren: note('blank') }, querySelectorAll: () => [picture] },
    ...overrides,
  };
  const mark: ExitMark = {
    set: (told) => {
      done.push(`mark ${told}`);
      return told;
    },
    pending: () => null,
    remove: () => undefined,
  };
  const leaving = (place: LeftPlace): Leaving => ({ place: () => place, stop: note('stop media') });

  return { exit, done, sent, page, picture, mark, leaving };
}

test('[CARE-5] leaving stops the camera first, leaves a mark, tells the server, forgets, blanks the page and is gone, all before it returns', async () => {
  const { exit, done, sent, page, picture, mark, leaving } = someWindow();
  leaveQuickly(exit, mark, leaving({ session: SEAT }));

  expect(done).toEqual([
    'stop media',
    'mark {"session":"s_1"}',
    'tell /api/join/quick-exit',
    'forget',
    'blank',
    'forget',
    'go to about:blank',
  ]);
  expect(page.hidden).toBe(true);
  expect(picture.srcObject).toBeNull();
  expect(await sent[0]?.text()).toBe('{"session":"s_1"}');
  expect(sent[0]?.type).toBe('application/json');
});

test.each<LeftPlace>([{ attempt: 'the name of the try' }, {}])(
  '[CARE-5] without a place the server is told what there is: %j',
  async (place) => {
    const { exit, sent, mark, leaving } = someWindow();
    leaveQuickly(exit, mark, leaving(place));

    expect(await sent[0]?.text()).toBe(JSON.stringify(place));
  },
);

test('[CARE-5] an earlier leaving that has not arrived is what the server is told', async () => {
  const { exit, sent, mark, leaving } = someWindow();
  leaveQuickly(exit, { ...mark, set: () => '{"session":"s_0"}' }, leaving({}));

  expect(await sent[0]?.text()).toBe('{"session":"s_0"}');
});

test('[CARE-5] a tab that goes along tells nothing of its own', () => {
  const { exit, done, page, leaving } = someWindow();
  leaveAlong(exit, leaving({ session: SEAT }));

  expect(done).toEqual(['stop media', 'forget', 'blank', 'forget', 'go to about:blank']);
  expect(page.hidden).toBe(true);
});

test('[CARE-5] a step that fails never keeps somebody on the page', () => {
  const broken = (): never => {
    throw new Error('broken');
  };
  const { exit, done, mark } = someWindow({ navigator: { sendBeacon: broken }, sessionStorage: { clear: broken } });
  leaveQuickly(exit, { ...mark, set: broken }, { place: broken, stop: broken });

  expect(done).toEqual(['blank', 'go to about:blank']);
});
