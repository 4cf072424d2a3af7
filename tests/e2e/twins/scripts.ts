import type { Family } from '../people/Family.ts';
import type { Act, Cast } from './TwinVisit.ts';

const here = (name: string, does: (cast: Cast) => Promise<unknown>): Act => ({ side: 'here', name, does });
const there = (name: string, does: (cast: Cast) => Promise<unknown>): Act => ({ side: 'there', name, does });

const press = ({ host }: Cast, name: string | RegExp): Promise<void> =>
  host.page.getByRole('button', { name }).first().click();
const tap = (one: Family, name: string | RegExp): Promise<void> => one.page.getByRole('button', { name }).tap();
const isHeld = (one: Family): Promise<void> => one.page.getByText('Nobody can see or hear you now.').waitFor();
const isNotHeld = (one: Family): Promise<void> =>
  one.page.getByText('Nobody can see or hear you now.').waitFor({ state: 'detached' });

/** With the same link, when it is over: whatever the answer is. */
const comesAgain = async ({ page, link }: Family): Promise<void> => {
  await page.goto('about:blank');
  await page.goto(link);
  const answered = page.waitForResponse((response) => response.url().includes('/api/join'));
  await page.getByRole('button', { name: 'Start', exact: true }).tap();
  await answered;
};

const HOST_IS_THERE = here('the host is there', ({ host }) => host.enters());
const SHE_OPENS = here('she opens her link', ({ dana }) => dana.opensLink());
const SHE_KNOCKS = here('she knocks', ({ dana }) => dana.knocks());
const SHE_IS_IN = here('she is let in', async ({ host, dana }) => {
  await host.admits('Dana Hughes');
  await dana.isInside();
});
const HE_KNOCKS = there('he knocks', async ({ ray }) => (await (await ray()).opensLink()).knocks());
const HE_IS_IN = there('he is let in', async ({ host, ray }) => {
  await host.admits('Ray Cole');
  await isHeld(await ray());
});

const HOST_GOES_ASIDE = here('the host goes to a private room', async (cast) => {
  await press(cast, /^Rooms/);
  await press(cast, 'Open a private room');
  const dialog = cast.host.page.getByRole('dialog');
  await dialog.getByLabel('I go there now').check();
  await dialog.getByRole('button', { name: 'Open the room' }).click();
  await isHeld(cast.dana);
});
/** The host is in the private room, and asks somebody to come. */
async function comesTo({ host }: Cast, one: Family): Promise<void> {
  const card = host.page.getByRole('listitem').filter({ has: host.page.getByRole('heading', { name: 'Blue room' }) });
  const ask = card.getByRole('button', { name: `Ask ${one.name}` });
  if (!(await ask.isVisible())) await card.getByText('Ask somebody to come').click();
  await ask.click();
  await tap(one, 'Go there');
  await isNotHeld(one);
}

/** He is at the door before her, is let in beside her, does this and that, and leaves. */
const DOOR: readonly Act[] = [
  HOST_IS_THERE,
  HE_KNOCKS,
  SHE_OPENS,
  SHE_KNOCKS,
  HE_IS_IN,
  SHE_IS_IN,
  there('he closes his microphone and opens it', async ({ ray }) => {
    const one = await ray();
    await one.switches('Microphone');
    await one.switches('Microphone');
  }),
  here('she closes her camera', ({ dana }) => dana.switches('Camera')),
  there('he asks to be phoned', async ({ ray }) => tap(await ray(), 'Please phone me instead')),
  here('she opens her camera', ({ dana }) => dana.switches('Camera')),
  there('he leaves', async ({ ray }) => {
    const { page } = await ray();
    await page.getByRole('button', { name: 'Leave', exact: true }).tap();
    await page.getByRole('button', { name: /^Yes/ }).tap();
    await page.getByRole('heading', { name: 'You have left' }).waitFor();
  }),
  here('she goes on', async () => undefined),
];

/** The host goes to a private room, and comes back; he is with her there, and talks with her. */
const PRIVATE: readonly Act[] = [
  HOST_IS_THERE,
  SHE_OPENS,
  SHE_KNOCKS,
  SHE_IS_IN,
  HE_KNOCKS,
  HE_IS_IN,
  HOST_GOES_ASIDE,
  there('he is asked there and comes', async (cast) => comesTo(cast, await cast.ray())),
  there('he says that he is alone', async ({ ray }) => tap(await ray(), 'Just me')),
  there('he goes back', async ({ ray }) => {
    const one = await ray();
    await tap(one, 'Go back');
    await isHeld(one);
  }),
  here('the host comes back', async (cast) => {
    await press(cast, 'Go back');
    await isNotHeld(cast.dana);
  }),
];

/** He has a main room of his own, so that hers is not the only one; she goes to a private room with the host, and both come back. */
export const MOVED: readonly Act[] = [
  HOST_IS_THERE,
  HE_KNOCKS,
  HE_IS_IN,
  SHE_OPENS,
  SHE_KNOCKS,
  SHE_IS_IN,
  HOST_GOES_ASIDE,
  here('she is asked there and comes', (cast) => comesTo(cast, cast.dana)),
  there('he opens and closes his camera', async ({ ray }) => {
    const one = await ray();
    await one.switches('Camera');
    await one.switches('Camera');
  }),
  here('she goes back', async ({ dana }) => {
    await tap(dana, 'Go back');
    await isHeld(dana);
  }),
  here('the host comes back', async (cast) => {
    await press(cast, 'Go back');
    await isNotHeld(cast.dana);
  }),
];

/** Each side ends by itself, and whoever’s is over comes again. */
const ENDS: readonly Act[] = [
  HOST_IS_THERE,
  HE_KNOCKS,
  HE_IS_IN,
  SHE_OPENS,
  SHE_KNOCKS,
  SHE_IS_IN,
  there('his visit ends', async (cast) => {
    await press(cast, /^Rooms/);
    await press(cast, 'End the visit for this side (Room of Ray Cole)');
    await cast.host.page.getByRole('dialog').getByRole('button', { name: 'End the visit for this side' }).click();
    await (await cast.ray()).page.getByRole('heading', { name: 'The meeting has ended' }).waitFor();
  }),
  there('he comes again', async ({ ray }) => comesAgain(await ray())),
  here('the visit ends', async (cast) => {
    await press(cast, 'End for everyone');
    await cast.host.page.getByRole('dialog').getByRole('button', { name: 'End for everyone' }).click();
    await cast.dana.page.getByRole('heading', { name: 'The meeting has ended' }).waitFor();
  }),
  here('she comes again', ({ dana }) => comesAgain(dana)),
];

/** By what happens in them on the side that must not be known. */
export const SCRIPTS: readonly (readonly [string, readonly Act[]])[] = [
  ['he knocks, is let in, asks for help and leaves', DOOR],
  ['he is with the host in a private room', PRIVATE],
  ['he waits while she is with the host in a private room', MOVED],
  ['his visit ends and he comes again', ENDS],
];
