import type { Family } from '../people/Family.ts';
import type { Act, Cast } from './TwinVisit.ts';

const here = (name: string, does: (cast: Cast) => Promise<unknown>): Act => ({ side: 'here', name, does });
const there = (name: string, does: (cast: Cast) => Promise<unknown>): Act => ({ side: 'there', name, does });

const tap = (one: Family, name: string | RegExp): Promise<void> => one.page.getByRole('button', { name }).tap();
const isHeld = (one: Family): Promise<void> => one.page.getByText('Nobody can see or hear you now.').waitFor();
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

/** By what happens in them on the side that must not be known. */
export const SCRIPTS: readonly (readonly [string, readonly Act[]])[] = [
  ['he knocks, is let in, asks for help and leaves', DOOR],
];
