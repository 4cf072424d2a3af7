import type { Told } from '@doorstep/shared/visit/rooms/state.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ROOMS } from '../../../content/staff/rooms.ts';
import { aConsole, aRoom } from '../../../visit/testViews.ts';
import { OpenRoomDialog } from './OpenRoomDialog.tsx';

/** What is chosen in the dialog before the host has touched anything. */
function chosenFor(usuallyTold: Told): readonly (string | undefined)[] {
  const view = aRoom({ console: aConsole({ usuallyTold }) });
  const page = renderToStaticMarkup(
    <OpenRoomDialog view={view} send={async () => ({ ok: true })} onClose={() => undefined} />,
  );
  const chosen = [...page.matchAll(/type="radio"[^>]*checked=""[^>]*><span[^>]*><span>([^<]+)</g)].map(
    ([, says]) => says,
  );

  return chosen.filter((says) => Object.values(ROOMS.open.options).some(({ label }) => label === says));
}

test('[PRIV-4] what the authority has settled is chosen when the host opens a room', () => {
  expect(chosenFor('withWhom')).toEqual(['With whom somebody talks']);
  expect(chosenFor('nothing')).toEqual(['Nothing']);
  expect(chosenFor('away')).toEqual(['That somebody is away']);
});
